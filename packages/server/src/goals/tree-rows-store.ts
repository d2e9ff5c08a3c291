import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** A unit or person right below another in a period. */
export interface TreeNode {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly leaderId: string | null;
  readonly children: number;
  readonly gone: boolean;
}

export interface TreeWindow {
  readonly unit: string;
  readonly period: DayRange;
  /** Subjects that targets were handed down to: those who left or moved elsewhere stand here, so that nothing is lost from sight. */
  readonly handed: readonly string[];
  /** Only these, for who may not see all. */
  readonly visible: readonly string[] | null;
  readonly search: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Units in their order, those without one as they were made, then people by pinyin: those of the period's first day, and who came into the unit later in it (G-11). */
export async function readBelow(on: Runner, window: TreeWindow): Promise<{ nodes: TreeNode[]; total: number }> {
  const table = (name: string) => ident(on.schema, name);
  const { unit, period, handed, visible, search, offset, limit } = window;
  const conditions: Sql[] = [];
  if (visible) conditions.push(sql`q.id = any(${visible}::uuid[])`);
  if (search) conditions.push(sql`strpos(lower(q.name), lower(${search})) > 0`);
  const filter = conditions.reduce((all, one) => sql`${all} and ${one}`, raw("true"));
  const rows = await on.rows<TreeNode & { total: string }>(sql`
    with units as (
      select u.id from ${table("unit_path")} p join ${table("unit")} u on u.id = p.unit_id
      where p.ancestor_id = ${unit}::uuid and p.depth = 1 and not u.archived and ${within(period.start)}
    ), people as (
      select s.member_id as id from (
        select distinct on (member_id) member_id, unit_id from ${table("membership")}
        where kind = 'primary' and from_day < ${period.end}::date and (to_day is null or to_day > ${period.start}::date)
          and member_id in (select member_id from ${table("membership")} where unit_id = ${unit}::uuid and kind = 'primary')
        order by member_id, from_day) s
      join ${table("member")} m on m.id = s.member_id where s.unit_id = ${unit}::uuid and (m.left_on is null or m.left_on > ${period.start}::date)
    ), inside as (
      select p.unit_id from ${table("unit_path")} p join ${table("unit")} u on u.id = p.unit_id
      where p.ancestor_id = ${unit}::uuid and not u.archived
        and p.from_day < ${period.end}::date and (p.to_day is null or p.to_day > ${period.start}::date)
    ), known as (
      select 0 as level, u.sort, '' as spelt, u.name, u.id, 'unit' as kind, null::uuid as "unitId", u.leader_id as "leaderId", u.archived as gone
      from ${table("unit")} u where u.id in (select id from units)
        or u.id = any(${handed}::uuid[]) and u.id not in (select unit_id from inside)
      union all
      select 1, 0, m.pinyin, m.name, m.id, 'member', ${unit}::uuid, null, not exists (select from people where people.id = m.id)
      from ${table("member")} m where m.id in (select id from people)
        or m.id = any(${handed}::uuid[]) and not exists (
          select from ${table("membership")} s where s.member_id = m.id and s.kind = 'primary' and s.unit_id in (select unit_id from inside)
            and s.from_day < ${period.end}::date and (s.to_day is null or s.to_day > ${period.start}::date))
    ), page as (
      select q.*, count(*) over () as total from known q where ${filter}
      order by q.level, q.sort, q.spelt, q.id limit ${raw(String(limit))} offset ${raw(String(offset))}
    )
    select page.*, case when page.kind = 'unit' then (
        select count(*) from ${table("unit_path")} p join ${table("unit")} u on u.id = p.unit_id
        where p.ancestor_id = page.id and p.depth = 1 and not u.archived and ${within(period.start)})
      + (select count(distinct member_id) from ${table("membership")} where unit_id = page.id and kind = 'primary'
        and from_day < ${period.end}::date and (to_day is null or to_day > ${period.start}::date)) else 0 end::int as children
    from page order by page.level, page.sort, page.spelt, page.id`);
  return { nodes: rows, total: Number(rows[0]?.total ?? 0) };

  function within(day: string): Sql {
    return sql`p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)`;
  }
}

/** A unit, a person or the company as a row; the top unit's name is the company's. */
export async function readNode(on: Runner, kind: SubjectKind, id: string): Promise<TreeNode | null> {
  const table = (name: string) => ident(on.schema, name);
  const base = { kind, id, unitId: null, leaderId: null, gone: false, children: 0 };
  if (kind === "member") {
    const [row] = await on.rows<{ name: string; gone: boolean }>(
      sql`select name, state = 'left' as gone from ${table("member")} where id = ${id}::uuid`,
    );
    return row ? { ...base, ...row } : null;
  }
  const which = kind === "company" ? raw("parent_id is null") : sql`id = ${id}::uuid`;
  const [row] = await on.rows<{ name: string; leaderId: string | null; gone: boolean }>(
    sql`select name, leader_id as "leaderId", archived as gone from ${table("unit")} where ${which} order by id limit 1`,
  );
  return row ? { ...base, ...row, children: 1 } : null;
}

/** The unit everything lies below. */
export async function topUnit(on: Runner): Promise<string | null> {
  const [row] = await on.rows<{ id: string }>(
    sql`select id from ${ident(on.schema, "unit")} where parent_id is null order by id limit 1`,
  );
  return row?.id ?? null;
}

/** Sums of people's targets below units by period, for units that have none of their own. */
export async function sumsBelow(
  on: Runner,
  kpi: string,
  units: readonly string[],
  periods: readonly string[],
  day: string,
  asOf: Date | null,
): Promise<{ unit: string; period: string; amount: string }[]> {
  if (units.length === 0 || periods.length === 0) return [];
  const table = (name: string) => ident(on.schema, name);
  const until = asOf ? sql` and l.at <= ${asOf.toISOString()}::timestamptz` : raw("");
  return await on.rows(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    ), own as (
      select l.subject_id, s.name as period, sum(l.amounts[s.place]) as amount from spot s
      join ${table("target_line")} l on l.kpi = ${kpi} and l.frame_id = s.id
      where l.account = 'target' and l.slice = '' and l.subject_kind = 'member' and l.amounts[s.place] is not null${until} group by 1, 2
    )
    select p.ancestor_id as unit, own.period, sum(own.amount)::text as amount from own
    join ${table("membership")} m on m.member_id = own.subject_id and m.kind = 'primary' and m.from_day <= ${day}::date and (m.to_day is null or m.to_day > ${day}::date)
    join ${table("unit_path")} p on p.unit_id = m.unit_id and p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)
    where p.ancestor_id = any(${units}::uuid[]) group by 1, 2`);
}

/** Slices a subject ever had targets of, along a dimension. */
export async function slicesOf(on: Runner, kpi: string, subjectId: string, dimension: string): Promise<string[]> {
  const rows = await on.rows<{ slice: string }>(sql`
    select distinct slice from ${ident(on.schema, "target_line")}
    where kpi = ${kpi} and subject_id = ${subjectId}::uuid and slice like ${`${dimension.replaceAll(/[\\%_]/g, "\\$&")}=%`} order by slice limit 500`);
  return rows.map(({ slice }) => slice);
}
