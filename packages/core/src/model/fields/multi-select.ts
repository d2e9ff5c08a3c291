import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { findOption, Options, optionText } from "../option.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";

/** Any of the options, in the order they were chosen. */
export const multiSelectField = declareFieldType({
  type: "multi_select",
  family: "options",
  settings: z.object({ options: Options, max: z.number().int().min(1).max(100).default(100) }),
  column: () => "text[]",
  parse(input, { options, max }, { lenient }) {
    if (isEmpty(input)) return accepted<string[]>(null);
    const parts =
      lenient && typeof input === "string" ? input.split(/[,，、;；|\n]/).filter((part) => !isEmpty(part)) : input;
    if (!Array.isArray(parts)) return refused("value_not_list");
    if (parts.length > 1000) return refused("value_too_many", { max });
    const keys = new Set<string>();
    for (const part of parts) {
      const option = findOption(options, inputText(part), lenient);
      if (!option) return refused("value_not_option", { value: inputText(part).slice(0, 80) });
      keys.add(option.key);
    }
    if (keys.size > max) return refused("value_too_many", { max });
    return accepted(keys.size === 0 ? null : [...keys]);
  },
  toText: (value, { options }, locale) =>
    value.map((key) => optionText(options, key, locale)).join(locale === "en" ? ", " : "、"),
  formulaType: { kind: "list" },
  widget: "multi_select",
  searchable: false,
});
