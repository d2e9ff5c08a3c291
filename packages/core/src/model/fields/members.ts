import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { readIds } from "../read-id.ts";

/** Several people: those who took part in a visit. */
export const membersField = declareFieldType({
  type: "members",
  family: "references",
  settings: z.object({ max: z.number().int().min(1).max(200).default(50) }),
  column: () => "uuid[]",
  parse: (input, { max }) => readIds(input, max),
  toText: (value) => value.join(", "),
  formulaType: null,
  widget: "members",
  searchable: false,
});
