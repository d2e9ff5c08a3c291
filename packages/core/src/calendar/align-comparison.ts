import type { Calendar } from "./calendar.ts";
import { addDays, addMonths, type Day, daysBetween, earlier, monthOf, monthStart, yearOf } from "./day.ts";
import type { DayRange } from "./day-range.ts";
import { lastYearOf, springMonths } from "./last-year.ts";
import { type Period, previousPeriod } from "./period.ts";
import { springFestival } from "./spring-festival.ts";
import { endOfWorkday, workdaysBetween } from "./workdays.ts";

/**
 * How an unfinished period is laid beside an earlier one.
 * `dates` up to the same date; `workdays` up to the same n-th working day (default); `weeks` as many days into the same fiscal week;
 * `spring` January and February together; `lunar` as many days from 正月初一.
 */
export const ALIGNMENTS = ["dates", "workdays", "weeks", "spring", "lunar"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

export interface Comparison {
  readonly current: DayRange;
  readonly base: DayRange;
  /** What was done: `spring` and `lunar` fall back to `workdays` outside January and February. */
  readonly alignment: Alignment;
}

/**
 * The two spans of equal elapsed time that 同比 (`lastYear`) or 环比 (`previous`) compares.
 *
 * @param through the first day not counted any more: today for figures as of now
 * @returns `null` when there is nothing to compare with
 * @source SPEC.md K-11
 */
export function alignComparison(
  of: Period,
  through: Day,
  against: "previous" | "lastYear",
  calendar: Calendar,
  alignment: Alignment = "workdays",
): Comparison | null {
  const base = against === "previous" ? previousPeriod(of, calendar) : lastYearOf(of, calendar);
  if (!base) return null;
  const inSpring = against === "lastYear" && of.grain === "month" && of.family === "natural" && monthOf(of.start) <= 2;
  if (inSpring && alignment === "spring") return springComparison(of, through, calendar);
  if (inSpring && alignment === "lunar")
    return lunarComparison(of, through) ?? alignComparison(of, through, against, calendar);
  const current = { start: of.start, end: earlier(through < of.start ? of.start : through, of.end) };
  const used = alignment === "spring" || alignment === "lunar" ? "workdays" : alignment;
  if (current.end === of.end) return { current, base: { start: base.start, end: base.end }, alignment: used };
  return { current, base: { start: base.start, end: baseEnd(current, base, used, calendar) }, alignment: used };
}

function baseEnd(
  current: DayRange,
  base: DayRange,
  alignment: "dates" | "workdays" | "weeks",
  calendar: Calendar,
): Day {
  if (current.start === current.end) return base.start;
  switch (alignment) {
    case "workdays":
      return endOfWorkday(base, workdaysBetween(current.start, current.end, calendar), calendar);
    case "weeks":
      return earlier(addDays(base.start, daysBetween(current.start, current.end)), base.end);
    case "dates":
      return earlier(sameDate(current, base), base.end);
  }
}

/** Months apart are counted in months, so that 31 March meets the last of February; other spans in days. */
function sameDate(current: DayRange, base: DayRange): Day {
  const startsMonth = current.start.endsWith("-01") && base.start.endsWith("-01");
  if (!startsMonth) return addDays(base.start, daysBetween(current.start, current.end));
  const apart = (yearOf(current.start) - yearOf(base.start)) * 12 + monthOf(current.start) - monthOf(base.start);
  return addDays(addMonths(addDays(current.end, -1), -apart), 1);
}

function springComparison(of: Period, through: Day, calendar: Calendar): Comparison {
  const both = springMonths(of.start);
  const past = springMonths(monthStart(yearOf(of.start) - 1, 1));
  const current = { start: both.start, end: earlier(through < both.start ? both.start : through, of.end) };
  const whole = current.end === both.end;
  const end = whole ? past.end : endOfWorkday(past, workdaysBetween(current.start, current.end, calendar), calendar);
  return { current, base: { start: past.start, end }, alignment: "spring" };
}

function lunarComparison(of: Period, through: Day): Comparison | null {
  const now = springFestival(yearOf(of.start));
  const then = springFestival(yearOf(of.start) - 1);
  if (now === null || then === null) return null;
  const shift = (day: Day) => addDays(then, daysBetween(now, day));
  const current = { start: of.start, end: earlier(through < of.start ? of.start : through, of.end) };
  return { current, base: { start: shift(current.start), end: shift(current.end) }, alignment: "lunar" };
}
