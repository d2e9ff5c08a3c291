import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type Day, earlier, later } from "../calendar/day.ts";
import { type DayRange, intersect, rangeDays, subtract } from "../calendar/day-range.ts";
import { workdaysBetween } from "../calendar/workdays.ts";
import { Decimal, ratio, sum, ZERO } from "../numbers/decimal.ts";

/** As of now, today has not passed yet; as of a date, that day has. */
export type AsOf = { readonly kind: "now"; readonly today: Day } | { readonly kind: "date"; readonly day: Day };

/** A part of a period and its share of the whole, e.g. a month and its seasonal index; shares may be in any scale. */
export interface CurvePart extends DayRange {
  readonly weight: Decimal;
}

export interface ProgressOptions {
  /** `workdays` by default. */
  readonly unit?: "workdays" | "days";
  /** The person's own leave: those days are neither expected nor left. */
  readonly leave?: readonly DayRange[];
  /** Weights of parts of the period (G-03); inside a part, time runs by `unit`. */
  readonly curve?: readonly CurvePart[];
}

export interface TimeProgress {
  /** Days of the unit that have passed, that there are, and that are left. */
  readonly elapsed: number;
  readonly total: number;
  readonly remaining: number;
  /** 0 to 1, never falling; `null` when the period has no day of the unit. */
  readonly progress: Decimal | null;
}

/** The first day that has not passed. */
export function throughOf(asOf: AsOf): Day {
  return asOf.kind === "now" ? asOf.today : addDays(asOf.day, 1);
}

/**
 * How much of a period has passed: 时间进度.
 *
 * @param through the first day not counted, see `throughOf`
 * @source SPEC.md K-09
 */
export function timeProgress(
  period: DayRange,
  through: Day,
  calendar: Calendar,
  options: ProgressOptions = {},
): TimeProgress {
  const past = { start: period.start, end: later(period.start, earlier(through, period.end)) };
  const count = (range: DayRange) => countDays(range, calendar, options);
  const elapsed = count(past);
  const total = count(period);
  const progress = options.curve
    ? alongCurve(options.curve, past, count)
    : ratio(new Decimal(elapsed), new Decimal(total));
  return { elapsed, total, remaining: total - elapsed, progress };
}

function alongCurve(curve: readonly CurvePart[], past: DayRange, count: (range: DayRange) => number): Decimal | null {
  const weighed = curve.filter((part) => count(part) > 0);
  const done = weighed.map((part) => part.weight.times(count(intersect(part, past))).div(count(part)));
  const whole = sum(weighed.map(({ weight }) => weight));
  const share = ratio(sum(done), whole);
  return share === null ? null : Decimal.min(Decimal.max(share, ZERO), 1);
}

function countDays(range: DayRange, calendar: Calendar, { unit, leave = [] }: ProgressOptions): number {
  if (unit !== "days") return workdaysBetween(range.start, range.end, calendar, leave);
  return subtract(range, leave).reduce((days, part) => days + rangeDays(part), 0);
}
