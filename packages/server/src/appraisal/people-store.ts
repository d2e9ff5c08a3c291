import type { Appraised } from "@dabiao/core/appraisal/card-for.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** People a cycle can hold. */
export const CYCLE_PEOPLE_MAX = 20_000;

/** Somebody's days in one unit within a span, with who led them on the last of these days. */
export interface Stay extends Appraised {
  readonly name: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  /** Leaders of the unit and those above, nearest first, without the person. */
  readonly leaders: readonly string[];
  /** The day the person left for good within the span. */
  readonly leftOn: string | null;
}

interface StayRow extends Omit<Stay, "path" | "leaders" | "roles"> {
  readonly path: string[] | null;
  readonly leaders: string[] | null;
  readonly roles: string[] | null;
}

/** Where everybody was in a span: one row for each unit, in order of days. Only the people named, when some are. */
export async function readStays(on: Runner, span: DayRange, members: readonly string[] | null = null): Promise<Stay[]> {
  const table = (name: string) => ident(on.schema, name);
  const named = members === null ? raw("") : sql` and p.id = any(${members}::uuid[])`;
  const rows = await on.rows<StayRow>(sql`
    select q.*, w.path, w.leaders, (select array_agg(r.role_key order by r.role_key) from ${table("member_role")} r
        where r.member_id = q."memberId") as roles
    from (select p.id as "memberId", p.name, p.left_on as "leftOn", m.unit_id as "unitId",
        greatest(m.from_day, p.joined_on, ${span.start}::date) as "from",
        least(m.to_day, p.left_on, ${span.end}::date) as "to"
      from ${table("member")} p join ${table("membership")} m on m.member_id = p.id and m.kind = 'primary'
      where m.from_day < ${span.end}::date and (m.to_day is null or m.to_day > ${span.start}::date)
        and (p.left_on is null or p.left_on > ${span.start}::date)
        and (p.joined_on is null or p.joined_on < ${span.end}::date)${named}) q
    cross join lateral (select array_agg(u.ancestor_id order by u.depth) as path,
        array_agg(n.leader_id order by u.depth) filter (where n.leader_id is not null and n.leader_id <> q."memberId") as leaders
      from ${table("unit_path")} u join ${table("unit")} n on n.id = u.ancestor_id
      where u.unit_id = q."unitId" and u.from_day <= q."to" - 1 and (u.to_day is null or u.to_day > q."to" - 1)) w
    where q."from" < q."to" order by q."memberId", q."from" limit ${raw(String(CYCLE_PEOPLE_MAX * 3))}`);
  return rows.map((row) => ({
    ...row,
    path: row.path ?? [row.unitId],
    leaders: [...new Set(row.leaders ?? [])],
    roles: row.roles ?? [],
  }));
}

export async function namesOf(on: Runner, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await on.rows<{ id: string; name: string }>(
    sql`select id, name from ${ident(on.schema, "member")} where id = any(${known}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function unitNames(on: Runner, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await on.rows<{ id: string; name: string }>(
    sql`select id, name from ${ident(on.schema, "unit")} where id = any(${known}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who may run appraisals: escalations without a next level go to them. */
export async function managersOfAppraisal(on: Runner, roleKeys: readonly string[]): Promise<string[]> {
  const rows = await on.rows<{ id: string }>(sql`
    select distinct p.id from ${ident(on.schema, "member_role")} r join ${ident(on.schema, "member")} p on p.id = r.member_id
    where r.role_key = any(${roleKeys}::text[]) and p.state = 'active' order by p.id limit 20`);
  return rows.map(({ id }) => id);
}

/** Leaders of units and those above on the last of some days, nearest first, in the order asked for. */
export async function leadersAt(on: Runner, places: readonly { unit: string; to: string }[]): Promise<string[][]> {
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<{ leaders: string[] | null }>(sql`
    select (select array_agg(n.leader_id order by u.depth) filter (where n.leader_id is not null)
      from ${table("unit_path")} u join ${table("unit")} n on n.id = u.ancestor_id
      where u.unit_id = g.unit and u.from_day < g.to_day and (u.to_day is null or u.to_day >= g.to_day)) as leaders
    from unnest(${places.map(({ unit }) => unit)}::uuid[], ${places.map(({ to }) => to)}::date[]) with ordinality as g (unit, to_day, place)
    order by g.place`);
  return rows.map(({ leaders }) => [...new Set(leaders ?? [])]);
}
