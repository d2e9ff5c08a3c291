import { z } from "zod";
import { Decimal, decimal } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import { DecimalString } from "../../platform/text.ts";

export const Better = z.enum(["up", "down"]);
export type Better = z.infer<typeof Better>;

/**
 * One step of a scoring table. Half-open: where more is better `[from, to)`, where less is better `(from, to]`.
 * `null` is open; the bands go upwards.
 */
export const ScoringBand = z.object({
  from: DecimalString.nullable(),
  to: DecimalString.nullable(),
  points: DecimalString,
});
export type ScoringBand = z.infer<typeof ScoringBand>;

/** The band a value falls into, by its place in the list; -1 in a gap. @source SPEC.md S-03 */
export function bandIndex(value: Decimal, bands: readonly ScoringBand[], better: Better): number {
  return bands.findIndex(({ from, to }) =>
    better === "up"
      ? (from === null || value.gte(from)) && (to === null || value.lt(to))
      : (from === null || value.gt(from)) && (to === null || value.lte(to)),
  );
}

/** Points inside a band that leans towards its neighbour; an open band is flat. @source SPEC.md S-03 */
export function interpolated(value: Decimal, bands: readonly ScoringBand[], index: number, better: Better): Decimal {
  const band = bands[index];
  if (band === undefined) throw new RangeError(`no band ${index}`);
  const points = decimal(band.points);
  if (band.from === null || band.to === null) return points;
  const neighbour = bands[better === "up" ? index + 1 : index - 1];
  const end = neighbour === undefined ? points : decimal(neighbour.points);
  const covered = better === "up" ? value.minus(band.from) : decimal(band.to).minus(value);
  return points.plus(end.minus(points).times(covered).div(decimal(band.to).minus(band.from)));
}

/**
 * What keeps a table from giving exactly one answer for every value: the ends are open, and each band begins where the last ended.
 *
 * @source SPEC.md S-03; Oracle, "ensure that the final range covers all possible values"
 */
export function checkBands(bands: readonly ScoringBand[], path: RefusalPath): Issue[] {
  const issues: Issue[] = [];
  for (const [index, band] of bands.entries()) {
    const at = [...path, index];
    const next = bands[index + 1];
    if (band.from !== null && band.to !== null && new Decimal(band.from).gte(band.to))
      issues.push({ code: "scoring_band_empty", params: { band: index + 1 }, path: at });
    if (index === 0 && band.from !== null)
      issues.push({ code: "scoring_band_first", params: { from: band.from }, path: [...at, "from"] });
    if (next === undefined) {
      if (band.to !== null) issues.push({ code: "scoring_band_last", params: { to: band.to }, path: [...at, "to"] });
    } else {
      issues.push(...seam(band, next, index, at));
    }
  }
  return issues;
}

function seam(band: ScoringBand, next: ScoringBand, index: number, path: RefusalPath): Issue[] {
  const params = { band: index + 1, next: index + 2, to: band.to ?? "∞", from: next.from ?? "−∞" };
  if (band.to === null || next.from === null) return [{ code: "scoring_band_overlap", params, path }];
  const order = new Decimal(next.from).cmp(band.to);
  if (order > 0) return [{ code: "scoring_band_gap", params, path }];
  return order < 0 ? [{ code: "scoring_band_overlap", params, path }] : [];
}
