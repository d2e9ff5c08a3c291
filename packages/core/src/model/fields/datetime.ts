import { z } from "zod";
import { InstantString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";
import { DateOrder } from "../read-day.ts";
import { readInstant } from "../read-instant.ts";

/** A moment. Typed without an offset it is in the workspace's zone; the caller formats it in the reader's. */
export const datetimeField = declareFieldType({
  type: "datetime",
  family: "datetime",
  settings: z.object({ format: DateOrder.default("ymd") }),
  column: () => "timestamptz",
  parse(input, { format }, { lenient, zone }) {
    if (isEmpty(input)) return accepted<string>(null);
    if (typeof input !== "string") return refused("value_not_datetime", { value: inputText(input).slice(0, 40) });
    const shown = input.slice(0, 40);
    if (!lenient && !InstantString.safeParse(input).success) return refused("value_not_datetime", { value: shown });
    const read = readInstant(input, format, zone);
    return read.kind === "instant" ? accepted(read.instant) : refused(read.code, { value: shown });
  },
  toText: (value) => value,
  formulaType: { kind: "datetime" },
  widget: "datetime",
  searchable: false,
});
