import type { Calendar } from "../calendar/calendar.ts";
import type { DayRange } from "../calendar/day-range.ts";
import type { Grain } from "../calendar/grain.ts";
import { nextPeriod, type Period, period, periodOf } from "../calendar/period.ts";
import { childrenOf } from "../calendar/period-children.ts";
import { Refusal } from "../platform/refusal.ts";
import type { PeriodSpec } from "./query.ts";

/** Three years of days, a lifetime of months. */
export const BUCKETS_MAX = 1_100;

/** The days a query speaks of; a key is read in the metric's calendar. */
export function rangeOf(spec: PeriodSpec, calendar: Calendar): DayRange {
  if (typeof spec === "string") return period(spec, calendar);
  if (spec.from > spec.to) throw new Refusal("metric_period", { from: spec.from, to: spec.to }, ["period"]);
  return { start: spec.from, end: spec.to };
}

/**
 * The periods of a grain that a span is cut into, in order. A named period is cut into its own parts; free days are
 * cut at the calendar's periods, of which the first and the last may reach beyond them.
 *
 * @throws Refusal `metric_buckets` for more than `BUCKETS_MAX` periods
 * @source SPEC.md K-07
 */
export function bucketsOf(spec: PeriodSpec, grain: Grain, calendar: Calendar): Period[] {
  if (typeof spec === "string") {
    const whole = period(spec, calendar);
    const parts = childrenOf(whole, calendar, grain);
    return bounded(parts.length > 0 ? parts : [whole]);
  }
  const found: Period[] = [];
  let next: Period | null = periodOf(spec.from, grain, calendar);
  while (next && next.start < spec.to && found.length <= BUCKETS_MAX) {
    found.push(next);
    next = nextPeriod(next, calendar);
  }
  return bounded(found);
}

function bounded(periods: Period[]): Period[] {
  if (periods.length > BUCKETS_MAX) throw new Refusal("metric_buckets", { limit: BUCKETS_MAX }, ["by"]);
  return periods;
}
