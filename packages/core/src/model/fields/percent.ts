import { z } from "zod";
import { decimal } from "../../numbers/decimal.ts";
import { formatPercent } from "../../numbers/format-number.ts";
import { DecimalString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readDecimal } from "../read-decimal.ts";

/** A rate, kept as a fraction: 12.5% is 0.125, as formulas reckon with it. */
export const percentField = declareFieldType({
  type: "percent",
  family: "number",
  settings: z.object({
    decimals: z.number().int().min(0).max(6).default(1),
    /** What a person or a file means by a number without a sign: 12.5 is 12.5% (`percent`) or 0.125 is (`fraction`). */
    plain: z.enum(["percent", "fraction"]).default("percent"),
    min: DecimalString.optional(),
    max: DecimalString.optional(),
  }),
  column: () => "numeric",
  parse: (input, settings, context) =>
    readDecimal(input, settings, context, (value, unit) => {
      if (unit.kind === "percent") return value;
      if (unit.kind === "money") return null;
      return settings.plain === "percent" ? value.div(100) : value;
    }),
  toText: (value, { decimals }) => formatPercent(decimal(value), decimals),
  formulaType: { kind: "number" },
  widget: "percent",
  searchable: false,
});
