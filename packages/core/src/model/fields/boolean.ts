import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, plainText, refused } from "../parsed.ts";

const YES = new Set(["true", "yes", "y", "1", "是", "对", "有", "真", "√", "✓", "✔", "on"]);
const NO = new Set(["false", "no", "n", "0", "否", "不", "无", "假", "×", "✗", "x", "off"]);

/** Yes or no. */
export const booleanField = declareFieldType({
  type: "boolean",
  family: "boolean",
  settings: z.object({}),
  column: () => "boolean",
  parse(input, _settings, { lenient }) {
    if (isEmpty(input)) return accepted<boolean>(null);
    if (typeof input === "boolean") return accepted(input);
    const typed = plainText(inputText(input)).toLowerCase();
    if (lenient && YES.has(typed)) return accepted(true);
    if (lenient && NO.has(typed)) return accepted(false);
    return refused("value_not_boolean", { value: inputText(input).slice(0, 40) });
  },
  toText: (value, _settings, locale) => (locale === "en" ? (value ? "Yes" : "No") : value ? "是" : "否"),
  formulaType: { kind: "boolean" },
  widget: "switch",
  searchable: false,
});
