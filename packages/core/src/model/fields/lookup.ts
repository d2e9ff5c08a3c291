import { z } from "zod";
import { Key } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import type { Parsed } from "../field-type.ts";
import { refused } from "../parsed.ts";

/** A field of the referenced record, shown here: the customer's sector on the deal. Joined when read. */
export const lookupField = declareFieldType({
  type: "lookup",
  family: "none",
  settings: z.object({ via: Key, field: Key }),
  column: () => null,
  parse: (): Parsed<unknown> => refused("field_computed"),
  toText: (value) => String(value),
  formulaType: null,
  widget: "computed",
  searchable: false,
});
