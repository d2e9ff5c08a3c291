import type { Calendar } from "./calendar.ts";
import { addDays, addMonths, type Day, daysBetween, monthStart, pad, yearOf } from "./day.ts";
import type { DayRange } from "./day-range.ts";
import { type FiscalYearSpan, fiscalYear, fiscalYearOf, weekFiscal } from "./fiscal-year.ts";
import { naturalPeriodOf } from "./natural-period.ts";
import { type Period, periodOf } from "./period.ts";

/**
 * The days of last year that a period is compared with (同比). In a year of weeks the same fiscal weeks: `restated` drops
 * week 1 of a 53-week base year, so that the seasons meet again; `plain` compares like numbers, and week 53 with week 52.
 *
 * @returns `null` when there is no counterpart: a custom period, or a restated week 53
 * @source SPEC.md K-07, K-11
 */
export function lastYearOf(of: Period, calendar: Calendar): DayRange | null {
  if (of.grain === "custom") return null;
  if (of.family === "fiscal" && weekFiscal(calendar)) return sameFiscalWeeks(of, calendar);
  if (of.grain === "week") return sameWeekNumber(of, calendar);
  if (of.grain === "day" || of.grain === "monthweek")
    return { start: addMonths(of.start, -12), end: addDays(addMonths(addDays(of.end, -1), -12), 1) };
  const start = addMonths(of.start, -12);
  return of.family === "fiscal" ? periodOf(start, of.grain, calendar) : naturalPeriodOf(start, of.grain, calendar);
}

function sameFiscalWeeks(of: Period, calendar: Calendar): DayRange | null {
  const year = fiscalYearOf(of.start, calendar);
  const base = year && fiscalYear(year.label - 1, calendar);
  const restated = weekFiscal(calendar)?.comparison === "restated";
  if (!year || !base) return null;
  if (of.grain === "week" && daysBetween(year.start, of.start) === 364) return restated ? null : weekOf(base, 51);
  const dropped = restated && base.weeks === 53 && year.weeks === 52 ? 7 : 0;
  if (dropped === 0 && of.grain !== "week") return samePart(of, year, base);
  const start = addDays(base.start, dropped + daysBetween(year.start, of.start));
  return { start, end: addDays(start, daysBetween(of.start, of.end)) };
}

/** The part of the base year with the same number: its length may differ by the 53rd week. */
function samePart(of: Period, year: FiscalYearSpan, base: FiscalYearSpan): DayRange | null {
  if (of.grain === "year") return base;
  const first = year.periods.findIndex(({ start }) => start === of.start);
  const last = year.periods.findIndex(({ end }) => end === of.end);
  const from = base.periods[first];
  const to = base.periods[last];
  return from && to ? { start: from.start, end: to.end } : null;
}

function weekOf(year: FiscalYearSpan, index: number): DayRange {
  const start = addDays(year.start, index * 7);
  return { start, end: addDays(start, 7) };
}

/** Week 53 compares with week 52 when last year had none. */
function sameWeekNumber(of: Period, calendar: Calendar): DayRange {
  const year = Number(of.key.slice(0, 4)) - 1;
  const first = naturalPeriodOf(`${pad(year, 4)}-01-04`, "week", calendar).start;
  const start = addDays(first, (Number(of.key.slice(6)) - 1) * 7);
  const week = naturalPeriodOf(start, "week", calendar);
  return week.key.startsWith(pad(year, 4)) ? week : naturalPeriodOf(addDays(start, -7), "week", calendar);
}

/** 1 January to the end of February: the months among which the Spring Festival wanders. */
export function springMonths(day: Day): DayRange {
  return { start: monthStart(yearOf(day), 1), end: monthStart(yearOf(day), 3) };
}
