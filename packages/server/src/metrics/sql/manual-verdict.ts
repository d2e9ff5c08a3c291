import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { counting, type ManualRequest } from "./manual-facts.ts";
import { creditedTo, type VerdictCell } from "./verdict.ts";

/** Every figure ever entered for a metric, with the reasons it does not count for the cell: the columns of other verdicts. */
export function manualVerdictSql({ schema, leaf, asOf, people }: ManualRequest, cell: VerdictCell): Sql {
  const { start, end } = cell.range;
  const known = asOf === null ? raw("true") : sql`r.entered_at <= ${asOf.toISOString()}::timestamptz`;
  const reasons = [
    sql`case when ${counting(asOf)} then null when r.state = 'returned' then 'returned'
      when r.state = 'replaced' or r.ended_at is not null then 'replaced' else 'unconfirmed' end`,
    raw("case when r.value is null then 'no_value' end"),
    sql`case when r.day < ${start}::date then 'before' when r.day >= ${end}::date then 'after' end`,
    ...(people === null ? [] : [sql`case when r.member_id = any(${people}::uuid[]) then null else 'scope' end`]),
  ];
  const facts = sql`select r.id, r.member_id as member, r.day, r.value as v, null::numeric as w, 1::numeric as n,
      array[${join(reasons)}]::text[] as reasons
    from ${ident(schema, "manual_figure")} r where r.metric = ${leaf.key} and ${known}`;
  return sql`select f.id, f.member, f.day, f.v, f.w, f.n,
    array_remove(f.reasons || ${creditedTo(schema, cell)}, null) as out from (${facts}) f`;
}
