import type { Calendar } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { type DayRange, intersect, rangeDays, subtract } from "../calendar/day-range.ts";
import { naturalPeriodOf } from "../calendar/natural-period.ts";
import { workdaysBetween } from "../calendar/workdays.ts";
import { Decimal, decimal, ratio, sum } from "../numbers/decimal.ts";

/**
 * How a part of a period is measured: working days (default), calendar days, whole months (a month counts when its first
 * day was served), or half months (1 to 10 attended working days 0.5, 11 and more 1).
 */
export type ProrationBasis = "workdays" | "days" | "months" | "halfMonths";

/** The part of a calendar month that lies in a period: what it measures, and how much of that was served. */
export interface ServedMonth {
  readonly month: DayRange;
  readonly whole: Decimal;
  readonly served: Decimal;
}

/**
 * A period month by month: what was served, from hire to leave, less the approved leave (产假, 病假, 停薪).
 *
 * @param served when the person held the goal; `end` the first day not any more
 * @source SPEC.md G-10; half-month rule of published Chinese bonus rules
 */
export function servedMonths(
  period: DayRange,
  served: DayRange,
  calendar: Calendar,
  basis: ProrationBasis = "workdays",
  leave: readonly DayRange[] = [],
): ServedMonth[] {
  const parts = subtract(intersect(period, served), leave);
  const months: ServedMonth[] = [];
  for (let day: Day = period.start; day < period.end; day = months.at(-1)?.month.end ?? period.end) {
    const month = intersect(naturalPeriodOf(day, "month", calendar), period);
    const inMonth = parts.map((part) => intersect(month, part)).filter(({ start, end }) => start < end);
    months.push({ month, ...measure(month, inMonth, calendar, basis) });
  }
  return months;
}

/**
 * The share of a period that somebody served, 0 to 1.
 *
 * @returns `null` when the period has nothing to measure, e.g. no working day
 * @source SPEC.md G-10
 */
export function servedShare(
  period: DayRange,
  served: DayRange,
  calendar: Calendar,
  basis: ProrationBasis = "workdays",
  leave: readonly DayRange[] = [],
): Decimal | null {
  const months = servedMonths(period, served, calendar, basis, leave);
  return ratio(sum(months.map((month) => month.served)), sum(months.map(({ whole }) => whole)));
}

/**
 * A target for the part served: target × share, unrounded; G-04 rounds when it is split.
 *
 * @returns `null` (not applicable: the goal is withdrawn, never 0) when nothing was served
 * @source SPEC.md G-10
 */
export function prorateTarget(target: Decimal, share: Decimal | null): Decimal | null {
  return share === null || share.isZero() ? null : target.times(share);
}

function measure(
  month: DayRange,
  parts: readonly DayRange[],
  calendar: Calendar,
  basis: ProrationBasis,
): { whole: Decimal; served: Decimal } {
  const workdays = (part: DayRange) => workdaysBetween(part.start, part.end, calendar);
  switch (basis) {
    case "workdays":
      return { whole: decimal(workdays(month)), served: total(parts, workdays) };
    case "days":
      return { whole: decimal(rangeDays(month)), served: total(parts, rangeDays) };
    case "months":
      return { whole: decimal(1), served: decimal(parts.some(({ start }) => start === month.start) ? 1 : 0) };
    case "halfMonths":
      return { whole: decimal(1), served: halfMonth(month, parts, workdays) };
  }
}

/** A month served from its first to its last day is a whole one even when it has fewer than 11 working days. */
function halfMonth(month: DayRange, parts: readonly DayRange[], workdays: (part: DayRange) => number): Decimal {
  if (total(parts, rangeDays).eq(rangeDays(month))) return decimal(1);
  const attended = total(parts, workdays);
  if (attended.isZero()) return decimal(0);
  return decimal(attended.gte(11) ? "1" : "0.5");
}

function total(parts: readonly DayRange[], count: (part: DayRange) => number): Decimal {
  return new Decimal(parts.reduce((days, part) => days + count(part), 0));
}
