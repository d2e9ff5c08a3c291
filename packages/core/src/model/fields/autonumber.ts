import { z } from "zod";
import { declareFieldType } from "../declare-field-type.ts";
import type { Parsed } from "../field-type.ts";
import { refused } from "../parsed.ts";

/**
 * A number given on creation and never again: HT-202603-0001. The pattern holds {yyyy} {yy} {mm} {dd} and one
 * run of zeros in braces, {0000}, for the count; numbers longer than the run just grow.
 */
export const autonumberField = declareFieldType({
  type: "autonumber",
  family: "text",
  settings: z.object({
    pattern: z
      .string()
      .max(60)
      .regex(/^(?:[^{}]|\{(?:yyyy|yy|mm|dd)\})*\{0+\}(?:[^{}]|\{(?:yyyy|yy|mm|dd)\})*$/)
      .default("{0000}"),
    /** When the count begins again at 1. */
    reset: z.enum(["never", "year", "month", "day"]).default("never"),
  }),
  column: () => "text",
  parse: (): Parsed<string> => refused("field_computed"),
  toText: (value) => value,
  formulaType: { kind: "text" },
  widget: "computed",
  searchable: true,
});

/** The counter a day's numbers come from: one per reset period. */
export function autonumberPeriod(reset: "never" | "year" | "month" | "day", day: string): string {
  return { never: "", year: day.slice(0, 4), month: day.slice(0, 7), day }[reset];
}

/** The text for the count-th number of its period, e.g. (`HT-{yyyy}{mm}-{0000}`, `2026-03-09`, 7) is HT-202603-0007. */
export function autonumberText(pattern: string, day: string, count: number): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return pattern
    .replaceAll("{yyyy}", year)
    .replaceAll("{yy}", year.slice(2))
    .replaceAll("{mm}", month)
    .replaceAll("{dd}", date)
    .replace(/\{(0+)\}/, (_match, zeros: string) => String(count).padStart(zeros.length, "0"));
}
