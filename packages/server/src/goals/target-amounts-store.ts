import { ident, join, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** What the ledger carries for the whole business, as decimal text by `subject id/period`; the company is the nil uuid. */
export type TargetAmounts = ReadonlyMap<string, string>;

interface AmountRow {
  readonly id: string;
  readonly period: string;
  readonly [amount: `a${number}`]: string | null;
}

/** Targets of several KPIs in one reading, a row for each subject: what a board of ten thousand people can afford. */
export async function targetAmounts(
  on: Runner,
  kpis: readonly string[],
  periods: readonly string[],
  asOf: Date | null,
): Promise<Map<string, TargetAmounts>> {
  const table = (name: string) => ident(on.schema, name);
  const until = asOf ? sql` and l.at <= ${asOf.toISOString()}::timestamptz` : raw("");
  const columns = kpis.map(
    (kpi, index) => sql`sum(l.amounts[s.place]) filter (where l.kpi = ${kpi})::text as ${raw(`a${index}`)}`,
  );
  const rows = await on.rows<AmountRow>(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    )
    select l.subject_id as id, s.name as period, ${join(columns)}
    from spot s join ${table("target_line")} l on l.kpi = any(${kpis}::text[]) and l.frame_id = s.id
    where l.account = 'target' and l.slice = '' and l.amounts[s.place] is not null${until} group by 1, 2`);
  const found = kpis.map(() => new Map<string, string>());
  for (const row of rows) {
    const name = `${row.id}/${row.period}`;
    for (const [index, amounts] of found.entries()) {
      const amount = row[`a${index}`];
      if (amount != null) amounts.set(name, amount);
    }
  }
  return new Map(kpis.map((kpi, index) => [kpi, found[index] ?? new Map()]));
}
