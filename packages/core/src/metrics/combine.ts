import { type CheckedFormula, checkFormula } from "../formula/check-formula.ts";
import { evaluateFormula } from "../formula/evaluate-formula.ts";
import { Decimal, decimal, ratio } from "../numbers/decimal.ts";
import { Refusal } from "../platform/refusal.ts";
import type { LeafTree, MetricTree } from "./leaves.ts";
import type { Aggregate } from "./metric.ts";

/** Decimals an answer carries; rates need eight (CV-1). */
const PLACES = 12;

/** Sums and counts of nothing are 0; everything else over nothing is no data (CV-2). */
export function emptyAnswer(aggregate: Aggregate): string | null {
  return aggregate === "count" || aggregate === "sum" || aggregate === "distinct" ? "0" : null;
}

/** The same for a leaf: a figure that nobody entered is no data (K-13). */
export function emptyLeaf(leaf: LeafTree): string | null {
  return leaf.kind === "manual" ? null : emptyAnswer(leaf.measure.aggregate);
}

/** Values of the leaves of one cell, by metric key. */
export type LeafValues = (leaf: LeafTree) => string | null;

/**
 * A metric's value in one cell, out of the aggregates it rests on: ratios are divided here, at every level anew, and
 * never averaged. A formula sees no data as empty.
 *
 * @returns a decimal string with at most twelve decimals, or null for no data; a denominator of 0 gives null
 * @source SPEC.md K-03, CV-2
 */
export function metricValue(tree: MetricTree, values: LeafValues): string | null {
  if (tree.kind === "aggregate" || tree.kind === "manual") return values(tree);
  const value = evaluate(tree, values);
  return value === null ? null : value.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toFixed();
}

function evaluate(tree: MetricTree, values: LeafValues): Decimal | null {
  switch (tree.kind) {
    case "aggregate":
    case "manual": {
      const value = values(tree);
      return value === null ? null : decimal(value);
    }
    case "ratio":
      return ratio(evaluate(tree.numerator, values), evaluate(tree.denominator, values));
    case "formula":
      return formulaValue(tree, values);
  }
}

type FormulaTree = Extract<MetricTree, { kind: "formula" }>;
const checked = new WeakMap<FormulaTree, CheckedFormula>();

function formulaValue(tree: FormulaTree, values: LeafValues): Decimal | null {
  const formula = checked.get(tree) ?? checkOver(tree);
  checked.set(tree, formula);
  const value = evaluateFormula(
    formula,
    ([key = ""]) => {
      const operand = tree.operands.get(key);
      return operand ? evaluate(operand, values) : null;
    },
    { now: "1970-01-01T00:00:00Z", today: "1970-01-01", zone: "UTC" },
  );
  return Decimal.isDecimal(value) ? decimal(value.toString()) : null;
}

function checkOver(tree: FormulaTree): CheckedFormula {
  const result = checkFormula(tree.formula, {
    allowClock: false,
    expected: "number",
    names: () => [],
    resolve: (path) =>
      tree.operands.has(path.join(".")) ? { key: [path.join(".")], type: { kind: "number" } } : undefined,
  });
  if (result.ok) return result.formula;
  throw new Refusal("metric_formula", { formula: tree.formula, reason: result.issues[0]?.code ?? "" });
}
