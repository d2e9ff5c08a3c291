import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

interface Part {
  readonly units: readonly string[];
  readonly members: readonly string[];
}

/** The units a member belongs to or leads today, the same with all below, and the people in them. */
export interface Reach {
  readonly unit: Part;
  readonly subtree: Part;
}

const NOTHING: Part = { units: [], members: [] };
export const NO_REACH: Reach = { unit: NOTHING, subtree: NOTHING };

/** Members who left stay in their last unit's set: their records still want someone who answers for them. */
export async function reachOf(on: Runner, memberId: string, today: string): Promise<Reach> {
  const rows = await on.rows<{ unit_id: string; own: boolean; members: string[] }>(sql`
    with own as (
      select unit_id from ${ident(on.schema, "membership")} where member_id = ${memberId} and ${within(today)}
      union
      select id from ${ident(on.schema, "unit")} where leader_id = ${memberId} and not archived
    ), below as (
      select p.unit_id, bool_or(p.depth = 0) as own
      from own join ${ident(on.schema, "unit_path")} p on p.ancestor_id = own.unit_id
      where ${within(today)} group by p.unit_id
    )
    select b.unit_id, b.own, array(
      select m.member_id from ${ident(on.schema, "membership")} m
      where m.unit_id = b.unit_id and m.kind = 'primary' and ${within(today)} order by m.member_id
    ) as members
    from below b order by b.unit_id`);
  return {
    unit: part(
      rows.filter((row) => row.own),
      memberId,
    ),
    subtree: part(rows, memberId),
  };
}

function part(rows: readonly { unit_id: string; members: string[] }[], memberId: string): Part {
  return {
    units: rows.map((row) => row.unit_id),
    members: [...new Set([memberId, ...rows.flatMap((row) => row.members)])],
  };
}

function within(day: string): Sql {
  return sql`from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)`;
}
