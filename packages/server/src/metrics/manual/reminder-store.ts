import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../../platform/postgres/db.ts";

export type Stage = "enter" | "confirm" | "escalate";

/** Those who were not reminded of this yet; from now on they were. */
export async function unreminded(
  trx: Trx,
  metric: string,
  period: string,
  stage: Stage,
  members: readonly string[],
): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(sql`
    insert into ${ident(trx.schema, "manual_reminder")} (metric, period, member_id, stage, at)
    select ${metric}, ${period}, g.id, ${stage}, ${trx.now}::timestamptz from unnest(${members}::uuid[]) as g (id)
    on conflict do nothing returning member_id as id`);
  return rows.map(({ id }) => id);
}
