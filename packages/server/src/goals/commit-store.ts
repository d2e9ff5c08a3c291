import type { CommitAct, CommitState } from "@dabiao/core/goals/commitment.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";
import type { TargetCommitRow } from "./tables.ts";

/** Where negotiations stand, by `<subject> <period>`; what nobody submitted yet is not in it. */
export async function commitStates(
  on: Runner,
  kpi: string,
  subjects: readonly string[],
  periods: readonly string[],
): Promise<Map<string, CommitState>> {
  const rows = await on.rows<{ id: string; period: string; state: CommitState }>(sql`
    select subject_id as id, period, state from ${ident(on.schema, "target_commit")}
    where kpi = ${kpi} and period = any(${periods}::text[]) and subject_id = any(${subjects}::uuid[]) and state <> 'draft'`);
  return new Map(rows.map(({ id, period, state }) => [`${id} ${period}`, state]));
}

/** The commitment of a place, or one by id, held until the transaction ends. */
export async function lockCommit(
  trx: Trx,
  which: { readonly id: string } | { readonly kpi: string; readonly place: Place },
): Promise<TargetCommitRow | undefined> {
  const all = trx.tables.selectFrom("target_commit").selectAll().forUpdate();
  const one =
    "id" in which
      ? all.where("id", "=", which.id)
      : all
          .where("kpi", "=", which.kpi)
          .where("period", "=", which.place.period)
          .where("subject_id", "=", which.place.id);
  return await one.executeTakeFirst();
}

/** Keeps what a move made of a commitment, and the move itself. */
export async function keepCommit(
  trx: Trx,
  commit: Omit<TargetCommitRow, "at">,
  step: {
    readonly act: CommitAct;
    readonly amount: string | null;
    readonly reason: string;
    readonly by: string | null;
  },
): Promise<TargetCommitRow> {
  const row = { ...commit, at: trx.now };
  const { id: _id, kpi: _kpi, subject_kind: _kind, subject_id: _subject, period: _period, ...changed } = row;
  const kept = await trx.tables
    .insertInto("target_commit")
    .values(row)
    .onConflict((conflict) => conflict.constraint("target_commit_once").doUpdateSet(changed))
    .returningAll()
    .executeTakeFirstOrThrow();
  await trx.tables
    .insertInto("target_commit_step")
    .values({
      id: newId(trx.now),
      commit_id: kept.id,
      at: trx.now,
      member_id: step.by,
      act: step.act,
      amount: step.amount,
      reason: step.reason,
    })
    .execute();
  return kept;
}

export interface StepRow {
  readonly commitId: string;
  readonly at: Date;
  readonly memberId: string | null;
  readonly act: CommitAct;
  readonly amount: string | null;
  readonly reason: string;
}

/** The steps of negotiations, the oldest first. */
export async function readSteps(on: Runner, commits: readonly string[]): Promise<Map<string, StepRow[]>> {
  const rows = await on.rows<StepRow>(sql`
    select commit_id as "commitId", at, member_id as "memberId", act, amount::text, reason
    from ${ident(on.schema, "target_commit_step")} where commit_id = any(${commits}::uuid[]) order by id limit 20000`);
  return Map.groupBy(rows, ({ commitId }) => commitId);
}

/** Commitments of some subjects; drafts only of the reader's own. */
export async function readCommits(
  on: Runner,
  which: {
    readonly kpi: string;
    readonly period: string;
    /** Everybody when null. */
    readonly subjects: readonly string[] | null;
    readonly own: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<TargetCommitRow[]> {
  const of = which.subjects ? sql` and subject_id = any(${which.subjects}::uuid[])` : raw("");
  const past = which.after ? sql` and id > ${which.after}::uuid` : raw("");
  return await on.rows<TargetCommitRow>(sql`
    select * from ${ident(on.schema, "target_commit")} where kpi = ${which.kpi} and period = ${which.period}
      and (state <> 'draft' or subject_id = ${which.own}::uuid)${of}${past} order by id limit ${raw(String(which.limit))}`);
}

/** What people have committed to in all; a best case that nobody named is the commitment itself. */
export async function commitTotals(
  on: Runner,
  kpi: string,
  period: string,
  subjects: readonly string[],
): Promise<{ committed: string; bestCase: string; answered: number }> {
  const [row] = await on.rows<{ committed: string; bestCase: string; answered: number }>(sql`
    select coalesce(sum(amount), 0)::text as committed, coalesce(sum(coalesce(best_case, amount)), 0)::text as "bestCase", count(*)::int as answered
    from ${ident(on.schema, "target_commit")} where kpi = ${kpi} and period = ${period} and state <> 'draft' and subject_id = any(${subjects}::uuid[])`);
  return row ?? { committed: "0", bestCase: "0", answered: 0 };
}
