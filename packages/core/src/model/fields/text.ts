import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";

/** One line of text. */
export const textField = declareFieldType({
  type: "text",
  family: "text",
  settings: z.object({ maxLength: z.number().int().min(1).max(2000).default(500) }),
  column: () => "text",
  parse(input, { maxLength }, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    if (lenient && (typeof input === "number" || typeof input === "boolean")) return accepted(inputText(input));
    if (typeof input !== "string") return refused("value_not_text");
    const text = input
      .replace(/\s*[\r\n]+\s*/g, " ")
      .replaceAll("\0", "")
      .trim();
    return text.length > maxLength ? refused("value_too_long", { max: maxLength }) : accepted(text);
  },
  toText: (value) => value,
  formulaType: { kind: "text" },
  widget: "text",
  searchable: true,
});
