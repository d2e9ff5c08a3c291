import { Refusal } from "../platform/refusal.ts";
import type { Calendar } from "./calendar.ts";
import { addDays, type Day } from "./day.ts";
import type { DayRange } from "./day-range.ts";
import { fiscalPeriod, fiscalPeriodOf } from "./fiscal-period.ts";
import type { Grain } from "./grain.ts";
import { naturalPeriod, naturalPeriodOf } from "./natural-period.ts";

/** `monthweek` is the part of a week that lies in one month; `custom` is a period of the company's own. */
export type PeriodGrain = Grain | "monthweek" | "custom";

/** A named span of business days, half-open: `start` is in, `end` is the first day after it. */
export interface Period extends DayRange {
  readonly key: string;
  readonly grain: PeriodGrain;
  /** Natural keys mean the same in every calendar; fiscal keys (`FY…`) and custom ones (`X-…`) belong to one. */
  readonly family: "natural" | "fiscal" | "custom";
}

/**
 * Reads a period key: `2026`, `2026-H1`, `2026-Q1`, `2026-03`, `2026-W10`, `2026-03-09`, `2026-03-W10` (the days of week 10
 * in March), `FY2026`, `FY2026-H1`, `FY2026-Q1`, `FY2026-P03`, `FY2026-W10`, `X-<custom key>`.
 * The period comes back under its one canonical key.
 *
 * @throws Refusal `period_key` for text that is no key, `period_not_in_calendar` for a key this calendar does not have
 * @source SPEC.md K-07
 */
export function period(key: string, calendar: Calendar): Period {
  if (key.startsWith("FY")) return fiscalPeriod(key, calendar);
  if (key.startsWith("X-")) return customPeriod(key, calendar);
  return naturalPeriod(key, calendar);
}

/**
 * The period of a grain that holds a day, in the calendar's own terms: with a fiscal year that is not the natural one,
 * years, halves and quarters are fiscal; months and weeks too when the year is made of weeks.
 *
 * @source SPEC.md K-07
 */
export function periodOf(day: Day, grain: Grain | "monthweek", calendar: Calendar): Period {
  return fiscalPeriodOf(day, grain, calendar) ?? naturalPeriodOf(day, grain, calendar);
}

/** The next period of the same grain and family; `null` after a custom one. */
export function nextPeriod(of: Period, calendar: Calendar): Period | null {
  return neighbour(of, of.end, calendar);
}

/** The previous period of the same grain and family; `null` before a custom one. */
export function previousPeriod(of: Period, calendar: Calendar): Period | null {
  return neighbour(of, addDays(of.start, -1), calendar);
}

function neighbour(of: Period, day: Day, calendar: Calendar): Period | null {
  if (of.grain === "custom") return null;
  return of.family === "natural" ? naturalPeriodOf(day, of.grain, calendar) : periodOf(day, of.grain, calendar);
}

function customPeriod(key: string, calendar: Calendar): Period {
  const found = calendar.customPeriods.find((custom) => `X-${custom.key}` === key);
  if (!found) throw new Refusal("period_not_in_calendar", { key });
  return { key, grain: "custom", family: "custom", start: found.start, end: found.end };
}
