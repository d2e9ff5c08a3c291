import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, plainText, refused } from "../parsed.ts";

const Email = z.email().max(320);

/** An e-mail address; the part after @ is kept in lower case. */
export const emailField = declareFieldType({
  type: "email",
  family: "text",
  settings: z.object({}),
  column: () => "text",
  parse(input) {
    if (isEmpty(input)) return accepted<string>(null);
    const typed = plainText(inputText(input)).replace(/^mailto:/i, "");
    if (!Email.safeParse(typed).success) return refused("value_not_email", { value: typed.slice(0, 80) });
    const at = typed.lastIndexOf("@");
    return accepted(`${typed.slice(0, at)}${typed.slice(at).toLowerCase()}`);
  },
  toText: (value) => value,
  formulaType: { kind: "text" },
  widget: "email",
  searchable: true,
});
