import type { Calendar } from "../calendar/calendar.ts";
import { type Day, earlier, later } from "../calendar/day.ts";
import { type DayRange, rangeDays } from "../calendar/day-range.ts";
import { workdaysBetween } from "../calendar/workdays.ts";
import { type Decimal, decimal, ratio, sum, ZERO } from "../numbers/decimal.ts";

/** A target as agreed from a day on; before the period's first version begins, that version holds. */
export interface TargetVersion {
  readonly from: Day;
  readonly amount: Decimal;
}

/**
 * `replace`: the newest amount counts for the whole period. `prorate` (default): each amount counts for its days.
 * `forwardOnly`: earlier amounts count for their days, the newest is due in full from its day on.
 */
export type ChangeMode = "replace" | "prorate" | "forwardOnly";

/**
 * The target of a period whose amount was changed on the way, unrounded.
 *
 * @param versions in any order, at least one
 * @returns `null` without versions, or when the period has no day of that basis
 * @source SPEC.md G-09
 */
export function effectiveTarget(
  period: DayRange,
  versions: readonly TargetVersion[],
  calendar: Calendar,
  mode: ChangeMode = "prorate",
  basis: "workdays" | "days" = "workdays",
): Decimal | null {
  const ordered = versions.filter(({ from }) => from < period.end).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const newest = ordered.at(-1);
  if (!newest) return null;
  if (mode === "replace") return newest.amount;
  const whole = count(period, calendar, basis);
  const parts = ordered.map((version, index) => {
    if (mode === "forwardOnly" && version === newest && index > 0) return version.amount;
    const start = index === 0 ? period.start : later(version.from, period.start);
    const days = { start, end: later(start, earlier(ordered[index + 1]?.from ?? period.end, period.end)) };
    return ratio(version.amount.times(count(days, calendar, basis)), whole);
  });
  return parts.includes(null) ? null : sum(parts.map((part) => part ?? ZERO));
}

/** Whether a change on a day needs two approvals: after the middle of the period. @source SPEC.md G-09 */
export function needsTwoApprovals(period: DayRange, on: Day, calendar: Calendar): boolean {
  return count({ start: period.start, end: later(period.start, on) }, calendar, "workdays")
    .times(2)
    .gt(count(period, calendar, "workdays"));
}

function count(range: DayRange, calendar: Calendar, basis: "workdays" | "days"): Decimal {
  return decimal(basis === "days" ? rangeDays(range) : workdaysBetween(range.start, range.end, calendar));
}
