import { parametersFor } from "./argument-fit.ts";
import type { CallNode, FormulaNode } from "./formula-node.ts";
import type { FormulaKind, FormulaType } from "./formula-type.ts";
import { optionLiterals } from "./option-literals.ts";
import { parseFormula } from "./parse-formula.ts";
import { formulaFunction } from "./registry.ts";
import { referenceToken, textToken } from "./token-value.ts";

/** The labels of a field's path, and its type for the labels of its options; undefined for a field that is gone. */
export type LabelOf = (
  path: readonly string[],
) => { readonly labels: readonly string[]; readonly type?: FormulaType } | undefined;

/**
 * A stored formula as a person reads it: labels for keys and option labels for option ids. Fields that are gone keep
 * their key, so the place to mend is seen. What does not parse comes back as it is.
 *
 * @source SPEC FX-05
 */
export function displayFormula(canonical: string, labelOf: LabelOf): string {
  const parsed = parseFormula(canonical);
  if (!parsed.ok) return canonical;
  const edits = [...rewrites(parsed.node, labelOf)].toSorted((a, b) => b.from - a.from);
  return edits.reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), canonical);
}

function* rewrites(node: FormulaNode, labelOf: LabelOf): Generator<{ from: number; to: number; text: string }> {
  if (node.kind === "reference") {
    const labels = labelOf(node.path)?.labels;
    if (labels) yield { from: node.from, to: node.to, text: referenceToken(labels) };
  }
  if (node.kind !== "call") return;
  yield* optionRewrites(node, labelOf);
  for (const arg of node.args) yield* rewrites(arg, labelOf);
}

function* optionRewrites(node: CallNode, labelOf: LabelOf): Generator<{ from: number; to: number; text: string }> {
  const declared = formulaFunction(node.name);
  const parameters = declared && parametersFor(declared, node.args.length);
  const types = node.args.map((arg) => (arg.kind === "reference" ? labelOf(arg.path)?.type : undefined));
  const options = types.find((type) => type?.options)?.options;
  if (!parameters || !options) return;
  const kinds = types.map((type): FormulaKind => type?.kind ?? "text");
  for (const index of optionLiterals(node, parameters, kinds)) {
    const literal = node.args[index]!;
    const label = options.find(({ id }) => literal.kind === "literal" && id === literal.value)?.label;
    if (label !== undefined) yield { from: literal.from, to: literal.to, text: textToken(label) };
  }
}
