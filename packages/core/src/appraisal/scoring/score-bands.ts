import { type Decimal, decimal } from "../../numbers/decimal.ts";
import { type Facts, measureFacts, type ScoringMeasure } from "./measure.ts";
import type { RuleScore } from "./rule-score.ts";
import { type Better, bandIndex, interpolated, type ScoringBand } from "./scoring-band.ts";
import type { RuleOf } from "./scoring-rule.ts";
import { type TraceStep, traceStep } from "./trace.ts";

/**
 * Points by the one band a value falls into, or leaning towards the next band when interpolated.
 *
 * A table with a gap, which `checkBands` refuses, has no points there.
 *
 * @source SPEC.md S-03
 */
export function scoreBands(rule: RuleOf<"bands">, facts: Facts): RuleScore {
  const { value, attainment, trace } = measureFacts(rule.measure, facts);
  if (typeof value === "string") return { points: value, attainment, trace };
  const given = bandPoints(value, rule.bands, rule, "S-03");
  return { points: given?.points ?? "rule_gap", attainment, trace: given === null ? trace : [...trace, given.step] };
}

interface BandsBy {
  readonly better: Better;
  readonly interpolate: boolean;
  /** Left out for places among peers, which are no measure. */
  readonly measure?: ScoringMeasure;
}

/** The points of a value in a table, with their step; `null` in a gap. */
export function bandPoints(
  value: Decimal,
  bands: readonly ScoringBand[],
  { better, interpolate, measure }: BandsBy,
  rule: string,
): { points: Decimal; step: TraceStep } | null {
  const index = bandIndex(value, bands, better);
  const band = bands[index];
  if (band === undefined) return null;
  const points = interpolate ? interpolated(value, bands, index, better) : decimal(band.points);
  const params = { x: value, from: band.from ?? "−∞", to: band.to ?? "∞", band: index + 1 };
  const code = `band_${interpolate ? "between" : better}` as const;
  return { points, step: traceStep(rule, measure?.of === "attainment" ? `${code}_share` : code, points, params) };
}
