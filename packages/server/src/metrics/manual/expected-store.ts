import type { Period } from "@dabiao/core/calendar/period.ts";
import type { ManualMeasure } from "@dabiao/core/metrics/manual-measure.ts";
import type { Who } from "@dabiao/core/metrics/who.ts";
import { and, ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/** People a metric is entered for in one period at most. */
const PEOPLE_MAX = 20_000;

export interface Expected {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
}

/** The people a figure is expected for: those who belonged to a unit in the period, as far as the metric means them. */
export async function expectedPeople(
  on: Runner,
  { people }: Pick<ManualMeasure, "people">,
  period: Period,
  within: readonly string[] | null,
): Promise<Expected[]> {
  const table = (name: string) => ident(on.schema, name);
  const conditions: Sql[] = [sql`(p.left_on is null or p.left_on > ${period.start}::date)`];
  if (people) conditions.push(meant(on, people));
  if (within) conditions.push(sql`p.id = any(${within}::uuid[])`);
  return await on.rows<Expected>(sql`
    select p.id, p.name, u.name as unit from ${table("member")} p
    join (select distinct on (member_id) member_id, unit_id from ${table("membership")}
      where kind = 'primary' and from_day < ${period.end}::date and (to_day is null or to_day > ${period.start}::date)
      order by member_id, from_day desc) m on m.member_id = p.id
    join ${table("unit")} u on u.id = m.unit_id
    where ${and(conditions)} order by u.sort, u.name, p.name, p.id limit ${raw(String(PEOPLE_MAX))}`);
}

function meant(on: Runner, who: Who): Sql {
  if (who.kind === "member") return sql`p.id = ${who.id}::uuid`;
  return sql`exists (select from ${ident(on.schema, "member_role")} r where r.member_id = p.id and r.role_key = ${who.role})`;
}
