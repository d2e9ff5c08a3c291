import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";
import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, plainText, refused } from "../parsed.ts";

/** A phone number, kept as E.164 (`+8613800138000`, with `;ext=` and the extension where there is one). */
export const phoneField = declareFieldType({
  type: "phone",
  family: "text",
  settings: z.object({
    /** The country of numbers typed without one. */
    country: z
      .string()
      .refine((country) => isSupportedCountry(country), { message: "no such country" })
      .default("CN"),
  }),
  column: () => "text",
  parse(input, { country }) {
    if (isEmpty(input)) return accepted<string>(null);
    const typed = plainText(inputText(input)).replace(/转|分机/g, " ext. ");
    const number =
      typed.length > 60 || !isSupportedCountry(country) ? undefined : parsePhoneNumberFromString(typed, country);
    if (!number?.isPossible()) return refused("value_not_phone", { value: inputText(input).slice(0, 40) });
    return accepted(number.ext ? `${number.number};ext=${number.ext}` : String(number.number));
  },
  toText(value) {
    const number = parsePhoneNumberFromString(value.replace(";ext=", " ext. "));
    if (!number) return value;
    return number.country === "CN" ? number.formatNational() : number.formatInternational();
  },
  formulaType: { kind: "text" },
  widget: "phone",
  searchable: true,
});
