import type { ChangeLine, ChangeSummary, GoalChange, NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { NewGoalChange as ChangeBody } from "@dabiao/core/goals/goal-change.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../../platform/id.ts";
import type { Runner, Trx } from "../../platform/postgres/db.ts";
import { subjectOf } from "../place.ts";
import type { ChangeMove } from "./plan-change.ts";
import type { GoalChangeRow } from "./tables.ts";

type Named = { readonly id: string; readonly name: string };

/** A change as it stands; what the reader may do with it is added above. */
export type StoredChange = Omit<GoalChange, "mayApprove" | "mayWithdraw">;

export async function insertChange(
  trx: Trx,
  body: NewGoalChange,
  until: string,
  summary: ChangeSummary,
  by: string | null,
  moves: readonly ChangeMove[],
): Promise<string> {
  const id = newId(trx.now);
  await trx.tables
    .insertInto("goal_change")
    .values({
      id,
      kpi: body.kpi,
      body: JSON.stringify(body),
      reason: body.reason,
      state: "submitted",
      approvals: summary.approvals,
      from_day: body.from,
      until_day: until,
      proposed_by: by,
      proposed_at: trx.now,
      closed_at: null,
      posting_id: null,
      summary: JSON.stringify(summary),
    })
    .execute();
  const of = <Value>(read: (move: ChangeMove) => Value) => moves.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "goal_change_line")}
      (change_id, subject_kind, subject_id, period, slice, before, after, counted_before, counted_after)
    select ${id}, * from unnest(${of(({ place }) => place.kind)}::text[], ${of(({ place }) => place.id)}::uuid[],
      ${of(({ place }) => place.period)}::text[], ${of(({ place }) => place.slice)}::text[],
      ${of((move) => move.before.toFixed())}::numeric[], ${of((move) => move.after.toFixed())}::numeric[],
      ${of((move) => move.countedBefore.toFixed())}::numeric[], ${of((move) => move.countedAfter.toFixed())}::numeric[])`);
  return id;
}

export interface ChangeFilter {
  readonly kpi?: string | undefined;
  readonly state?: GoalChange["state"] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * Changes, the newest first.
 *
 * @param reader whose own lines and proposals are marked
 * @param only `all`, or those that touch the reader or were proposed by them
 */
export async function readChanges(
  on: Runner,
  filter: ChangeFilter,
  reader: string | null,
  only: "all" | "own",
): Promise<Page<StoredChange>> {
  const where: Sql[] = [sql`true`];
  if (filter.kpi !== undefined) where.push(sql`c.kpi = ${filter.kpi}`);
  if (filter.state !== undefined) where.push(sql`c.state = ${filter.state}`);
  if (filter.cursor !== undefined) where.push(sql`c.id < ${String(readCursor(filter.cursor, 1)[0])}::uuid`);
  if (only === "own")
    where.push(sql`(c.proposed_by = ${reader}::uuid or (c.state = 'posted' and m.subject_id is not null))`);
  const rows = await on.rows<Row>(
    sql`${selected(on, reader)} where ${and(where)} order by c.id desc limit ${filter.limit + 1}`,
  );
  return pageOf(await withVerdicts(on, rows), filter.limit, ({ id }) => [id]);
}

export async function readChange(on: Runner, id: string, reader: string | null): Promise<StoredChange | null> {
  const rows = await on.rows<Row>(sql`${selected(on, reader)} where c.id = ${id}`);
  return (await withVerdicts(on, rows))[0] ?? null;
}

/** The row stays locked, so that two verdicts come one after the other. */
export async function lockChange(trx: Trx, id: string): Promise<GoalChangeRow | undefined> {
  return await trx.tables.selectFrom("goal_change").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

/** How many changes of a KPI were posted with a first day among some days. */
export async function countPosted(
  on: Runner,
  kpi: string,
  { start, end }: { start: string; end: string },
): Promise<number> {
  const [row] = await on.rows<{ count: string }>(sql`select count(*) from ${ident(on.schema, "goal_change")}
    where kpi = ${kpi} and state = 'posted' and from_day >= ${start}::date and from_day < ${end}::date`);
  return Number(row?.count ?? 0);
}

type LineRow = Omit<ChangeLine, "subject" | "slice"> & { kind: SubjectKind; subjectId: string; slice: string };

/** The targets a change touches, the whole first and people last. @param visible only these are given back */
export async function readChangeLines(
  on: Runner,
  id: string,
  visible: (of: { kind: SubjectKind; id: string }) => boolean,
): Promise<ChangeLine[]> {
  const rows = await on.rows<LineRow>(sql`
    select l.subject_kind as kind, l.subject_id as "subjectId", coalesce(u.name, p.name, '') as name, l.period, l.slice,
      l.before::text, l.after::text, l.counted_before::text as "countedBefore", l.counted_after::text as "countedAfter"
    from ${ident(on.schema, "goal_change_line")} l
    left join ${ident(on.schema, "unit")} u on u.id = l.subject_id left join ${ident(on.schema, "member")} p on p.id = l.subject_id
    where l.change_id = ${id} order by array_position(array['company', 'unit', 'member'], l.subject_kind), l.period, name, l.subject_id, l.slice limit ${raw("20000")}`);
  return rows.flatMap(({ kind, subjectId, slice, ...row }) =>
    visible({ kind, id: subjectId })
      ? [{ ...row, subject: subjectOf({ kind, id: subjectId }), slice: slice === "" ? null : slice }]
      : [],
  );
}

type Row = GoalChangeRow & { proposer: string | null; touched: string | null; seen_at: Date | null };

function selected(on: Runner, reader: string | null): Sql {
  const table = (name: string) => ident(on.schema, name);
  return sql`select c.*, b.name as proposer, m.subject_id as touched, m.seen_at from ${table("goal_change")} c
    left join ${table("member")} b on b.id = c.proposed_by
    left join lateral (select subject_id, max(seen_at) as seen_at from ${table("goal_change_line")}
      where change_id = c.id and subject_kind = 'member' and subject_id = ${reader}::uuid group by subject_id) m on true`;
}

async function withVerdicts(on: Runner, rows: readonly Row[]): Promise<StoredChange[]> {
  const found = await on.rows<{
    change_id: string;
    id: string;
    name: string;
    approves: boolean;
    note: string;
    at: Date;
  }>(sql`
    select v.change_id, v.member_id as id, m.name, v.approves, v.note, v.at from ${ident(on.schema, "goal_change_verdict")} v
    join ${ident(on.schema, "member")} m on m.id = v.member_id where v.change_id = any(${rows.map(({ id }) => id)}::uuid[]) order by v.at`);
  return rows.map((row): StoredChange => {
    const person: Named | null = row.proposed_by === null ? null : { id: row.proposed_by, name: row.proposer ?? "" };
    return {
      id: row.id,
      body: ChangeBody.parse(row.body),
      until: row.until_day,
      state: row.state,
      proposedBy: person,
      proposedAt: row.proposed_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      postingId: row.posting_id,
      summary: row.summary as ChangeSummary,
      verdicts: found
        .filter(({ change_id }) => change_id === row.id)
        .map(({ id, name, approves, note, at }) => ({ member: { id, name }, approves, note, at: at.toISOString() })),
      mine: row.touched !== null && row.state === "posted" ? { seenAt: row.seen_at?.toISOString() ?? null } : null,
    };
  });
}
