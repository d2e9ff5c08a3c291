import type { FormulaKind, FormulaType } from "./formula-type.ts";

/** A field as the editor offers it. `path` is what is written between the brackets. */
export interface FormulaName {
  readonly path: readonly string[];
  readonly type: FormulaType;
  readonly detail?: string;
}

/** What a formula may speak of, told by whoever keeps the model. */
export interface FormulaScope {
  /** Finds a field by labels or keys; keys win. The path runs over relations to one record each. */
  resolve(path: readonly string[]): { readonly key: readonly string[]; readonly type: FormulaType } | undefined;
  /** Fields to offer while typing; bounded by the caller. */
  names(): readonly FormulaName[];
  /** TODAY() and NOW() are for what is read at the moment, not for what is stored. */
  readonly allowClock: boolean;
  /** The kind the place needs; any kind where it is left out. */
  readonly expected?: FormulaKind;
}
