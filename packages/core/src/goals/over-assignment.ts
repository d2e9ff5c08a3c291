import { type Decimal, decimal, ONE, ratio } from "../numbers/decimal.ts";

/** Levels together above this are warned about: a rep at 100 % of plan would read far below. */
export const COMPOUND_LIMIT = decimal("0.25");

/** What is given to the level below: plan × (1 + k); k is negative where the manager carries a part. @source SPEC.md G-07 */
export function streetTarget(plan: Decimal, k: Decimal): Decimal {
  return plan.times(ONE.plus(k));
}

/** Attainment on both bases; reports always say which they show. @source SPEC.md G-07 */
export function attainmentOnBoth(
  actual: Decimal,
  plan: Decimal,
  k: Decimal,
): { plan: Decimal | null; street: Decimal | null } {
  return { plan: ratio(actual, plan), street: ratio(actual, streetTarget(plan, k)) };
}

/** What the levels' over-assignments compound to, and whether that is too much. @source SPEC.md G-07 */
export function compoundOverAssignment(levels: readonly Decimal[]): { compound: Decimal; excessive: boolean } {
  const compound = levels.reduce((product, k) => product.times(ONE.plus(k)), ONE).minus(ONE);
  return { compound, excessive: compound.gt(COMPOUND_LIMIT) };
}
