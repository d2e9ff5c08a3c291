import type { Calendar } from "../calendar/calendar.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { workdaysBetween } from "../calendar/workdays.ts";
import { Decimal, ONE, sum, ZERO } from "../numbers/decimal.ts";

/** The same for everybody. */
export function evenWeights(count: number): Decimal[] {
  return Array.from({ length: count }, () => ONE);
}

/**
 * Weights from last year's actuals: negatives count as 0. Someone without a last year (`null`) takes the planned share of
 * the whole, e.g. 0.05, and the others keep their proportions in what is left.
 *
 * @source SPEC.md G-02
 */
export function historyWeights(actuals: readonly (Decimal | null)[], plannedShare: Decimal = ZERO): Decimal[] {
  const known = actuals.map((actual) => (actual === null ? null : Decimal.max(actual, 0)));
  const total = sum(known.map((actual) => actual ?? ZERO));
  if (total.isZero()) return evenWeights(actuals.length);
  const newcomers = known.filter((actual) => actual === null).length;
  const rest = Decimal.max(ONE.minus(plannedShare.times(newcomers)), 0);
  return known.map((actual) => (actual === null ? plannedShare : actual.div(total).times(rest)));
}

/**
 * Weights by working days, leave taken out.
 *
 * @source SPEC.md G-12
 */
export function workdayWeights(
  ranges: readonly DayRange[],
  calendar: Calendar,
  leave: readonly DayRange[] = [],
): Decimal[] {
  return ranges.map(({ start, end }) => new Decimal(workdaysBetween(start, end, calendar, leave)));
}
