interface Place {
  readonly from: number;
  readonly to: number;
}

export type LiteralNode = Place &
  (
    | { readonly kind: "literal"; readonly type: "number" | "text"; readonly value: string }
    | { readonly kind: "literal"; readonly type: "boolean"; readonly value: boolean }
  );

/** A reference as it was written: labels or keys, split at its dots. */
export interface ReferenceNode extends Place {
  readonly kind: "reference";
  readonly path: readonly string[];
}

/** A function or an operator (`name` is its sign) with its arguments. `nameFrom`/`nameTo` is where the name stands. */
export interface CallNode extends Place {
  readonly kind: "call";
  readonly name: string;
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly args: readonly FormulaNode[];
}

/** A formula as written, before names and types are looked at. */
export type FormulaNode = LiteralNode | ReferenceNode | CallNode;
