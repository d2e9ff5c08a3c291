import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** People on one board at most. */
const PEOPLE_MAX = 20_000;

/** Somebody with the unit whose target theirs is part of: the unit at the period's start, or the first one in it (G-11). */
export interface Placed {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** That unit and all above it on that day, nearest first. */
  readonly path: readonly string[];
}

/** Everybody who belongs to the company in the period, or below a unit. */
export async function placedPeople(on: Runner, period: DayRange, unit: string | null): Promise<Placed[]> {
  const table = (name: string) => ident(on.schema, name);
  const stay = sql`select distinct on (member_id) member_id, unit_id, greatest(from_day, ${period.start}::date) as day from ${table("membership")}
    where kind = 'primary' and from_day < ${period.end}::date and (to_day is null or to_day > ${period.start}::date) order by member_id, from_day`;
  const below =
    unit === null
      ? raw("")
      : sql` and exists (select from ${table("unit_path")} u where u.unit_id = m.unit_id and u.ancestor_id = ${unit}::uuid
        and u.from_day <= m.day and (u.to_day is null or u.to_day > m.day))`;
  const people = await on.rows<{ id: string; name: string; unitId: string; day: string }>(sql`
    select p.id, p.name, m.unit_id as "unitId", m.day from ${table("member")} p join (${stay}) m on m.member_id = p.id
    where (p.left_on is null or p.left_on > ${period.start}::date)${below} order by p.name, p.id limit ${raw(String(PEOPLE_MAX))}`);
  // Paths are read once for each unit: ten thousand people share a thousand of them.
  const paths = await on.rows<{ unit: string; day: string; path: string[] }>(sql`
    select d.unit_id as unit, d.day, array_agg(u.ancestor_id::text order by u.depth) as path from (select distinct unit_id, day from (${stay}) s) d
    join ${table("unit_path")} u on u.unit_id = d.unit_id and u.from_day <= d.day and (u.to_day is null or u.to_day > d.day) group by 1, 2`);
  const pathOf = new Map(paths.map(({ unit: id, day, path }) => [`${id}/${day}`, path]));
  return people.map(({ id, name, unitId, day }) => ({ id, name, unitId, path: pathOf.get(`${unitId}/${day}`) ?? [] }));
}

export interface UnitAt {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Units of the company on a day, or those below a unit with it. */
export async function unitsAt(on: Runner, day: string, below: string | null): Promise<UnitAt[]> {
  const table = (name: string) => ident(on.schema, name);
  const top =
    below === null
      ? raw("")
      : sql` and exists (select from ${table("unit_path")} b where b.unit_id = u.id and b.ancestor_id = ${below}::uuid
    and b.from_day <= ${day}::date and (b.to_day is null or b.to_day > ${day}::date))`;
  return await on.rows<UnitAt>(sql`select u.id, u.name, p.ancestor_id as "parentId" from ${table("unit")} u
    left join ${table("unit_path")} p on p.unit_id = u.id and p.depth = 1 and p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)
    where not u.archived${top} order by u.sort, u.id limit 5000`);
}

export async function namesOf(on: Runner, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await on.rows<{ id: string; name: string }>(
    sql`select id, name from ${ident(on.schema, "member")} where id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
