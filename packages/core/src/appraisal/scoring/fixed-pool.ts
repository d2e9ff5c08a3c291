import { splitTarget } from "../../goals/split.ts";
import { type Decimal, decimal } from "../../numbers/decimal.ts";
import { Refusal } from "../../platform/refusal.ts";

/**
 * Shares a fixed 奖金包 by base × coefficient, to the cent.
 *
 * @param pool money, a multiple of 0.01
 * @returns one payment per person, in order; they add up to the pool
 * @throws Refusal `pool_nobody` when every product is 0: an equal split would pay people for nothing
 * @source SPEC.md S-18, G-04
 */
export function splitPool(
  pool: Decimal,
  people: readonly { readonly base: Decimal; readonly coefficient: Decimal }[],
): Decimal[] {
  const weights = people.map(({ base, coefficient }) => base.times(coefficient));
  if (!pool.isZero() && weights.every((weight) => weight.isZero())) throw new Refusal("pool_nobody");
  return splitTarget(pool, weights, decimal("0.01"));
}
