import { z } from "zod";
import { Key } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readIds } from "../read-id.ts";

/** Several records of another object, kept as a list of ids. */
export const referencesField = declareFieldType({
  type: "references",
  family: "references",
  settings: z.object({ object: Key, max: z.number().int().min(1).max(200).default(200) }),
  column: () => "uuid[]",
  parse: (input, { max }) => readIds(input, max),
  toText: (value) => value.join(", "),
  formulaType: null,
  widget: "references",
  searchable: false,
});
