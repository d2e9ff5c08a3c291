import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../../platform/postgres/db.ts";

export interface LedUnit {
  readonly id: string;
  readonly name: string;
  readonly leaderId: string;
  readonly leaderName: string;
}

/** Units that have a leader. */
export async function ledUnits(on: Runner): Promise<LedUnit[]> {
  return await on.rows<LedUnit>(sql`select u.id, u.name, m.id as "leaderId", m.name as "leaderName"
    from ${ident(on.schema, "unit")} u join ${ident(on.schema, "member")} m on m.id = u.leader_id
    where not u.archived order by u.sort, u.id limit 5000`);
}

export interface ManagersChange {
  readonly postingId: string;
  readonly at: Date;
  readonly reason: string;
  readonly unitId: string;
  readonly by: { readonly id: string; readonly name: string };
  /** The unit's goal (its own, or that of its people together) before and after the posting. */
  readonly before: Decimal;
  readonly after: Decimal;
}

/**
 * Postings by somebody who leads a unit that moved this unit's own goal, or those of people in it, in a period; the
 * newest first.
 */
export async function managersChanges(
  on: Runner,
  kpi: string,
  period: string,
  limit: number,
): Promise<ManagersChange[]> {
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<{
    postingId: string;
    at: Date;
    reason: string;
    unitId: string;
    id: string;
    name: string;
    before: string;
    after: string;
  }>(sql`
    with part as (
      select p.id as posting, p.number, p.at, p.reason, p.by_member, l.subject_kind, l.subject_id, l.amounts[u.place] as amount
      from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place), ${table("target_line")} l, ${table("target_posting")} p
      where f.names @> array[${period}] and u.name = ${period} and l.kpi = ${kpi} and l.frame_id = f.id and l.account = 'target' and l.slice = ''
        and l.amounts[u.place] is not null and p.id = l.posting_id
    ), led as (select id, leader_id from ${table("unit")} where leader_id is not null),
    inside as (
      select distinct led.id as unit, led.leader_id, part.* from part join led on part.subject_kind = 'unit' and part.subject_id = led.id
      union
      select distinct led.id, led.leader_id, part.* from part
      join ${table("membership")} m on part.subject_kind = 'member' and m.member_id = part.subject_id and m.kind = 'primary'
        and m.from_day <= part.at::date and (m.to_day is null or m.to_day > part.at::date)
      join ${table("unit_path")} q on q.unit_id = m.unit_id and q.from_day <= part.at::date and (q.to_day is null or q.to_day > part.at::date)
      join led on led.id = q.ancestor_id
      where not exists (select from part o where o.subject_kind = 'unit' and o.subject_id = led.id)
    ), stood as (
      select unit, posting, at, reason, by_member, leader_id, number, sum(amount) as moved,
        sum(sum(amount)) over (partition by unit order by number) as after
      from inside group by unit, posting, at, reason, by_member, leader_id, number
    )
    select posting as "postingId", at, reason, unit as "unitId", m.id, m.name, (after - moved)::text as before, after::text
    from stood join ${table("member")} m on m.id = stood.by_member
    where by_member = leader_id and after <> moved order by number desc, unit limit ${raw(String(limit))}`);
  return rows.map(({ id, name, before, after, ...row }) => ({
    ...row,
    by: { id, name },
    before: decimal(before),
    after: decimal(after),
  }));
}
