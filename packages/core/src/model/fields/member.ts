import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { readId } from "../read-id.ts";

/** A person of the company. Records hold its id; whoever reads a file finds the id by name or key first. */
export const memberField = declareFieldType({
  type: "member",
  family: "reference",
  settings: z.object({}),
  column: () => "uuid",
  parse: (input) => readId(input),
  toText: (value) => value,
  formulaType: null,
  widget: "member",
  searchable: false,
});
