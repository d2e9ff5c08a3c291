import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { readIds } from "../read-id.ts";

/** Files, kept as a list of their ids. */
export const attachmentField = declareFieldType({
  type: "attachment",
  family: "references",
  settings: z.object({
    max: z.number().int().min(1).max(50).default(20),
    /** Photos only, taken on the spot where the device can. */
    photo: z.boolean().default(false),
  }),
  column: () => "uuid[]",
  parse: (input, { max }) => readIds(input, max),
  toText: (value) => value.join(", "),
  formulaType: null,
  widget: "attachment",
  searchable: false,
});
