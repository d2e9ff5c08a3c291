import { type Decimal, decimal } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";
import { shareUnits, wholeWeights } from "./share-units.ts";

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
  return shareUnits(BigInt(total.toFixed(0)), wholeWeights(weights)).map((share) => decimal(share));
}
