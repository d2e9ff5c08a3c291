import { z } from "zod";
import type { Decimal } from "../../numbers/decimal.ts";
import { Attain, type AttainFault, attainmentOf } from "./attain.ts";
import { type TraceStep, traceStep } from "./trace.ts";
import type { TraceCode } from "./trace-text.ts";

/** What a rule looks at: the actual itself, how far it is from the target, or its attainment. */
export const ScoringMeasure = z.discriminatedUnion("of", [
  z.object({ of: z.literal("actual") }),
  z.object({ of: z.literal("difference") }),
  z.object({ of: z.literal("attainment"), attain: Attain }),
]);
export type ScoringMeasure = z.infer<typeof ScoringMeasure>;

/** An actual with its target, in the KPI's unit. */
export interface Facts {
  readonly actual: Decimal | null;
  readonly target: Decimal | null;
}

export interface Measured {
  readonly value: Decimal | AttainFault;
  readonly attainment: Decimal | null;
  readonly trace: readonly TraceStep[];
}

/** The measured number with the steps to it. @source SPEC.md S-00 */
export function measureFacts(measure: ScoringMeasure, { actual, target }: Facts): Measured {
  const facts = traceStep("S-00", target === null ? "actual_alone" : "facts", actual, { actual, target });
  if (actual === null) return { value: "actual_missing", attainment: null, trace: [facts] };
  switch (measure.of) {
    case "actual":
      return { value: actual, attainment: null, trace: [facts] };
    case "difference":
      return measuredDifference(actual, target, facts);
    case "attainment": {
      const value = attainmentOf(measure.attain, actual, target);
      const attainment = typeof value === "string" ? null : value;
      const params = { actual, target, start: measure.attain.start ?? null };
      const step = traceStep(ruleOf(measure.attain, target), attainCode(measure.attain, target), attainment, params);
      return { value, attainment, trace: typeof value === "string" ? [facts] : [facts, step] };
    }
  }
}

function measuredDifference(actual: Decimal, target: Decimal | null, facts: TraceStep): Measured {
  if (target === null) return { value: "target_missing", attainment: null, trace: [facts] };
  const value = actual.minus(target);
  return { value, attainment: null, trace: [facts, traceStep("S-00", "difference", value, { actual, target })] };
}

function ruleOf({ formula }: Attain, target: Decimal | null): string {
  if (target !== null && (target.isZero() || target.isNegative())) return "S-06";
  return formula === "up" ? "S-01" : "S-05";
}

function attainCode({ formula }: Attain, target: Decimal | null): TraceCode {
  if ((formula === "up" || formula === "down" || formula === "closest") && target?.isZero() === true)
    return `attain_${formula}_zero`;
  if (formula === "up" && target?.isNegative() === false) return "attain_ratio";
  if (formula === "down" && target?.isNegative() === false) return "attain_down_linear";
  return `attain_${formula}`;
}
