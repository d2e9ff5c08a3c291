import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type Day, earlier, later } from "../calendar/day.ts";
import { type DayRange, intersect } from "../calendar/day-range.ts";
import type { Grain } from "../calendar/grain.ts";
import { nextPeriod, type Period, periodOf } from "../calendar/period.ts";

/** A period a line looks at. `days` is all of it, or its days up to the span's end where it runs longer. */
export interface ItemPeriod {
  readonly period: Period;
  readonly days: DayRange;
}

/** More periods than a year has weeks are a mistake. */
const PERIODS_MAX = 60;

/**
 * The periods of a line in the span of an appraisal: those of its grain and calendar that end within the span, so that
 * every fiscal month is appraised once. A line with a longer period is looked at from that period's start to the span's end.
 *
 * @source SPEC.md A-01, S-14; capabilities A2
 */
export function itemPeriods(grain: Grain, calendar: Calendar, span: DayRange): ItemPeriod[] {
  const found: ItemPeriod[] = [];
  let at: Period | null = periodOf(span.start, grain, calendar);
  for (let count = 0; at !== null && at.end <= span.end && count < PERIODS_MAX; count++) {
    if (at.end > span.start) found.push({ period: at, days: at });
    at = nextPeriod(at, calendar);
  }
  if (found.length > 0) return found;
  const last = periodOf(addDays(span.end, -1), grain, calendar);
  return [{ period: last, days: { start: last.start, end: span.end } }];
}

/** Periods that have begun by a day: today's score looks at no month that has not started. */
export function begunPeriods(periods: readonly ItemPeriod[], today: Day): ItemPeriod[] {
  const begun = periods.filter(({ days }) => days.start <= today);
  return begun.length > 0 ? begun : periods.slice(0, 1);
}

/**
 * The days of a period that belong to a part of the span. The first part also takes what lies before the span and the
 * last what lies behind it, so that a fiscal month is never cut.
 */
export function daysOfPart(days: DayRange, part: DayRange, span: DayRange): DayRange {
  return intersect(days, {
    start: part.start <= span.start ? earlier(days.start, part.start) : part.start,
    end: part.end >= span.end ? later(days.end, part.end) : part.end,
  });
}
