import { type Decimal, decimal, sum, ZERO } from "../../numbers/decimal.ts";
import { average } from "../aggregate.ts";

/** Fewer comparable periods than this say too little for a spread. */
export const HISTORY_MIN = 6;

/** What comparable past periods say about a figure, ascending by how good it is. */
export interface History {
  readonly count: number;
  readonly mean: Decimal;
  /** Of a sample (n − 1); null for fewer than two values. */
  readonly deviation: Decimal | null;
  readonly median: Decimal;
  readonly best: Decimal;
  /** The value that 90 percent of the periods did not beat, and the one a quarter of them did not reach. */
  readonly p90: Decimal;
  readonly p25: Decimal;
}

/**
 * Comparable past periods taken together; null when there is none.
 *
 * @param values actuals, `null` for periods without data, which say nothing
 * @param season what the coming period's season makes of an ordinary one, 1 when there is none
 * @param lowerIsBetter turns the order round: the best is the lowest
 * @source SPEC.md K-02; percentiles by nearest rank
 */
export function historyOf(
  values: readonly (Decimal | null)[],
  season: Decimal = decimal(1),
  lowerIsBetter = false,
): History | null {
  const known = values.flatMap((value) => (value === null ? [] : [value.times(season)]));
  const mean = average(known);
  if (mean === null) return null;
  const ordered = known.toSorted((a, b) => (lowerIsBetter ? b.cmp(a) : a.cmp(b)));
  const rank = (share: string) =>
    ordered[Math.max(0, decimal(share).times(ordered.length).ceil().toNumber() - 1)] ?? ZERO;
  const squares = sum(known.map((value) => value.minus(mean).pow(2)));
  return {
    count: known.length,
    mean,
    deviation: known.length < 2 ? null : squares.div(known.length - 1).sqrt(),
    median: rank("0.5"),
    best: ordered.at(-1) ?? ZERO,
    p90: rank("0.9"),
    p25: rank("0.25"),
  };
}

/** How many standard deviations a target lies above the mean (below it, where lower is better); null without a spread. */
export function zScore(target: Decimal, { mean, deviation }: History, lowerIsBetter = false): Decimal | null {
  if (deviation === null || deviation.isZero()) return null;
  const distance = lowerIsBetter ? mean.minus(target) : target.minus(mean);
  return distance.div(deviation);
}
