import type { Sql } from "../platform/sql.ts";
import type { LocalText } from "../platform/text.ts";
import type { FormulaKind, FormulaValue } from "./formula-type.ts";

/** The moment of an evaluation in JavaScript. `today` is the business day in `zone`; both are given, never read. */
export interface FormulaClock {
  /** ISO instant. */
  readonly now: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** IANA zone that turns instants into business days. */
  readonly zone: string;
}

/** The same moment for SQL: `now` a timestamptz, `today` a date, `zone` an IANA name that goes in as a parameter. */
export interface SqlClock {
  readonly now: Sql;
  readonly today: Sql;
  readonly zone: string;
}

export interface JsCall {
  readonly clock: FormulaClock;
  readonly kinds: readonly FormulaKind[];
}

export interface SqlCall {
  readonly clock: SqlClock;
  readonly kinds: readonly FormulaKind[];
  /** Literal arguments as written (numbers in digits), undefined for the others. */
  readonly constants: readonly (string | undefined)[];
}

export interface FormulaParameter {
  readonly name: LocalText;
  readonly accepts: readonly FormulaKind[];
  /** `subject` and `result` arguments take one common kind each, and `result` is also what the call gives. A text written
   * beside a select or list of the group `subject` or `option` names one of its options. */
  readonly group?: "subject" | "result" | "option";
  readonly optional?: true;
  /** A literal is demanded: one of these words (matched without case), or a whole number in this range. */
  readonly constant?: readonly string[] | { readonly min: number; readonly max: number };
}

/**
 * One function or operator: its signature, its words for the editor and the docs, and its meaning twice.
 * `js` and `sql` get arguments of exactly the accepted kinds, must never throw, and must agree in every case.
 */
export interface FormulaFunction {
  readonly name: string;
  readonly role: "function" | "operator" | "conversion";
  readonly help: LocalText;
  readonly example: string;
  readonly parameters: readonly FormulaParameter[];
  /** A block that follows the parameters one or more times. */
  readonly repeat?: readonly FormulaParameter[];
  /** An optional parameter after the repeated block. */
  readonly last?: FormulaParameter;
  readonly result: FormulaKind | "result";
  readonly usesClock?: true;
  readonly js: (args: readonly FormulaValue[], call: JsCall) => FormulaValue;
  readonly sql: (args: readonly Sql[], call: SqlCall) => Sql;
}
