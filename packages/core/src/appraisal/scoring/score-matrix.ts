import { type Decimal, decimal } from "../../numbers/decimal.ts";
import { type Facts, measureFacts } from "./measure.ts";
import type { RuleScore } from "./rule-score.ts";
import type { RuleOf } from "./scoring-rule.ts";
import { traceStep } from "./trace.ts";

/**
 * Points by two KPIs; bands are lower-inclusive and nothing is interpolated.
 *
 * @param column the second KPI's facts
 * @source SPEC.md S-07
 */
export function scoreMatrix(rule: RuleOf<"matrix">, facts: Facts, column: Facts | undefined): RuleScore {
  const row = measureFacts(rule.measure, facts);
  if (typeof row.value === "string") return { points: row.value, attainment: row.attainment, trace: row.trace };
  const other = measureFacts(rule.columnMeasure, column ?? { actual: null, target: null });
  const trace = [...row.trace, ...other.trace];
  if (typeof other.value === "string") return { points: "column_missing", attainment: row.attainment, trace };
  const points = matrixValue(rule, row.value, other.value);
  if (points === null) return { points: "rule_gap", attainment: row.attainment, trace };
  const share = rule.measure.of === "attainment" && rule.columnMeasure.of === "attainment";
  return {
    points,
    attainment: row.attainment,
    trace: [
      ...trace,
      traceStep("S-07", share ? "matrix_cell_share" : "matrix_cell", points, { row: row.value, column: other.value }),
    ],
  };
}

/** A table over two numbers: thresholds go upwards, `values[0][0]` is below both of the lowest. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly string[])[];
}

/** The cell of two numbers; `null` where the table has none. @source SPEC.md S-07 */
export function matrixValue({ rows, columns, values }: Matrix, row: Decimal, column: Decimal): Decimal | null {
  const value = values[reached(rows, row)]?.[reached(columns, column)];
  return value === undefined ? null : decimal(value);
}

function reached(thresholds: readonly string[], value: Decimal): number {
  return thresholds.filter((threshold) => value.gte(threshold)).length;
}
