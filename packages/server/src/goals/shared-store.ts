import type { SharedGoal, SharedGoalBody } from "@dabiao/core/goals/shared-goal.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { TargetSharedRow } from "./tables.ts";

const GOALS_MAX = 1_000;

/** The newest version of each shared or overlay goal of a period; those that ended are not among them. */
export async function readShared(on: Runner, kpi: string, period: string): Promise<TargetSharedRow[]> {
  return await on.rows<TargetSharedRow>(sql`
    select * from (
      select distinct on (id) id, version, kpi, period, name, kind, amount::text, owner_ids, percents::text[], parts::text[], reason, at, by_member, ended_at
      from ${ident(on.schema, "target_shared")} where kpi = ${kpi} and period = ${period} order by id, version desc) g
    where ended_at is null order by name, id limit ${raw(String(GOALS_MAX))}`);
}

/** The newest version of one. @throws Refusal `not_found` */
export async function findShared(on: Runner, id: string): Promise<TargetSharedRow> {
  const [row] = await on.rows<TargetSharedRow>(sql`
    select id, version, kpi, period, name, kind, amount::text, owner_ids, percents::text[], parts::text[], reason, at, by_member, ended_at
    from ${ident(on.schema, "target_shared")} where id = ${id}::uuid order by version desc limit 1`);
  if (!row || row.ended_at !== null) throw new Refusal("not_found", { what: "goal" });
  return row;
}

export async function keepShared(
  trx: Trx,
  goal: SharedGoalBody & { readonly id: string; readonly version: number; readonly ended: boolean },
  parts: readonly Decimal[],
  by: string | null,
): Promise<TargetSharedRow> {
  return await trx.tables
    .insertInto("target_shared")
    .values({
      id: goal.id,
      version: goal.version,
      kpi: goal.kpi,
      period: goal.period,
      name: goal.name,
      kind: goal.kind,
      amount: goal.amount,
      owner_ids: goal.owners.map(({ memberId }) => memberId),
      percents: goal.owners.map(({ percent }) => percent),
      parts: parts.map((part) => part.toFixed()),
      reason: goal.reason,
      at: trx.now,
      by_member: by,
      ended_at: goal.ended ? trx.now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function toShared(row: TargetSharedRow, names: ReadonlyMap<string, string>): SharedGoal {
  return {
    id: row.id,
    version: row.version,
    kpi: row.kpi,
    period: row.period,
    name: row.name,
    kind: row.kind,
    amount: decimal(row.amount).toFixed(),
    owners: row.owner_ids.map((memberId, index) => ({
      memberId,
      percent: decimal(row.percents[index] ?? "0").toFixed(),
    })),
    parts: row.owner_ids.map((memberId, index) => ({
      memberId,
      name: names.get(memberId) ?? "",
      amount: decimal(row.parts[index] ?? "0").toFixed(),
    })),
    reason: row.reason,
    at: row.at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}
