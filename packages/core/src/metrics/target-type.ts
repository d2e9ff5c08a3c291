import { Decimal, ONE, ratio, ZERO } from "../numbers/decimal.ts";

/** K-12: how a target is meant. `maintain` counts the periods that stayed within bounds. */
export type TargetType =
  | { readonly kind: "maximize"; readonly start: Decimal; readonly target: Decimal }
  | { readonly kind: "minimize"; readonly start: Decimal; readonly target: Decimal }
  | { readonly kind: "maintain"; readonly least?: Decimal; readonly most?: Decimal }
  | { readonly kind: "milestone" };

/**
 * Attainment of a target as a fraction, by its type.
 *
 * @param actuals one per period so far, in order; `null` for a period not reported. `maximize` and `minimize` use the last
 *   reported one; for `milestone` anything but 0 is done; a `maintain` period missing before the last reported one is not met
 * @returns `null` when nothing was reported
 * @source SPEC.md K-12; ServiceNow target types
 */
export function attainmentByType(type: TargetType, actuals: readonly (Decimal | null)[]): Decimal | null {
  const last = actuals.findLastIndex((actual) => actual !== null);
  const actual = actuals[last] ?? null;
  if (actual === null) return null;
  switch (type.kind) {
    case "maximize":
      return ratio(actual.minus(type.start), type.target.minus(type.start)) ?? fraction(actual.gte(type.target));
    case "minimize":
      return ratio(type.start.minus(actual), type.start.minus(type.target)) ?? fraction(actual.lte(type.target));
    case "maintain":
      return new Decimal(
        actuals.slice(0, last + 1).filter((value) => value !== null && within(value, type)).length,
      ).div(last + 1);
    case "milestone":
      return fraction(!actual.isZero());
  }
}

/** The bounds of 恒定 ±tolerance, e.g. 250 ± 5 % is 237.5 to 262.5. */
export function maintainBand(centre: Decimal, tolerance: Decimal): { kind: "maintain"; least: Decimal; most: Decimal } {
  const room = centre.abs().times(tolerance);
  return { kind: "maintain", least: centre.minus(room), most: centre.plus(room) };
}

export type Rag = "green" | "yellow" | "red";

/** Green from 90 %, yellow from 75 %, red below; a milestone is never yellow. @source SPEC.md K-12 */
export function ragOf(attainment: Decimal | null, kind: TargetType["kind"]): Rag | null {
  if (attainment === null) return null;
  if (attainment.gte("0.9")) return "green";
  return attainment.gte("0.75") && kind !== "milestone" ? "yellow" : "red";
}

/** Cumulative targets show the latest period's status, others the worst. `null` periods say nothing. @source SPEC.md K-12 */
export function rollUpRag(statuses: readonly (Rag | null)[], cumulative: boolean): Rag | null {
  const known = statuses.filter((status): status is Rag => status !== null);
  if (cumulative) return known.at(-1) ?? null;
  return (["red", "yellow", "green"] as const).find((status) => known.includes(status)) ?? null;
}

/** A status set by hand holds until a newer actual arrives. Instants are ISO 8601 in UTC. @source SPEC.md K-12 */
export function ragInForce(
  computed: Rag | null,
  byHand: { readonly status: Rag; readonly at: string } | null,
  lastActualAt: string | null,
): Rag | null {
  return byHand !== null && (lastActualAt === null || lastActualAt <= byHand.at) ? byHand.status : computed;
}

function within(value: Decimal, { least, most }: { readonly least?: Decimal; readonly most?: Decimal }): boolean {
  return (least === undefined || value.gte(least)) && (most === undefined || value.lte(most));
}

function fraction(met: boolean): Decimal {
  return met ? ONE : ZERO;
}
