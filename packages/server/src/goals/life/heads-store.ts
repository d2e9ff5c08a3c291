import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/** How many people stood in a unit and all below it on each day: `unit/day`. The company is the unit at the top. */
export async function headsOn(
  on: Runner,
  units: readonly string[],
  days: readonly string[],
): Promise<Map<string, number>> {
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<{ unit: string; day: string; heads: string }>(sql`
    select p.ancestor_id as unit, d.day, count(distinct m.member_id) as heads
    from unnest(${days}::date[]) as d (day)
    join ${table("unit_path")} p on p.ancestor_id = any(${units}::uuid[]) and p.from_day <= d.day and (p.to_day is null or p.to_day > d.day)
    join ${table("membership")} m on m.unit_id = p.unit_id and m.kind = 'primary' and m.from_day <= d.day and (m.to_day is null or m.to_day > d.day)
    join ${table("member")} w on w.id = m.member_id and (w.left_on is null or w.left_on > d.day) and (w.joined_on is null or w.joined_on <= d.day)
    group by 1, 2`);
  return new Map(rows.map(({ unit, day, heads }) => [`${unit}/${day}`, Number(heads)]));
}

export async function rootUnit(on: Runner): Promise<string | null> {
  const [row] = await on.rows<{ id: string }>(sql`select id from ${ident(on.schema, "unit")} where parent_id is null`);
  return row?.id ?? null;
}
