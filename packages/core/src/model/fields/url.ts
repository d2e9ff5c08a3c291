import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";

const Web = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);

/** A web address; only http and https, so that a click never runs a script. */
export const urlField = declareFieldType({
  type: "url",
  family: "text",
  settings: z.object({}),
  column: () => "text",
  parse(input, _settings, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    const typed = inputText(input).trim();
    const address = lenient && !/^[a-z][a-z0-9+.-]*:/i.test(typed) ? `https://${typed}` : typed;
    return Web.safeParse(address).success ? accepted(address) : refused("value_not_url", { value: typed.slice(0, 80) });
  },
  toText: (value) => value,
  formulaType: { kind: "text" },
  widget: "url",
  searchable: true,
});
