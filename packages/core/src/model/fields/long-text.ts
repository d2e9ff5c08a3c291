import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";

/** Paragraphs: notes, minutes, descriptions. */
export const longTextField = declareFieldType({
  type: "long_text",
  family: "text",
  settings: z.object({ maxLength: z.number().int().min(1).max(100_000).default(20_000) }),
  column: () => "text",
  parse(input, { maxLength }, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    if (lenient && typeof input === "number") return accepted(inputText(input));
    if (typeof input !== "string") return refused("value_not_text");
    const text = input.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
    return text.length > maxLength ? refused("value_too_long", { max: maxLength }) : accepted(text);
  },
  toText: (value) => value,
  formulaType: { kind: "text" },
  widget: "textarea",
  searchable: true,
});
