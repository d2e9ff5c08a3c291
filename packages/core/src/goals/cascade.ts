import type { Calendar } from "../calendar/calendar.ts";
import type { Grain } from "../calendar/grain.ts";
import type { Period } from "../calendar/period.ts";
import { childrenOf } from "../calendar/period-children.ts";
import type { Decimal } from "../numbers/decimal.ts";
import { splitTarget } from "./split.ts";
import { workdayWeights } from "./split-weights.ts";

export interface PeriodTarget {
  readonly period: Period;
  readonly amount: Decimal;
}

/**
 * Splits a period's target over its parts (year → quarters → months → pieces of weeks → days), by working days unless
 * weights, such as seasonal indices (G-03), are given. Parts add up to the target.
 *
 * @param weights one per part, in order
 * @source SPEC.md G-12
 */
export function cascadeTarget(
  target: PeriodTarget,
  unit: Decimal,
  calendar: Calendar,
  options: { readonly grain?: Grain; readonly weights?: readonly Decimal[] } = {},
): PeriodTarget[] {
  const parts = childrenOf(target.period, calendar, options.grain ?? null);
  const amounts = splitTarget(target.amount, options.weights ?? workdayWeights(parts, calendar), unit);
  return parts.flatMap((period, index) => {
    const amount = amounts[index];
    return amount === undefined ? [] : [{ period, amount }];
  });
}
