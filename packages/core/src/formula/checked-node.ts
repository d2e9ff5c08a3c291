import type { FormulaKind, FormulaType } from "./formula-type.ts";

export interface CheckedReference {
  readonly kind: "reference";
  readonly type: FormulaType;
  /** Keys, from the formula's object over its relations to the field. */
  readonly path: readonly string[];
}

export interface CheckedLiteral {
  readonly kind: "literal";
  readonly type: FormulaType;
  readonly value: string | boolean;
}

export interface CheckedCall {
  readonly kind: "call";
  readonly type: FormulaType;
  /** The name of a declaration in the registry. */
  readonly name: string;
  readonly args: readonly CheckedNode[];
}

/** A formula whose names are resolved and whose types fit; conversions between kinds are calls of their own. */
export type CheckedNode = CheckedLiteral | CheckedReference | CheckedCall;

/** Kinds as functions see them: a select is the text of its option's id. */
export function kindsOf(nodes: readonly CheckedNode[]): FormulaKind[] {
  return nodes.map(({ type }) => (type.kind === "select" ? "text" : type.kind));
}
