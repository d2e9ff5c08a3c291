import { Decimal, decimal, ratio, sum, ZERO } from "../numbers/decimal.ts";
import type { AggregateMeasure } from "./metric.ts";

/** One contribution to a figure. Days and ids order a stock's entries; `n` is how much of one record it is. */
export interface Fact {
  readonly id: string;
  readonly member: string | null;
  readonly day: string;
  readonly v: string | null;
  readonly w: string | null;
  readonly n: string;
}

/**
 * An aggregate over facts, exactly as the database computes it but for its rounding: null is no data (CV-2).
 *
 * @source SPEC.md K-03
 */
export function aggregateFacts(measure: AggregateMeasure, facts: readonly Fact[]): Decimal | null {
  const values = facts.filter(({ v }) => v !== null);
  const numbers = () => values.map(({ v }) => decimal(v ?? "0"));
  switch (measure.aggregate) {
    case "count":
      return measure.credit.kind === "split" ? sum(facts.map(({ n }) => decimal(n))) : decimal(facts.length);
    case "sum":
      return sum(numbers());
    case "avg":
    case "duration":
      return ratio(sum(numbers()), decimal(values.length));
    case "wavg":
      return weighted(values);
    case "min":
      return values.length === 0 ? null : Decimal.min(...numbers());
    case "max":
      return values.length === 0 ? null : Decimal.max(...numbers());
    case "distinct":
      return decimal(new Set(values.map(({ v }) => v)).size);
    case "median":
      return quantile(numbers(), new Decimal("0.5"));
    case "percentile":
      return quantile(numbers(), new Decimal(measure.percentile ?? 0.5));
    case "last":
      return stock(facts);
  }
}

/** The value at a place between the sorted neighbours, interpolated: the median of 1 and 4 is 2.5. */
export function quantile(values: readonly Decimal[], fraction: Decimal): Decimal | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a.cmp(b));
  const place = fraction.times(sorted.length - 1);
  const low = place.floor();
  const below = sorted[low.toNumber()] ?? ZERO;
  const above = sorted[low.toNumber() + 1] ?? below;
  return below.plus(place.minus(low).times(above.minus(below)));
}

function weighted(values: readonly Fact[]): Decimal | null {
  const weights = values.map(({ w }) => (w === null ? null : decimal(w)));
  const products = values.flatMap(({ v }, index) => {
    const weight = weights[index];
    return weight ? [decimal(v ?? "0").times(weight)] : [];
  });
  if (products.length === 0) return null;
  return ratio(sum(products), sum(weights.filter((weight) => weight !== null)));
}

/** Each member's latest entry, added up over people. */
function stock(facts: readonly Fact[]): Decimal | null {
  const latest = new Map<string | null, Fact>();
  for (const fact of facts) {
    const known = latest.get(fact.member);
    if (!known || known.day < fact.day || (known.day === fact.day && known.id < fact.id)) latest.set(fact.member, fact);
  }
  const values = [...latest.values()].flatMap(({ v }) => (v === null ? [] : [decimal(v)]));
  return values.length === 0 ? null : sum(values);
}
