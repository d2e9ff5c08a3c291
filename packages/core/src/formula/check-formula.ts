import type { CheckedNode } from "./checked-node.ts";
import { type FormulaIssue, formulaIssue } from "./formula-issue.ts";
import type { FormulaScope } from "./formula-scope.ts";
import { fitsSql } from "./formula-to-sql.ts";
import type { FormulaType } from "./formula-type.ts";
import { MAX_SQL } from "./limits.ts";
import { parseFormula } from "./parse-formula.ts";
import { TypeChecker } from "./type-checker.ts";

export interface CheckedFormula {
  readonly ast: CheckedNode;
  readonly type: FormulaType;
  /** Every field the formula reads, by keys, each once, in order of appearance. */
  readonly references: readonly (readonly string[])[];
  readonly usesClock: boolean;
  /** The source with keys for labels and option ids for option labels: this is what is stored. */
  readonly canonical: string;
}

export type FormulaCheck =
  | { readonly ok: true; readonly formula: CheckedFormula }
  | { readonly ok: false; readonly issues: readonly FormulaIssue[] };

/**
 * Reads a formula, resolves its names and proves its types. What passes can be evaluated and compiled without
 * any further failure, for every row.
 *
 * @param source as written by a person, or the canonical form: both are read the same
 * @returns the checked formula, or every issue found, with its place in the source
 * @source SPEC FX-03 to FX-05; domain.md CV-2; lessons.md D19
 */
export function checkFormula(source: string, scope: FormulaScope): FormulaCheck {
  const parsed = parseFormula(source);
  if (!parsed.ok) return parsed;
  const checker = new TypeChecker(scope);
  const ast = checker.check(parsed.node);
  if (!ast || checker.issues.length > 0) return { ok: false, issues: checker.issues };
  const whole = { from: 0, to: source.length };
  const found = ast.type.kind === "select" ? "text" : ast.type.kind;
  if (scope.expected && scope.expected !== ast.type.kind && scope.expected !== found) {
    return { ok: false, issues: [formulaIssue("formula_result_type", whole, { expected: scope.expected, found })] };
  }
  if (!fitsSql(ast)) {
    return { ok: false, issues: [formulaIssue("formula_too_large", whole, { what: "sql", limit: MAX_SQL })] };
  }
  const canonical = checker.canonical(source);
  return {
    ok: true,
    formula: { ast, type: ast.type, references: checker.references, usesClock: checker.usesClock, canonical },
  };
}
