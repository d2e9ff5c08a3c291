import type { DiffLine } from "@dabiao/core/goals/goal-draft.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { subjectOf } from "./place.ts";

type Moment = { readonly version: number } | { readonly at: string };

/** The number of the last posting a version or moment knows of. @throws Refusal `not_found` for a version there is not */
export async function postingAt(on: Runner, kpi: string, plan: string, moment: Moment): Promise<string> {
  if ("version" in moment && moment.version === 0) return "0";
  const which =
    "version" in moment
      ? sql`plan_period = ${plan} and plan_version = ${moment.version}`
      : sql`at <= ${moment.at}::timestamptz`;
  const [row] = await on.rows<{ number: string | null }>(
    sql`select max(number)::text as number from ${ident(on.schema, "target_posting")} where kpi = ${kpi} and ${which}`,
  );
  if (row?.number == null && "version" in moment) throw new Refusal("not_found", { what: "version" });
  return row?.number ?? "0";
}

export interface Difference {
  readonly kpi: string;
  readonly periods: readonly string[];
  /** Numbers of postings: what lies after the first and up to the second. */
  readonly from: string;
  readonly to: string;
  /** Only these subjects, for who may not see all. */
  readonly visible: readonly string[] | null;
}

interface DiffRow {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly slice: string;
  readonly period: string;
  readonly name: string | null;
  readonly delta: string;
  readonly stood: string | null;
  readonly at: Date;
  readonly memberId: string | null;
  readonly memberName: string | null;
  readonly reason: string;
  readonly from: string | null;
}

/** Targets that differ, by period and subject, each with the last act that changed it. */
export async function readDiff(
  on: Runner,
  { kpi, periods, from, to, visible }: Difference,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<DiffLine>> {
  const table = (name: string) => ident(on.schema, name);
  const back = BigInt(from) > BigInt(to);
  const [low, high] = back ? [to, from] : [from, to];
  const seen = visible ? sql` and l.subject_id = any(${visible}::uuid[])` : raw("");
  const [period, kind, id, slice] = page.cursor === undefined ? [] : readCursor(page.cursor, 4);
  const past =
    page.cursor === undefined
      ? raw("")
      : sql`where (m.period, m.kind, m.id, m.slice) > (${period}::text, ${kind}::text, ${id}::uuid, ${slice}::text)`;
  // What a place stood at before: only of those that moved, by target_line_by_frame.
  const stoodOf = sql`(select sum(l.amounts[s.place]) from spot s
    join ${table("target_line")} l on l.kpi = ${kpi} and l.frame_id = s.id and l.subject_id = m.id join ${table("target_posting")} q on q.id = l.posting_id
    where s.name = m.period and l.subject_kind = m.kind and l.slice = m.slice and l.account = 'target' and l.amounts[s.place] is not null and q.number <= ${low}::bigint)`;
  const rows = await on.rows<DiffRow>(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${table("target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    ), moved as (
      select l.subject_kind as kind, l.subject_id as id, l.slice, s.name as period, sum(l.amounts[s.place]) as delta, max(p.number) as last
      from ${table("target_posting")} p join ${table("target_line")} l on l.posting_id = p.id join spot s on s.id = l.frame_id
      where p.kpi = ${kpi} and p.number > ${low}::bigint and p.number <= ${high}::bigint
        and l.account = 'target' and l.amounts[s.place] is not null${seen} group by 1, 2, 3, 4
    ), m as (
      select * from moved m ${past} ${page.cursor === undefined ? raw("where") : raw("and")} (delta <> 0 or ${stoodOf} is null)
      order by period, kind, id, slice limit ${raw(String(page.limit + 1))}
    )
    select m.kind, m.id, m.slice, m.period, m.delta::text, ${stoodOf}::text as stood, coalesce(w.name, u.name) as name, p.at, p.reason, p.from_day as "from",
      p.by_member as "memberId", b.name as "memberName"
    from m join ${table("target_posting")} p on p.kpi = ${kpi} and p.number = m.last
    left join ${table("member")} w on w.id = m.id left join ${table("unit")} u on u.id = m.id left join ${table("member")} b on b.id = p.by_member
    order by m.period, m.kind, m.id, m.slice`);
  const { items, next } = pageOf(rows, page.limit, (row) => [row.period, row.kind, row.id, row.slice]);
  return { items: items.map((row) => toLine(row, back)), next };
}

function toLine(row: DiffRow, back: boolean): DiffLine {
  const older = row.stood === null ? null : decimal(row.stood).toFixed();
  const newer = decimal(row.stood ?? "0")
    .plus(decimal(row.delta))
    .toFixed();
  return {
    subject: subjectOf(row),
    name: row.name ?? "",
    period: row.period,
    slice: row.slice === "" ? null : row.slice,
    before: back ? newer : older,
    after: back ? older : newer,
    at: row.at.toISOString(),
    memberId: row.memberId,
    memberName: row.memberName ?? "",
    reason: row.reason,
    from: row.from,
  };
}
