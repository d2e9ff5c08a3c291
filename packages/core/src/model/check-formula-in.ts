import { checkFormula } from "../formula/check-formula.ts";
import type { FormulaKind } from "../formula/formula-type.ts";
import type { Issue, RefusalPath } from "../platform/refusal.ts";
import { recordScope } from "./formula-scope.ts";
import type { World } from "./kind.ts";

/** A formula over an object's record that must give yes or no. */
export function checkCondition(world: World, object: string, formula: string | undefined, path: RefusalPath): Issue[] {
  return checkFormulaIn(world, object, formula, "boolean", path);
}

/** What is wrong with a formula over an object's fields, when its value must be of `kind` (any kind when null). */
export function checkFormulaIn(
  world: World,
  object: string,
  formula: string | undefined,
  kind: FormulaKind | null,
  path: RefusalPath,
): Issue[] {
  if (formula === undefined) return [];
  const checked = checkFormula(formula, recordScope(world, object, kind));
  if (checked.ok) return [];
  return checked.issues.map(({ code, params, from, to }) => ({ code, params: { ...params, from, to }, path }));
}

/** The fields a formula reads, as key paths; a formula that does not check reads none. */
export function formulaPaths(world: World, object: string, formula: string): readonly (readonly string[])[] {
  const checked = checkFormula(formula, recordScope(world, object, null));
  return checked.ok ? checked.formula.references : [];
}

/** The formula with keys for labels, as it is stored; one that does not check stays as it is. */
export function canonicalFormula(world: World, object: string, formula: string): string {
  const checked = checkFormula(formula, recordScope(world, object, null));
  return checked.ok ? checked.formula.canonical : formula;
}
