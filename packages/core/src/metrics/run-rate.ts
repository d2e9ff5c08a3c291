import { Decimal, sum } from "../numbers/decimal.ts";
import type { TimeProgress } from "./time-progress.ts";

/** `even` as fast as so far; `curve` along the usual course of the period; `trailing` as fast as the last k working days. */
export type RunRateMethod = "even" | "curve" | "trailing";

/** One projection to the period's end; shown with its method, several as a range. */
export interface Projection {
  readonly method: RunRateMethod;
  readonly value: Decimal;
}

/**
 * A + A ÷ elapsed × remaining, in days of the progress's unit.
 *
 * @returns `null` before the first day has passed, or without data
 * @source SPEC.md K-10
 */
export function runRate(actual: Decimal | null, { elapsed, remaining }: TimeProgress): Projection | null {
  if (actual === null || elapsed === 0) return null;
  return { method: "even", value: actual.plus(actual.div(elapsed).times(remaining)) };
}

/** Actual over the share of the period's result that is usually there by now. @source SPEC.md K-10 */
export function runRateAlongCurve(actual: Decimal | null, usualShare: Decimal | null): Projection | null {
  if (actual === null || usualShare === null || usualShare.isZero()) return null;
  return { method: "curve", value: actual.div(usualShare) };
}

/** The mean of the last working days' results, carried on for the days left. @source SPEC.md K-10 */
export function trailingRunRate(
  actual: Decimal | null,
  lastDays: readonly Decimal[],
  remaining: number,
): Projection | null {
  if (actual === null || lastDays.length === 0) return null;
  return { method: "trailing", value: actual.plus(sum(lastDays).div(lastDays.length).times(remaining)) };
}

/** Lowest and highest of the projections that there are; `null` when there is none. */
export function projectionRange(projections: readonly (Projection | null)[]): { low: Decimal; high: Decimal } | null {
  const values = projections.flatMap((projection) => projection?.value ?? []);
  return values.length === 0 ? null : { low: Decimal.min(...values), high: Decimal.max(...values) };
}
