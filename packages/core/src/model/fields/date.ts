import { z } from "zod";
import { DayString } from "../../platform/text.ts";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";
import { DateOrder, readDay } from "../read-day.ts";

/** A business day. A typed time of day is refused when it says something: it would be lost. */
export const dateField = declareFieldType({
  type: "date",
  family: "date",
  settings: z.object({
    /** How typed days are read: 10/20/2016 is a day only where this says `mdy`. */
    format: DateOrder.default("ymd"),
  }),
  column: () => "date",
  parse(input, { format }, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    if (typeof input !== "string") return refused("value_not_date", { value: inputText(input).slice(0, 40) });
    if (!lenient && !DayString.safeParse(input).success)
      return refused("value_not_date", { value: input.slice(0, 40) });
    const read = readDay(input.replace(/[T\s]+0?0:00(?::00(?:\.0+)?)?$/, ""), format);
    return read.kind === "day" ? accepted(read.day) : refused(read.code, { value: input.slice(0, 40) });
  },
  toText: (value) => value,
  formulaType: { kind: "date" },
  widget: "date",
  searchable: false,
});
