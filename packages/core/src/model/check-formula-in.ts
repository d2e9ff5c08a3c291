import type { FormulaNode } from "../formula/formula-node.ts";
import type { FormulaKind } from "../formula/formula-type.ts";
import { parseFormula } from "../formula/parse-formula.ts";
import type { Issue, RefusalPath } from "../platform/refusal.ts";
import type { World } from "./kind.ts";
import { namedField } from "./named-field.ts";

/** A formula over an object's record that must give yes or no. */
export function checkCondition(world: World, object: string, formula: string | undefined, path: RefusalPath): Issue[] {
  return checkFormulaIn(world, object, formula, "boolean", path);
}

/** What is wrong with a formula over an object's fields, when its value must be of `kind` (any kind when null). */
export function checkFormulaIn(
  world: World,
  object: string,
  formula: string | undefined,
  _kind: FormulaKind | null,
  path: RefusalPath,
): Issue[] {
  if (formula === undefined) return [];
  const parsed = parseFormula(formula);
  if (!parsed.ok)
    return parsed.issues.map(({ code, params, from, to }) => ({ code, params: { ...params, from, to }, path }));
  return referencesIn(parsed.node)
    .filter((names) => !namedField(world, object, names))
    .map((names) => ({ code: "unknown_field", params: { object, field: names.join(".") }, path }));
}

/** The fields a formula reads, as key paths; names that lead nowhere are left out. */
export function formulaPaths(world: World, object: string, formula: string): (readonly string[])[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  return referencesIn(parsed.node).flatMap((names) => {
    const found = namedField(world, object, names);
    return found ? [found.path] : [];
  });
}

function referencesIn(node: FormulaNode): (readonly string[])[] {
  switch (node.kind) {
    case "literal":
      return [];
    case "reference":
      return [node.path];
    case "call":
      return node.args.flatMap(referencesIn);
  }
}
