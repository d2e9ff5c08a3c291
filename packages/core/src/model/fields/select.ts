import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { findOption, Options, optionText } from "../option.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";

/** One of the options. Records hold the option's key, so a label can change at any time. */
export const selectField = declareFieldType({
  type: "select",
  family: "option",
  settings: z.object({ options: Options }),
  column: () => "text",
  parse(input, { options }, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    const option = findOption(options, inputText(input), lenient);
    return option ? accepted(option.key) : refused("value_not_option", { value: inputText(input).slice(0, 80) });
  },
  toText: (value, { options }, locale) => optionText(options, value, locale),
  formulaType: { kind: "select" },
  widget: "select",
  searchable: false,
});
