import type { z } from "zod";
import type { FormulaType } from "../formula/formula-type.ts";
import type { Issue } from "../platform/refusal.ts";
import type { Locale } from "../platform/text.ts";

/** How a column compares, sorts and groups: filters are written once per family, not per field type. */
export type Family =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "datetime"
  | "option"
  | "options"
  | "reference"
  | "references"
  | "json"
  | "none";

/** What `parse` gives: a value as PostgreSQL takes it, or what is wrong with the input. `null` empties the field. */
export type Parsed<Stored> =
  | { readonly ok: true; readonly value: Stored | null }
  | { readonly ok: false; readonly issue: Omit<Issue, "path"> };

export interface ParseContext {
  /** IANA zone for instants typed without one. */
  readonly zone: string;
  /** `import` and `ui` accept what people type (28万, 2026/3/7, ￥1,200); `api` takes canonical values only. */
  readonly lenient: boolean;
}

/**
 * A field type, one file each in `fields/`: its column, what it accepts, how it reads as text, its widget.
 * Money and numbers are decimal strings, days `YYYY-MM-DD`, instants ISO strings, references record ids.
 */
export interface FieldType<Settings = unknown, Stored = unknown> {
  readonly type: string;
  readonly family: Family;
  readonly settings: z.ZodType<Settings>;
  /** The PostgreSQL column type, or null when the value is computed or lives in rows of its own. */
  column(settings: Settings): string | null;
  parse(input: unknown, settings: Settings, context: ParseContext): Parsed<Stored>;
  /** As people read it: lists, exports, search. References get their title from the caller instead. */
  toText(value: Stored, settings: Settings, locale: Locale): string;
  readonly formulaType: FormulaType | null;
  /** The web's widget for showing and editing it. */
  readonly widget: string;
  /** Whether its text is found by search. */
  readonly searchable: boolean;
}
