import { Decimal, decimal } from "../numbers/decimal.ts";
import { simpleSeasonality } from "./seasonality.ts";

/** A past period's result of one person or unit. */
export interface PastResult {
  /** Its place among all past periods, the oldest is 0. */
  readonly index: number;
  readonly value: Decimal;
  /** What part of a whole period was theirs; less than half says too little. */
  readonly share: Decimal;
}

const LEAST_SHARE = decimal("0.5");

/**
 * Past results put on the footing of the period asked about: of part periods the whole, out of season into its season.
 *
 * @param season index of the season asked about over each past period's index; see `seasonFactors`
 * @param share what part of the period asked about is theirs
 * @source SPEC.md A14
 */
export function comparableResults(
  past: readonly PastResult[],
  season: readonly (Decimal | null)[],
  share: Decimal,
): Decimal[] {
  return past.flatMap(({ index, value, share: served }) => {
    const factor = season[index] ?? null;
    return factor === null || served.lt(LEAST_SHARE) ? [] : [value.div(served).times(factor).times(share)];
  });
}

/**
 * By what every past period's result is multiplied to be one of the season asked about. With less than two whole years
 * since the first result, for periods without seasons, or for a season that never brought anything, nothing is known
 * about seasons and the factor is 1.
 *
 * @param totals everybody's result of every past period, oldest first, without a gap
 * @param seasons 12 for months, 4 for quarters, 2 for halves; 1 without seasons
 * @returns one factor per past period; `null` where its season never brings anything
 * @source SPEC.md A14, G-03
 */
export function seasonFactors(totals: readonly Decimal[], seasons: number): (Decimal | null)[] {
  const one = decimal(1);
  const unknown = totals.map(() => one);
  const begun = totals.findIndex((total) => !total.isZero());
  const years = begun < 0 ? 0 : Math.floor((totals.length - begun) / seasons);
  if (seasons < 2 || years < 2) return unknown;
  const skipped = totals.length - years * seasons;
  const indices = simpleSeasonality(
    totals.slice(skipped).map((total) => Decimal.max(total, 0)),
    seasons,
  );
  const asked = indices[0] ?? one;
  if (asked.isZero()) return unknown;
  return totals.map((_, position) => {
    const index = indices[(((position - skipped) % seasons) + seasons) % seasons] ?? one;
    return index.isZero() ? null : asked.div(index);
  });
}
