import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { readId } from "../read-id.ts";

/** A unit of the organisation: company, office, team. Records hold its id; whoever reads a file finds the id by name or key first. */
export const unitField = declareFieldType({
  type: "unit",
  family: "reference",
  settings: z.object({}),
  column: () => "uuid",
  parse: (input) => readId(input),
  toText: (value) => value,
  formulaType: null,
  widget: "unit",
  searchable: false,
});
