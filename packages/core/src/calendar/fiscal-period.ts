import { Refusal } from "../platform/refusal.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type Day, daysBetween, pad } from "./day.ts";
import { type DayRange, inRange } from "./day-range.ts";
import { type FiscalYearSpan, fiscalYear, fiscalYearOf } from "./fiscal-year.ts";
import type { Grain } from "./grain.ts";
import { naturalPeriodOf } from "./natural-period.ts";
import type { Period } from "./period.ts";

const KEY = /^FY(\d{4})(?:-(?:H([12])|Q([1-4])|P(\d\d)|W(\d\d)))?$/;

/** Reads a fiscal key; see `period`. */
export function fiscalPeriod(key: string, calendar: Calendar): Period {
  const match = KEY.exec(key);
  if (!match) throw new Refusal("period_key", { key });
  const year = fiscalYear(Number(match[1]), calendar);
  if (!year) throw new Refusal("period_not_in_calendar", { key });
  const [half, quarter, month, week] = match.slice(2).map((part) => (part === undefined ? null : Number(part)));
  const found =
    half != null
      ? halves(year)[half - 1]
      : quarter != null
        ? quarters(year)[quarter - 1]
        : month != null
          ? year.periods[month - 1]
          : year;
  if (week != null) return fiscalWeek(key, year, week, calendar);
  if (!found) throw new Refusal("period_not_in_calendar", { key });
  if (month != null) return monthPeriod(key, found, year, calendar);
  return {
    key,
    grain: half != null ? "half" : quarter != null ? "quarter" : "year",
    family: "fiscal",
    start: found.start,
    end: found.end,
  };
}

/** The fiscal period that holds a day; `null` when the grain is natural in this calendar. */
export function fiscalPeriodOf(day: Day, grain: Grain | "monthweek", calendar: Calendar): Period | null {
  const year = fiscalYearOf(day, calendar);
  if (!year || grain === "day" || grain === "monthweek") return null;
  const name = `FY${pad(year.label, 4)}`;
  if (grain === "year") return { key: name, grain, family: "fiscal", start: year.start, end: year.end };
  if (grain === "week") return weeksAreFiscal(calendar) ? weekAt(name, year, day) : null;
  if (grain === "month" && year.weeks === null) return null;
  const parts = grain === "half" ? halves(year) : grain === "quarter" ? quarters(year) : year.periods;
  const index = parts.findIndex((part) => inRange(day, part));
  const part = parts[index];
  if (!part) return null;
  const mark = grain === "half" ? `H${index + 1}` : grain === "quarter" ? `Q${index + 1}` : `P${pad(index + 1)}`;
  return { key: `${name}-${mark}`, grain, family: "fiscal", start: part.start, end: part.end };
}

/** Quarters are three periods each; the last of thirteen joins the fourth quarter. */
function quarters({ periods }: FiscalYearSpan): DayRange[] {
  return [0, 3, 6, 9].map((first) => span(periods.slice(first, first === 9 ? periods.length : first + 3)));
}

function halves(year: FiscalYearSpan): DayRange[] {
  const parts = quarters(year);
  return [span(parts.slice(0, 2)), span(parts.slice(2))];
}

function span(parts: readonly DayRange[]): DayRange {
  return { start: parts[0]?.start ?? "", end: parts.at(-1)?.end ?? "" };
}

/** In a year of months FY2026-P03 is simply a month, and comes back under the month's own key. */
function monthPeriod(key: string, month: DayRange, year: FiscalYearSpan, calendar: Calendar): Period {
  if (year.weeks === null) return naturalPeriodOf(month.start, "month", calendar);
  return { key, grain: "month", family: "fiscal", start: month.start, end: month.end };
}

function fiscalWeek(key: string, year: FiscalYearSpan, week: number, calendar: Calendar): Period {
  if (year.weeks === null || week < 1 || week > year.weeks) throw new Refusal("period_not_in_calendar", { key });
  const start = addDays(year.start, (week - 1) * 7);
  if (!weeksAreFiscal(calendar)) return naturalPeriodOf(start, "week", calendar);
  return { key, grain: "week", family: "fiscal", start, end: addDays(start, 7) };
}

function weekAt(name: string, year: FiscalYearSpan, day: Day): Period {
  const index = Math.floor(daysBetween(year.start, day) / 7);
  const start = addDays(year.start, index * 7);
  return { key: `${name}-W${pad(index + 1)}`, grain: "week", family: "fiscal", start, end: addDays(start, 7) };
}

/** ISO weeks keep their natural keys (`2026-W10`). */
function weeksAreFiscal(calendar: Calendar): boolean {
  return calendar.fiscal.kind === "weeks";
}
