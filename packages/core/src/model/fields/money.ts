import { z } from "zod";
import { decimal } from "../../numbers/decimal.ts";
import { formatMoney } from "../../numbers/format-number.ts";
import { DecimalString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readDecimal } from "../read-decimal.ts";

/** An amount in the field's currency. It is kept exactly as given; `decimals` only says how it is shown. */
export const moneyField = declareFieldType({
  type: "money",
  family: "number",
  settings: z.object({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default("CNY"),
    decimals: z.number().int().min(0).max(6).default(2),
    min: DecimalString.optional(),
    max: DecimalString.optional(),
  }),
  column: () => "numeric",
  parse: (input, settings, context) =>
    readDecimal(input, settings, context, (value, unit) => {
      const mine = unit.kind === "plain" || (unit.kind === "money" && unit.currency === settings.currency);
      return mine ? value : null;
    }),
  toText: (value, { currency, decimals }) => formatMoney(decimal(value), { currency, decimals }),
  formulaType: { kind: "number" },
  widget: "money",
  searchable: false,
});
