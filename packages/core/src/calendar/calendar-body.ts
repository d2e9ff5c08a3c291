import { z } from "zod";
import { DayString, Key, LocalText } from "../platform/text.ts";

const Weekday = z.int().min(1).max(7);
const Month = z.int().min(1).max(12);

/** The working weekdays of one week, or of 2 to 8 weeks in turn (大小周): then `anchor` lies in the first of them. */
export const WorkPattern = z.object({
  weeks: z
    .array(z.array(Weekday).max(7))
    .min(1)
    .max(8)
    .default([[1, 2, 3, 4, 5]]),
  anchor: DayString.optional(),
});
export type WorkPattern = z.infer<typeof WorkPattern>;

/** A company day off, or a day it works though the week says otherwise. It stands above the statutory notice. */
export const DayOverride = z.object({
  date: DayString,
  day: z.enum(["off", "work"]),
  name: z.string().trim().max(80).optional(),
});
export type DayOverride = z.infer<typeof DayOverride>;

/** Whether FY2026 is named after the calendar year that its first or its last month lies in. */
const YearLabel = z.enum(["start", "end"]);

/**
 * K-07. `months`: a year that begins with another month. `weeks`: whole weeks, its last day the weekday before `weekStart`,
 * either the last one of `yearEnd.month` or the one nearest that month's end; a 53rd week joins period `week53`.
 * `iso`: ISO 8601 weeks, months as 4-4-5.
 */
export const FiscalYear = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("natural") }),
  z.object({ kind: z.literal("months"), startMonth: z.int().min(2).max(12), label: YearLabel.default("start") }),
  z.object({
    kind: z.literal("weeks"),
    pattern: z.enum(["4-4-5", "4-5-4", "5-4-4", "13x4"]),
    yearEnd: z.object({ rule: z.enum(["last", "nearest"]), month: Month }),
    label: YearLabel.default("start"),
    week53: z.int().min(1).max(13).optional(),
    comparison: z.enum(["restated", "plain"]).default("restated"),
  }),
  z.object({ kind: z.literal("iso"), comparison: z.enum(["restated", "plain"]).default("plain") }),
]);
export type FiscalYear = z.infer<typeof FiscalYear>;

/** A period of the company's own: a campaign, a season. Its key is `X-<key>`; `end` is the first day after it. */
export const CustomPeriod = z.object({ key: Key, label: LocalText, start: DayString, end: DayString });
export type CustomPeriod = z.infer<typeof CustomPeriod>;

/**
 * A company calendar, kept as a definition of kind `calendar`.
 * `statutory: "cn"` lays the State Council's yearly notices under the company's own days; `confirmedYears` are years
 * whose notice the company entered itself before an upgrade brought it.
 */
export const CalendarBody = z.object({
  label: LocalText,
  zone: z.string().max(64).default("Asia/Shanghai"),
  /** When the business day begins, `03:00` for a night shop (CV-3). */
  dayCut: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default("00:00"),
  weekStart: Weekday.default(1),
  work: WorkPattern.default({ weeks: [[1, 2, 3, 4, 5]] }),
  statutory: z.enum(["cn", "none"]).default("cn"),
  overrides: z.array(DayOverride).max(2000).default([]),
  confirmedYears: z.array(z.int().min(1900).max(2200)).max(50).default([]),
  fiscal: FiscalYear.default({ kind: "natural" }),
  customPeriods: z.array(CustomPeriod).max(200).default([]),
});
export type CalendarBody = z.infer<typeof CalendarBody>;
