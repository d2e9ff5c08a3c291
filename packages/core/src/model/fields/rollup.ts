import { z } from "zod";
import { Key } from "../../platform/text.ts";
import { Filter } from "../../records/filter.ts";
import { declareFieldType } from "../declare-field-type.ts";
import type { Parsed } from "../field-type.ts";
import { refused } from "../parsed.ts";

/** A number over the records that refer to this one: a customer's won amount. `via` is their reference field. */
export const rollupField = declareFieldType({
  type: "rollup",
  family: "none",
  settings: z.object({
    object: Key,
    via: Key,
    aggregate: z.enum(["count", "sum", "avg", "min", "max", "distinct"]),
    field: Key.optional(),
    filter: Filter.optional(),
    decimals: z.number().int().min(0).max(6).default(2),
  }),
  column: () => null,
  parse: (): Parsed<string> => refused("field_computed"),
  toText: (value) => value,
  formulaType: null,
  widget: "computed",
  searchable: false,
});
