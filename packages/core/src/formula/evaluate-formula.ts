import { Decimal } from "decimal.js";
import type { CheckedFormula } from "./check-formula.ts";
import { type CheckedNode, kindsOf } from "./checked-node.ts";
import { boundedNumber, Exact } from "./exact.ts";
import type { FormulaClock } from "./formula-function.ts";
import type { FormulaValue } from "./formula-type.ts";
import { formulaFunction } from "./registry.ts";

export type ValueOf = (path: readonly string[]) => FormulaValue;

/**
 * Evaluates a formula for one row, with the same answer as its SQL. Never throws for values of the declared kinds.
 *
 * @param valueAt gives a field's value: Decimal, text, boolean, `YYYY-MM-DD`, ISO instant, list of texts or null
 * @param clock   the moment, for TODAY() and NOW(); its zone also turns instants into business days
 * @returns a value of the formula's type; a number has at most 16 decimals and is null from 1e30 on
 * @source SPEC FX-06 to FX-17
 */
export function evaluateFormula(formula: CheckedFormula, valueAt: ValueOf, clock: FormulaClock): FormulaValue {
  const value = evaluate(formula.ast, valueAt, clock);
  return Decimal.isDecimal(value) && formula.ast.kind === "call" ? boundedNumber(value) : value;
}

function evaluate(node: CheckedNode, valueAt: ValueOf, clock: FormulaClock): FormulaValue {
  switch (node.kind) {
    case "literal":
      return node.type.kind === "number" ? new Exact(String(node.value)) : node.value;
    case "reference": {
      const value = valueAt(node.path);
      return Decimal.isDecimal(value) ? new Exact(value) : value;
    }
    case "call": {
      const args = node.args.map((arg) => evaluate(arg, valueAt, clock));
      return formulaFunction(node.name)?.js(args, { clock, kinds: kindsOf(node.args) }) ?? null;
    }
  }
}
