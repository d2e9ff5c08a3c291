import { z } from "zod";
import { type Decimal, decimal, ONE, ratio } from "../../numbers/decimal.ts";
import { DecimalString } from "../../platform/text.ts";

/**
 * How an actual is measured against its target; chosen, never assumed (S-05).
 * Every formula gives exactly 1 at the target.
 */
export const AttainFormula = z.enum([
  /** `1 + (A − T) ÷ |T|`, which is A ÷ T for a target above 0. */
  "up",
  /** `1 − (A − T) ÷ |T|`, which is 2 − A ÷ T for a target above 0. */
  "down",
  /** `T ÷ A`; says nothing of an actual of 0. */
  "downRatio",
  /** `1 − |A − T| ÷ |T|`: closest is best. */
  "closest",
  /** `(start − A) ÷ (start − T)`: the way covered from where it began. */
  "baseline",
]);
export type AttainFormula = z.infer<typeof AttainFormula>;

export const Attain = z
  .object({
    formula: AttainFormula,
    /** Where `baseline` began. */
    start: DecimalString.optional(),
    /** The KPI lives between 0 and 1, so that a distance from a target of 0 is a share: only then may the target be 0. */
    unitScale: z.boolean().default(false),
  })
  .refine(({ formula, start }) => formula !== "baseline" || start !== undefined, { path: ["start"] });
export type Attain = z.infer<typeof Attain>;

/** Why there is no attainment. */
export type AttainFault = "actual_missing" | "target_missing" | "target_zero" | "actual_zero";

/**
 * Attainment as a fraction, unrounded and unclamped; a fault when the formula says nothing of these numbers.
 *
 * @source SPEC.md S-01, S-05, S-06
 */
export function attainmentOf(attain: Attain, actual: Decimal | null, target: Decimal | null): Decimal | AttainFault {
  if (actual === null) return "actual_missing";
  if (target === null) return "target_missing";
  switch (attain.formula) {
    case "up":
      return distance(actual.minus(target), target, attain.unitScale, 1);
    case "down":
      return distance(actual.minus(target), target, attain.unitScale, -1);
    case "closest":
      return distance(actual.minus(target).abs(), target, attain.unitScale, -1);
    case "downRatio":
      return actual.isZero() ? "actual_zero" : target.isZero() ? "target_zero" : target.div(actual);
    case "baseline": {
      const start = decimal(attain.start ?? "0");
      return ratio(start.minus(actual), start.minus(target)) ?? "target_zero";
    }
  }
}

/** A target of 0 has no scale of its own: the difference counts as it is, where the KPI lives between 0 and 1. */
function distance(difference: Decimal, target: Decimal, unitScale: boolean, sign: 1 | -1): Decimal | AttainFault {
  if (target.isZero() && !unitScale) return "target_zero";
  return ONE.plus((target.isZero() ? difference : difference.div(target.abs())).times(sign));
}
