import { type Decimal, decimal, sum } from "../../numbers/decimal.ts";
import type { CardItem, CardScoring } from "./card-scoring.ts";

/**
 * The weight of each line in the total. Lines that are out give theirs to the others in proportion; under `dimensions`
 * first inside their dimension, and an empty dimension to the other dimensions.
 *
 * @param out lines that shall not count
 * @returns percent of the total by line, unrounded; they sum to 100 unless no line is left
 * @source SPEC.md S-10
 */
export function effectiveWeights(
  items: readonly CardItem[],
  scoring: CardScoring,
  out: ReadonlySet<string>,
): Map<string, Decimal> {
  const inside = items.filter(({ kind, key }) => kind === "scored" && !out.has(key));
  if (scoring.weights === "items") return shares(inside, decimal(100));
  const dimensions = scoring.dimensions.filter(({ key }) => inside.some(({ dimension }) => dimension === key));
  const whole = shares(dimensions, decimal(100));
  return new Map(
    dimensions.flatMap(({ key }) => [
      ...shares(
        inside.filter(({ dimension }) => dimension === key),
        whole.get(key) ?? decimal(0),
      ),
    ]),
  );
}

function shares(parts: readonly { readonly key: string; readonly weight: string }[], whole: Decimal) {
  const all = sum(parts.map(({ weight }) => decimal(weight)));
  return new Map(parts.map(({ key, weight }) => [key, all.isZero() ? all : decimal(weight).times(whole).div(all)]));
}
