import type { DatedChange } from "@dabiao/core/goals/counted-target.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

export interface DatedChangeOf extends DatedChange {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly period: string;
}

/** Posted changes of whole-business targets of these periods, in the order of their posting. */
export async function readDatedChanges(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null,
): Promise<DatedChangeOf[]> {
  const known = asOf ? sql` and c.closed_at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const rows = await on.rows<
    Pick<DatedChangeOf, "kind" | "id" | "period" | "from" | "mode" | "basis"> & { before: string; after: string }
  >(sql`
    select l.subject_kind as kind, l.subject_id as id, l.period, c.from_day as "from", l.before, l.after,
      c.body->>'mode' as mode, c.body->>'basis' as basis
    from ${ident(on.schema, "goal_change")} c join ${ident(on.schema, "goal_change_line")} l on l.change_id = c.id
    where c.kpi = ${kpi} and c.state = 'posted' and l.slice = '' and l.period = any(${periods}::text[])${known}
    order by c.closed_at, c.id`);
  return rows.map((row) => ({ ...row, before: decimal(row.before), after: decimal(row.after) }));
}
