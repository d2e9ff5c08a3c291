import type { ScoringBand } from "@dabiao/core/appraisal/scoring/scoring-band.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

/** A band begins elsewhere, and the one before ends there. */
export function limitMoved(bands: readonly ScoringBand[], index: number, limit: string): ScoringBand[] {
  return bands.map((band, place) => ({
    ...band,
    from: place === index ? limit : band.from,
    to: place === index - 1 ? limit : band.to,
  }));
}

/** One more band at the upper end, a step beyond the last limit. */
export function bandAdded(bands: readonly ScoringBand[], percent: boolean): ScoringBand[] {
  const last = bands.at(-1);
  if (last === undefined) return [{ from: null, to: null, points: "0" }];
  const step = percent ? "0.1" : "1";
  const limit = last.from === null ? (percent ? "1" : "0") : decimal(last.from).plus(step).toString();
  return [...bands.slice(0, -1), { ...last, to: limit }, { from: limit, to: null, points: last.points }];
}

/** Its neighbour takes what it held: the one below, or of the lowest the one above. */
export function bandRemoved(bands: readonly ScoringBand[], index: number): ScoringBand[] {
  const removed = bands[index];
  return bands
    .map((band, place) => {
      if (index === 0) return place === 1 ? { ...band, from: null } : band;
      return place === index - 1 ? { ...band, to: removed?.to ?? null } : band;
    })
    .filter((_, place) => place !== index);
}
