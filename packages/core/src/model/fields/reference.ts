import { z } from "zod";
import { Key } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { readId } from "../read-id.ts";

/** A record of another object: the customer of a deal. Records hold its id; whoever reads a file finds the id by name or key first. */
export const referenceField = declareFieldType({
  type: "reference",
  family: "reference",
  settings: z.object({ object: Key }),
  column: () => "uuid",
  parse: (input) => readId(input),
  toText: (value) => value,
  formulaType: null,
  widget: "reference",
  searchable: false,
});
