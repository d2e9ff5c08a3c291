import { type Decimal, ratio, sum } from "../../numbers/decimal.ts";

export interface WeightedPart {
  /** `null` is missing: it is left out with its weight, and never counts as 0. */
  readonly value: Decimal | null;
  readonly weight: Decimal;
}

/**
 * Σ value × weight ÷ Σ weight over the parts that are there.
 *
 * @returns `null` when none is, or they weigh nothing
 * @source SPEC.md S-08, S-14
 */
export function weightedMean(parts: readonly WeightedPart[]): Decimal | null {
  const there = parts.flatMap(({ value, weight }) => (value === null ? [] : [{ value, weight }]));
  return ratio(sum(there.map(({ value, weight }) => value.times(weight))), sum(there.map(({ weight }) => weight)));
}
