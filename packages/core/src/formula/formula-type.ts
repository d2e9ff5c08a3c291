import type { Decimal } from "decimal.js";

/**
 * What a formula's part can be. `select` is one option id and behaves as text in every place that takes text;
 * `list` is a list of texts (the ids of a multi-select).
 */
export type FormulaKind = "number" | "text" | "boolean" | "date" | "datetime" | "select" | "list";

export interface FormulaOption {
  readonly id: string;
  readonly label: string;
}

/** With `options` known, an option may be written by its label; it is stored by its id. */
export interface FormulaType {
  readonly kind: FormulaKind;
  readonly options?: readonly FormulaOption[];
}

/**
 * A value while evaluating: `number` is a Decimal, `date` is `YYYY-MM-DD` (years 0001 to 9999), `datetime` an ISO
 * instant with its offset, `select` an option id, `null` no data.
 */
export type FormulaValue = Decimal | string | boolean | readonly string[] | null;

/** Any kind at all: what functions that only ask whether something is there accept. */
export const ANY_KIND: readonly FormulaKind[] = ["number", "text", "boolean", "date", "datetime", "select", "list"];
/** Kinds with an order or an equality, so everything but lists. */
export const SCALAR_KINDS: readonly FormulaKind[] = ["number", "text", "boolean", "date", "datetime", "select"];
