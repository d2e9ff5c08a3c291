import type { Calendar } from "./calendar.ts";
import type { FiscalYear } from "./calendar-body.ts";
import { addDays, type Day, dayAt, dayNumber, daysBetween, monthStart, weekdayAt, yearOf } from "./day.ts";
import type { DayRange } from "./day-range.ts";

type WeekFiscal = Extract<FiscalYear, { kind: "weeks" }>;

/** One fiscal year; its periods are the fiscal months, the first of them beginning with the year. */
export interface FiscalYearSpan extends DayRange {
  readonly label: number;
  /** 52 or 53; `null` when the year is made of months. */
  readonly weeks: number | null;
  readonly periods: readonly DayRange[];
}

/** The company's week calendar, ISO years included; `null` when its year is made of months. */
export function weekFiscal(calendar: Calendar): WeekFiscal | null {
  const { fiscal } = calendar;
  if (fiscal.kind === "weeks") return fiscal;
  if (fiscal.kind !== "iso") return null;
  return {
    kind: "weeks",
    pattern: "4-4-5",
    yearEnd: { rule: "nearest", month: 12 },
    label: "end",
    comparison: fiscal.comparison,
  };
}

/**
 * The fiscal year with a label, e.g. 2023 for FY2023; `null` in a calendar of natural years.
 *
 * @source SPEC.md K-07; NRF 4-5-4 calendar for the 53-week years
 */
export function fiscalYear(label: number, calendar: Calendar): FiscalYearSpan | null {
  const weeks = weekFiscal(calendar);
  if (weeks) return yearOfWeeks(label, weeks, calendar);
  const { fiscal } = calendar;
  if (fiscal.kind !== "months") return null;
  const first = fiscal.label === "start" ? label : label - 1;
  const edge = (month: number) => monthStart(first, fiscal.startMonth + month);
  const periods = Array.from({ length: 12 }, (_, month) => ({ start: edge(month), end: edge(month + 1) }));
  return { label, weeks: null, start: edge(0), end: edge(12), periods };
}

/** The fiscal year that holds a day; `null` in a calendar of natural years. */
export function fiscalYearOf(day: Day, calendar: Calendar): FiscalYearSpan | null {
  for (let label = yearOf(day) + 1; label >= yearOf(day) - 2; label--) {
    const year = fiscalYear(label, calendar);
    if (year && year.start <= day) return year;
  }
  return null;
}

function yearOfWeeks(label: number, fiscal: WeekFiscal, calendar: Calendar): FiscalYearSpan {
  const lastYear = fiscal.label === "start" ? label + 1 : label;
  const start = endOfWeeks(lastYear - 1, fiscal, calendar);
  const end = endOfWeeks(lastYear, fiscal, calendar);
  const weeks = daysBetween(start, end) / 7;
  return { label, weeks, start, end, periods: weekPeriods(start, weeks, fiscal) };
}

/** The day after the last day of the fiscal year that ends in, or next to, the year-end month of a calendar year. */
function endOfWeeks(year: number, { yearEnd }: WeekFiscal, calendar: Calendar): Day {
  const monthEnd = dayNumber(monthStart(year, yearEnd.month + 1)) - 1;
  const lastWeekday = weekdayAt(dayNumber("1970-01-05") + calendar.weekStart - 2);
  const back = (((weekdayAt(monthEnd) - lastWeekday) % 7) + 7) % 7;
  const nearerAhead = yearEnd.rule === "nearest" && back > 3;
  return dayAt(monthEnd - back + (nearerAhead ? 7 : 0) + 1);
}

/** Lengths in weeks by the pattern; the 53rd week joins the last period unless the calendar names another. */
function weekPeriods(start: Day, weeks: number, fiscal: WeekFiscal): DayRange[] {
  const pattern =
    fiscal.pattern === "13x4"
      ? Array<number>(13).fill(4)
      : [0, 1, 2, 3].flatMap(() => fiscal.pattern.split("-").map(Number));
  const longer = weeks === 53 ? (fiscal.week53 ?? pattern.length) : 0;
  let edge = start;
  return pattern.map((length, index) => {
    const from = edge;
    edge = addDays(edge, (length + (index + 1 === longer ? 1 : 0)) * 7);
    return { start: from, end: edge };
  });
}
