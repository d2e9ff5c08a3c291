import { type Day, monthOf, monthStart, yearOf } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";

/** The natural month that begins on a day. */
export function monthFrom(start: Day): DayRange {
  return { start, end: monthStart(yearOf(start), monthOf(start) + 1) };
}

/** First days of the natural months that lie whole inside a range. */
export function wholeMonths(range: DayRange): Day[] {
  const months: Day[] = [];
  let start = monthStart(yearOf(range.start), monthOf(range.start));
  if (start < range.start) start = monthFrom(start).end;
  for (let month = monthFrom(start); month.end <= range.end; month = monthFrom(month.end)) months.push(month.start);
  return months;
}
