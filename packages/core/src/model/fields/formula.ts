import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import type { Parsed } from "../field-type.ts";
import { refused } from "../parsed.ts";

/** What a computed field gives; the object's shape takes its family and formula type from this. */
export const FormulaResult = z.enum(["number", "text", "boolean", "date", "datetime"]);
export type FormulaResult = z.infer<typeof FormulaResult>;

/** A row formula: worked out from the record's other fields whenever it is read. */
export const formulaField = declareFieldType({
  type: "formula",
  family: "none",
  settings: z.object({
    formula: z.string().min(1).max(4000),
    result: FormulaResult,
    decimals: z.number().int().min(0).max(6).default(2),
    /** How a number is shown. */
    show: z.enum(["number", "money", "percent"]).default("number"),
  }),
  column: () => null,
  parse: (): Parsed<string | boolean> => refused("field_computed"),
  toText: (value) => String(value),
  formulaType: null,
  widget: "computed",
  searchable: false,
});
