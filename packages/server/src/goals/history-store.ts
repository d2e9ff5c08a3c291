import type { TargetEvent } from "@dabiao/core/goals/target.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
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
