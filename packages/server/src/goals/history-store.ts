import type { TargetEvent } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { Place } from "./place.ts";

interface EventRow extends Omit<TargetEvent, "at" | "before"> {
  readonly at: Date;
  readonly number: string;
}

/** A place's acts with what it was before and after, the newest first. */
export async function readHistory(
  on: Runner,
  kpi: string,
  place: Place,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<TargetEvent>> {
  const past = page.cursor === undefined ? raw("") : sql` where number < ${readCursor(page.cursor, 1)[0]}::bigint`;
  const rows = await on.rows<EventRow>(sql`
    select * from (
      select p.id, p.at, p.by_member as "memberId", p.kind, p.reason, p.from_day as "from", p.plan_version as "planVersion", p.number,
        e.amount::text, (sum(e.amount) over (order by p.number))::text as after
      from (${actsOf(on, kpi, place)}) e join ${ident(on.schema, "target_posting")} p on p.id = e.posting_id
    ) all_acts${past} order by number desc limit ${raw(String(page.limit + 1))}`);
  return pageOf(
    rows.map(({ number, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      before: decimal(row.after).minus(decimal(row.amount)).toFixed(),
      number,
    })),
    page.limit,
    ({ number }) => [number],
  );
}

/** Every posting that touched a place's target, by how much. */
function actsOf(on: Runner, kpi: string, { kind, id, period, slice }: Place): Sql {
  return sql`
    select l.posting_id, sum(l.amounts[array_position(f.names, ${period})]) as amount
    from ${ident(on.schema, "target_frame")} f join ${ident(on.schema, "target_line")} l on l.kpi = ${kpi} and l.frame_id = f.id
    where f.names @> array[${period}] and l.subject_id = ${id}::uuid and l.subject_kind = ${kind} and l.slice = ${slice}
      and l.account = 'target' and l.amounts[array_position(f.names, ${period})] is not null
    group by l.posting_id`;
}

/** One amount of a target and from which day it counts; null for the whole period. */
export interface StandingVersion {
  readonly from: string | null;
  readonly amount: Decimal;
  readonly at: Date;
}

/** What a target was after each act, the oldest first: what a change in the middle of a period is reckoned from (G-09). */
export async function readVersions(on: Runner, kpi: string, place: Place): Promise<StandingVersion[]> {
  const rows = await on.rows<{ from: string | null; amount: string; at: Date }>(sql`
    select p.from_day as "from", (sum(e.amount) over (order by p.number))::text as amount, p.at
    from (${actsOf(on, kpi, place)}) e join ${ident(on.schema, "target_posting")} p on p.id = e.posting_id order by p.number limit 10000`);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }));
}
