import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Days inside the range, its first day left out, on which somebody's unit or a unit's place changed; ascending. */
export async function organisationChanges(on: Runner, range: DayRange): Promise<string[]> {
  const days = (table: string, column: "from_day" | "to_day") =>
    sql`select ${ident(column)} as day from ${ident(on.schema, table)} where ${ident(column)} > ${range.start}::date and ${ident(column)} < ${range.end}::date`;
  const rows = await on.rows<{ day: string }>(
    sql`${days("membership", "from_day")} union ${days("membership", "to_day")} union ${days("unit_path", "from_day")} union ${days("unit_path", "to_day")} order by day`,
  );
  return rows.map(({ day }) => day);
}
