import { type Decimal, ONE } from "../../numbers/decimal.ts";
import { type TraceStep, traceStep } from "./trace.ts";
import { weightedMean } from "./weighted-mean.ts";

/** One part of a longer period: a month of a year, or the time under one manager. */
export interface PeriodPart {
  /** `null` is not scored yet and holds up the whole; `not_applicable` is left out. */
  readonly score: Decimal | null | "not_applicable";
  /** Working days served in it. */
  readonly days: Decimal;
}

export interface ComposedPeriod {
  /** Unrounded; `null` while a part is missing or nothing applies. */
  readonly score: Decimal | null;
  /** Places in the list of parts without a score. */
  readonly missing: readonly number[];
  readonly trace: readonly TraceStep[];
}

/**
 * The score of a period from those of its parts, by days served (default) or each alike.
 *
 * @source SPEC.md S-14, A-10
 */
export function composePeriods(parts: readonly PeriodPart[], weighting: "served" | "equal" = "served"): ComposedPeriod {
  const missing = parts.flatMap(({ score }, index) => (score === null ? [index] : []));
  const weighed = parts.map(({ score, days }) => ({
    value: score === "not_applicable" ? null : score,
    weight: weighting === "served" ? days : ONE,
  }));
  const score = missing.length > 0 ? null : weightedMean(weighed);
  const steps = parts.map(({ score: value, days }, index) =>
    traceStep("S-14", value === "not_applicable" ? "part_out" : "part", typeof value === "string" ? null : value, {
      part: index + 1,
      days,
    }),
  );
  return { score, missing, trace: [...steps, traceStep("S-14", `composed_${weighting}`, score)] };
}
