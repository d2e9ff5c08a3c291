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

/**
 * The share of a period that somebody served, 0 to 1: from hire to leave, less the approved leave (产假, 病假, 停薪).
 *
 * @param served when the person held the goal; `end` the first day not any more
 * @returns `null` when the period has nothing to measure, e.g. no working day
 * @source SPEC.md G-10; half-month rule of published Chinese bonus rules
 */
export function servedShare(
  period: DayRange,
  served: DayRange,
  calendar: Calendar,
  basis: ProrationBasis = "workdays",
  leave: readonly DayRange[] = [],
): Decimal | null {
  const parts = subtract(intersect(period, served), leave);
  switch (basis) {
    case "workdays":
      return ratio(
        total(parts, (part) => workdaysBetween(part.start, part.end, calendar)),
        decimal(workdaysBetween(period.start, period.end, calendar)),
      );
    case "days":
      return ratio(total(parts, rangeDays), decimal(rangeDays(period)));
    case "months":
      return overMonths(period, calendar, (month) =>
        parts.some((part) => part.start <= month.start && month.start < part.end) ? "1" : "0",
      );
    case "halfMonths":
      return overMonths(period, calendar, (month) => halfMonth(month, parts, calendar));
  }
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

function overMonths(period: DayRange, calendar: Calendar, value: (month: DayRange) => string): Decimal | null {
  const months: DayRange[] = [];
  for (let day: Day = period.start; day < period.end; day = months.at(-1)?.end ?? period.end)
    months.push(naturalPeriodOf(day, "month", calendar));
  return ratio(sum(months.map((month) => decimal(value(intersect(month, period))))), decimal(months.length));
}

/** A month served from its first to its last day is a whole one even when it has fewer than 11 working days. */
function halfMonth(month: DayRange, parts: readonly DayRange[], calendar: Calendar): string {
  const served = parts.map((part) => intersect(month, part));
  if (total(served, rangeDays).eq(rangeDays(month))) return "1";
  const attended = total(served, (part) => workdaysBetween(part.start, part.end, calendar));
  if (attended.isZero()) return "0";
  return attended.gte(11) ? "1" : "0.5";
}

function total(parts: readonly DayRange[], count: (part: DayRange) => number): Decimal {
  return new Decimal(parts.reduce((days, part) => days + count(part), 0));
}
