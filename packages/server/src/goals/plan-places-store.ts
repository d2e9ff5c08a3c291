import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { period as readPeriod } from "@dabiao/core/calendar/period.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import type { Place } from "./place.ts";

/** Periods with targets that lie in a plan; those the calendar no longer knows are with it, to be told. */
export async function planPeriods(on: Runner, kpi: OpenKpi, plan: string): Promise<string[]> {
  const whole = periodIn(kpi, plan);
  const rows = await on.rows<{ period: string }>(sql`
    select distinct u.name as period from ${ident(on.schema, "target_frame")} f, unnest(f.names) u (name)
    where exists (select from ${ident(on.schema, "target_line")} l where l.kpi = ${kpi.key} and l.frame_id = f.id)`);
  return rows.map(({ period }) => period).filter((key) => liesIn(kpi, key, whole));
}

function liesIn(kpi: OpenKpi, key: string, whole: DayRange): boolean {
  try {
    const { start, end } = readPeriod(key, kpi.calendar);
    return start < whole.end && whole.start < end && !(start <= whole.start && end >= whole.end && end > whole.end);
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** Places of a plan that ever had a target. */
export async function planPlaces(on: Runner, kpi: OpenKpi, plan: string, most: number): Promise<Place[]> {
  const periods = await planPeriods(on, kpi, plan);
  return await on.rows<Place>(sql`
    with spot as materialized (
      select f.id, u.name, u.place::int as place from ${ident(on.schema, "target_frame")} f, unnest(f.names) with ordinality u (name, place)
      where f.names && ${periods}::text[] and u.name = any(${periods}::text[])
    )
    select distinct l.subject_kind as kind, l.subject_id as id, s.name as period, l.slice from spot s
    join ${ident(on.schema, "target_line")} l on l.kpi = ${kpi.key} and l.frame_id = s.id
    where l.account = 'target' and l.amounts[s.place] is not null limit ${raw(String(most))}`);
}
