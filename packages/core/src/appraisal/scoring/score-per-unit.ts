import { Decimal, decimal } from "../../numbers/decimal.ts";
import { type Facts, measureFacts } from "./measure.ts";
import type { RuleScore } from "./rule-score.ts";
import type { PerUnit, RuleOf } from "./scoring-rule.ts";
import { type TraceStep, traceStep } from "./trace.ts";

/**
 * The base, plus or minus points for each unit above or below the standard, between `min` and `max`.
 *
 * @source SPEC.md S-04
 */
export function scorePerUnit(rule: RuleOf<"perUnit">, facts: Facts): RuleScore {
  const { value, attainment, trace } = measureFacts(rule.measure, facts);
  if (typeof value === "string") return { points: value, attainment, trace };
  const share = rule.measure.of === "attainment";
  const difference = value.minus(rule.standard);
  const side = difference.isZero() ? null : difference.isPositive() ? rule.above : rule.below;
  const steps: TraceStep[] = [
    ...trace,
    traceStep("S-04", share ? "unit_distance_share" : "unit_distance", difference, { standard: rule.standard }),
  ];
  let points = decimal(rule.base);
  if (side !== null) {
    const units = unitsIn(difference.abs(), side);
    const code = `units_${side.count}` as const;
    const params = { distance: difference.abs(), unit: side.unit };
    steps.push(traceStep("S-04", share ? `${code}_share` : code, units, params));
    points = points.plus(units.times(side.points));
    steps.push(traceStep("S-04", "points_by_units", points, { base: rule.base, units, points: side.points }));
  }
  const kept = Decimal.min(Decimal.max(points, rule.min), rule.max);
  if (!kept.eq(points)) steps.push(traceStep("S-04", "kept_within", kept, { points, min: rule.min, max: rule.max }));
  return { points: kept, attainment, trace: steps };
}

/** Whole units come from whole numerators, so that 0.15 in units of 0.05 is 3 and never 2.999. */
function unitsIn(distance: Decimal, { unit, count }: PerUnit): Decimal {
  if (count === "exact") return distance.div(unit);
  const floor = distance.divToInt(unit);
  return count === "ceil" && !distance.mod(unit).isZero() ? floor.plus(1) : floor;
}
