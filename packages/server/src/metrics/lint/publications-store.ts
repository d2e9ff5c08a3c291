import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/** How often a KPI or the metrics it rests on were published anew since a day; a first version is no change. */
export async function publicationsSince(
  on: Runner,
  kpi: string,
  metrics: readonly string[],
  since: Date,
): Promise<number> {
  const [row] = await on.rows<{ count: number }>(sql`
    select count(*)::int as count from ${ident(on.schema, "definition")}
    where at >= ${since} and version > 1 and ((kind = 'kpi' and key = ${kpi}) or (kind = 'metric' and key = any(${metrics}::text[])))`);
  return row?.count ?? 0;
}
