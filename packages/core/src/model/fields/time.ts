import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import { accepted, inputText, isEmpty, refused } from "../parsed.ts";
import { readClock } from "../read-clock.ts";

/** A time of day, kept as `HH:MM:SS` text: it sorts and compares as text does. */
export const timeField = declareFieldType({
  type: "time",
  family: "text",
  settings: z.object({ seconds: z.boolean().default(false) }),
  column: () => "text",
  parse(input, _settings, { lenient }) {
    if (isEmpty(input)) return accepted<string>(null);
    const canonical = typeof input === "string" && /^\d{2}:\d{2}(:\d{2})?$/.test(input);
    const clock = typeof input === "string" && (lenient || canonical) ? readClock(input) : null;
    return clock === null ? refused("value_not_time", { value: inputText(input).slice(0, 40) }) : accepted(clock);
  },
  toText: (value, { seconds }) => (seconds ? value : value.slice(0, 5)),
  formulaType: { kind: "text" },
  widget: "time",
  searchable: false,
});
