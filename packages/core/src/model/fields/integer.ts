import { z } from "zod";
import { decimal } from "../../numbers/decimal.ts";
import { formatTable } from "../../numbers/format-number.ts";
import { DecimalString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readDecimal } from "../read-decimal.ts";

/** A whole number: pieces, heads, days. */
export const integerField = declareFieldType({
  type: "integer",
  family: "number",
  settings: z.object({
    min: DecimalString.optional(),
    max: DecimalString.optional(),
    unit: z.string().max(20).optional(),
  }),
  column: () => "numeric",
  parse: (input, settings, context) => readDecimal(input, { ...settings, integer: true }, context),
  toText: (value) => formatTable(decimal(value), { decimals: 0 }),
  formulaType: { kind: "number" },
  widget: "number",
  searchable: false,
});
