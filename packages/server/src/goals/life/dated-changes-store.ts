import type { DatedChange } from "@dabiao/core/goals/counted-target.ts";
import type { ChangeMode } from "@dabiao/core/goals/effective-target.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

export interface DatedChangeOf extends DatedChange {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly period: string;
}

interface Row {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly period: string;
  readonly from: string;
  readonly by: string;
  readonly mode: ChangeMode | null;
  readonly basis: "workdays" | "days" | null;
}

/** What postings with a day of their own moved targets of the whole business by, in the order of posting. */
export async function readDatedChanges(
  on: Runner,
  kpi: string,
  periods: readonly string[],
  asOf: Date | null,
): Promise<DatedChangeOf[]> {
  const table = (name: string) => ident(on.schema, name);
  const known = asOf ? sql` and p.at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const rows = await on.rows<Row>(sql`
    select l.subject_kind as kind, l.subject_id as id, u.name as period, p.from_day as "from", sum(l.amounts[u.place])::text as by,
      p.inputs ->> 'mode' as mode, p.inputs ->> 'basis' as basis
    from ${table("target_posting")} p join ${table("target_line")} l on l.posting_id = p.id
    join ${table("target_frame")} f on f.id = l.frame_id, unnest(f.names) with ordinality u (name, place)
    where p.kpi = ${kpi} and p.from_day is not null and l.account = 'target' and l.slice = '' and u.name = any(${periods}::text[])
      and l.amounts[u.place] is not null${known}
    group by p.number, l.subject_kind, l.subject_id, u.name, p.from_day, p.inputs order by p.number`);
  return rows.map(({ by, mode, basis, ...row }) => ({
    ...row,
    by: decimal(by),
    mode: mode ?? "prorate",
    basis: basis ?? "workdays",
  }));
}
