import { z } from "zod";
import { ALIGNMENTS } from "../calendar/align-comparison.ts";
import { PeriodKey } from "../calendar/period-key.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { Subject } from "./target.ts";

export const ComparisonQuery = z.object({
  metric: Key,
  period: PeriodKey,
  subject: Subject,
  against: z.enum(["lastYear", "previous"]),
  alignment: z.enum(ALIGNMENTS).default("workdays"),
  asOf: InstantString.optional(),
});
export type ComparisonQuery = z.infer<typeof ComparisonQuery>;

/** Only growth from a gain to a gain is a rate; otherwise the difference and a word: 扭亏, 转亏, 不可比. */
export const GrowthAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rate"), rate: DecimalString, difference: DecimalString }),
  z.object({
    kind: z.literal("word"),
    word: z.enum(["turnedProfit", "turnedLoss", "incomparable"]),
    difference: DecimalString,
  }),
]);
export type GrowthAnswer = z.infer<typeof GrowthAnswer>;

const Span = z.object({
  from: DayString,
  /** The first day after it. */
  to: DayString,
  workdays: z.number().int(),
  value: DecimalString.nullable(),
});

/** K-11: two spans of equal elapsed time. */
export const Comparison = z.object({
  /** What was done: the two Spring-Festival choices fall back to working days outside January and February. */
  alignment: z.enum(ALIGNMENTS),
  current: Span,
  base: Span,
  growth: GrowthAnswer.nullable(),
  /** Per working day, which is fair where the spans have different numbers of them. */
  perDay: GrowthAnswer.nullable(),
  /** The same people in both spans; null for one person, or where nobody is in both. */
  sameMembers: z
    .object({
      members: z.number().int(),
      current: DecimalString.nullable(),
      base: DecimalString.nullable(),
      growth: GrowthAnswer.nullable(),
    })
    .nullable(),
});
export type Comparison = z.infer<typeof Comparison>;
