import { Decimal, ratio, sum } from "../numbers/decimal.ts";
import type { Aggregate } from "./metric.ts";

/**
 * Whether parts of a figure may be added: `additive` over people and time; `people` over people only (a stock: across time its
 * last value counts); `none`: recomputed from the records at every level, never averaged.
 *
 * @source SPEC.md K-03
 */
export function additivity(aggregate: Aggregate): "additive" | "people" | "none" {
  if (aggregate === "count" || aggregate === "sum") return "additive";
  return aggregate === "last" ? "people" : "none";
}

/** A ratio over a group: the numerators' sum over the denominators' sum, never the mean of the ratios. @source SPEC.md K-03 */
export function pooledRatio(
  parts: readonly { readonly numerator: Decimal; readonly denominator: Decimal }[],
): Decimal | null {
  return ratio(sum(parts.map(({ numerator }) => numerator)), sum(parts.map(({ denominator }) => denominator)));
}

/** The mean; `null` over nothing (CV-2). */
export function average(values: readonly Decimal[]): Decimal | null {
  return values.length === 0 ? null : sum(values).div(values.length);
}

export function weightedAverage(
  parts: readonly { readonly value: Decimal; readonly weight: Decimal }[],
): Decimal | null {
  return ratio(sum(parts.map(({ value, weight }) => value.times(weight))), sum(parts.map(({ weight }) => weight)));
}

/** The p-quantile, 0 ≤ p ≤ 1, between neighbours by straight line, as `percentile_cont` in Postgres; 0.5 is the median. `null` over nothing. */
export function percentile(values: readonly Decimal[], p: Decimal): Decimal | null {
  const ordered = values.toSorted((a, b) => a.cmp(b));
  const place = p.times(ordered.length - 1);
  const below = ordered[place.floor().toNumber()];
  const above = ordered[place.ceil().toNumber()];
  if (below === undefined || above === undefined) return null;
  return below.plus(above.minus(below).times(place.minus(place.floor())));
}

/** A stock over time is its last known value. */
export function lastOf(values: readonly (Decimal | null)[]): Decimal | null {
  return values.findLast((value) => value !== null) ?? null;
}

/** Distinct things over groups: counted once however many groups hold them. */
export function distinctCount(groups: readonly ReadonlySet<string>[]): Decimal {
  return new Decimal(new Set(groups.flatMap((group) => [...group])).size);
}
