import { Decimal, decimal, ZERO } from "../../numbers/decimal.ts";
import { type Facts, measureFacts } from "./measure.ts";
import type { RuleScore } from "./rule-score.ts";
import type { RuleOf } from "./scoring-rule.ts";
import { traceStep } from "./trace.ts";

/**
 * Points follow attainment: full × clamp(r, floor, cap), and 0 below the gate, which is tested on the unclamped, unrounded r.
 *
 * @source SPEC.md S-01, S-02
 */
export function scoreProportional(rule: RuleOf<"proportional">, facts: Facts): RuleScore {
  const { value, attainment, trace } = measureFacts({ of: "attainment", attain: rule.attain }, facts);
  if (typeof value === "string") return { points: value, attainment, trace };
  const { full, floor, cap, gate } = rule;
  if (gate !== undefined && value.lt(gate))
    return { points: ZERO, attainment, trace: [...trace, traceStep("S-02", "gate_missed", ZERO, { r: value, gate })] };
  const kept = Decimal.min(Decimal.max(value, floor), cap);
  const points = decimal(full).times(kept);
  return {
    points,
    attainment,
    trace: [
      ...trace,
      ...(gate === undefined ? [] : [traceStep("S-02", "gate_passed", value, { r: value, gate })]),
      ...(value.gt(cap) ? [traceStep("S-02", "capped", kept, { r: value, cap })] : []),
      ...(value.lt(floor) ? [traceStep("S-02", "floored", kept, { r: value, floor })] : []),
      traceStep("S-01", "points_by_attainment", points, { full, r: kept }),
    ],
  };
}
