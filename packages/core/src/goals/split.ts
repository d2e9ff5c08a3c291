import { Decimal, sum, ZERO } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";

/**
 * Splits a target into shares that add up to it exactly (largest remainder, Hamilton's method). Units left over after
 * rounding down go to the largest fractions; ties to the larger weight, then to the earlier share.
 *
 * @param amount  parent target in the KPI's unit; may be negative (then |amount| is split and negated)
 * @param weights one number ≥ 0 per share, in any scale; all zero means an equal split
 * @param unit    smallest step a share may have, e.g. 0.01 for money, 1 for visits; `amount` is a multiple of it
 * @returns one share per weight, in order; their sum is `amount`, each is less than one unit from its quota
 * @throws Refusal `target_split_weight` for a negative weight, `target_split_unit` for an amount that is no multiple of
 *   `unit`, `target_split_nobody` when there is an amount but no share
 * @source SPEC.md G-04; Hamilton's method, electowiki
 */
export function splitTarget(amount: Decimal, weights: readonly Decimal[], unit: Decimal): Decimal[] {
  refuseBadSplit(amount, weights, unit);
  const units = splitUnits(amount.abs().div(unit), weights);
  return units.map((count) => (amount.isNegative() && !count.isZero() ? count.negated() : count).times(unit));
}

export function refuseBadSplit(amount: Decimal, weights: readonly Decimal[], unit: Decimal): void {
  const index = weights.findIndex((weight) => weight.isNegative() && !weight.isZero());
  if (index >= 0)
    throw new Refusal("target_split_weight", { index: index + 1, weight: String(weights[index]) }, ["weights", index]);
  if (!unit.isPositive() || unit.isZero() || !amount.mod(unit).isZero())
    throw new Refusal("target_split_unit", { amount: amount.toString(), unit: unit.toString() });
  if (weights.length === 0 && !amount.isZero()) throw new Refusal("target_split_nobody", { amount: amount.toString() });
}

/** Splits a whole number of units ≥ 0. Works on whole numerators, so no quotient is ever rounded. */
export function splitUnits(total: Decimal, weights: readonly Decimal[]): Decimal[] {
  const all = sum(weights);
  const scale = all.isZero() ? weights.map(() => new Decimal(1)) : weights;
  const whole = all.isZero() ? new Decimal(weights.length) : all;
  const quotas = scale.map((weight) => {
    const product = total.times(weight);
    const floor = product.divToInt(whole);
    return { floor, rest: product.minus(floor.times(whole)), weight };
  });
  const left = total.minus(sum(quotas.map(({ floor }) => floor))).toNumber();
  const order = quotas
    .map((quota, index) => ({ ...quota, index }))
    .sort((a, b) => b.rest.cmp(a.rest) || b.weight.cmp(a.weight) || a.index - b.index);
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return quotas.map(({ floor }, index) => floor.plus(raised.has(index) ? 1 : ZERO));
}
