import { z } from "zod";
import { decimal } from "../../numbers/decimal.ts";
import { formatTable } from "../../numbers/format-number.ts";
import { DecimalString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readDecimal } from "../read-decimal.ts";

/** A number, kept exactly as given (up to 12 decimals); `decimals` only says how it is shown. */
export const numberField = declareFieldType({
  type: "number",
  family: "number",
  settings: z.object({
    decimals: z.number().int().min(0).max(12).default(2),
    min: DecimalString.optional(),
    max: DecimalString.optional(),
    /** What is counted, shown after the number: 件, km. */
    unit: z.string().max(20).optional(),
  }),
  column: () => "numeric",
  parse: (input, settings, context) => readDecimal(input, settings, context),
  toText: (value, { decimals }) => formatTable(decimal(value), { decimals }),
  formulaType: { kind: "number" },
  widget: "number",
  searchable: false,
});
