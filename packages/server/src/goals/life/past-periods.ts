import { addDays, earlier } from "@dabiao/core/calendar/day.ts";
import { Grain } from "@dabiao/core/calendar/grain.ts";
import { type Period, periodOf } from "@dabiao/core/calendar/period.ts";
import type { OpenKpi } from "../kpi.ts";

/** How many past periods of a grain are comparable, and how many of them make a year of seasons. */
const REACH: Readonly<Record<Grain, { readonly count: number; readonly seasons: number }>> = {
  day: { count: 30, seasons: 1 },
  week: { count: 26, seasons: 1 },
  month: { count: 24, seasons: 12 },
  quarter: { count: 8, seasons: 4 },
  half: { count: 4, seasons: 2 },
  year: { count: 4, seasons: 1 },
};

/** Past periods to compare a period with: whole ones that are over, oldest first, without a gap before it. */
export interface PastPeriods {
  readonly periods: readonly Period[];
  /** 12 for months, 4 for quarters; 1 where seasons are not looked at. */
  readonly seasons: number;
  /** Periods between the last past one and the one asked about, for the season. */
  readonly ahead: number;
}

export function pastPeriods(kpi: OpenKpi, of: Period, today: string): PastPeriods {
  const grain = Grain.safeParse(of.grain).data ?? "month";
  const { count, seasons } = REACH[grain];
  const open = periodOf(today, grain, kpi.calendar);
  const first = earlier(of.start, open.start);
  const periods: Period[] = [];
  for (let before = first; periods.length < count; before = periods[0]?.start ?? before)
    periods.unshift(periodOf(addDays(before, -1), grain, kpi.calendar));
  let ahead = 0;
  for (let next = first; next < of.start && ahead < 60; ahead++) next = periodOf(next, grain, kpi.calendar).end;
  return { periods, seasons: of.grain === grain ? seasons : 1, ahead };
}
