import type { FormulaNode } from "../formula/formula-node.ts";
import { parseFormula } from "../formula/parse-formula.ts";

/** The metrics a formula over metrics names, each once: `[won] / [visits]` names `won` and `visits`. None when it cannot be read. */
export function formulaKeys(formula: string): string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? [...new Set(references(parsed.node))] : [];
}

function references(node: FormulaNode): string[] {
  switch (node.kind) {
    case "literal":
      return [];
    case "reference":
      return [node.path.join(".")];
    case "call":
      return node.args.flatMap(references);
  }
}
