import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

/** The nearest leader above each person: of the own unit, or further up where one leads it oneself or nobody does. */
export async function leadersOf(
  on: Runner,
  members: readonly string[],
  day: string,
): Promise<{ readonly member: string; readonly leader: string }[]> {
  if (members.length === 0) return [];
  const at = (table: string) =>
    sql`${ident(table, "from_day")} <= ${day}::date and (${ident(table, "to_day")} is null or ${ident(table, "to_day")} > ${day}::date)`;
  return await on.rows(sql`
    select distinct on (m.member_id) m.member_id as member, u.leader_id as leader
    from ${ident(on.schema, "membership")} m
    join ${ident(on.schema, "unit_path")} p on p.unit_id = m.unit_id and ${at("p")}
    join ${ident(on.schema, "unit")} u on u.id = p.ancestor_id
    where m.kind = 'primary' and ${at("m")} and m.member_id = any(${members}::uuid[])
      and u.leader_id is not null and u.leader_id <> m.member_id
    order by m.member_id, p.depth`);
}
