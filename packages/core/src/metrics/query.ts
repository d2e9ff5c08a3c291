import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { PeriodKey } from "../calendar/period-key.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { FieldPath, Filter } from "../records/filter.ts";

/** What a number is cut by. `unit` gives every unit of the scope with its subtree's value, as the organisation was at the event. */
export const Dimension = z.union([
  z.object({ kind: z.literal("member") }),
  z.object({ kind: z.literal("unit") }),
  z.object({ kind: z.literal("period"), grain: Grain }),
  z.object({ kind: z.literal("field"), path: FieldPath }),
]);
export type Dimension = z.infer<typeof Dimension>;

/** A period key (`2026`, `2026-Q1`, `2026-03`, `2026-W10`, `2026-03-09`) or half-open days. */
export const PeriodSpec = z.union([PeriodKey, z.object({ from: DayString, to: DayString })]);
export type PeriodSpec = z.infer<typeof PeriodSpec>;

export const MetricQuery = z.object({
  metrics: z.array(Key).min(1).max(12),
  by: z.array(Dimension).max(3).default([]),
  period: PeriodSpec,
  scope: z.object({ unit: z.uuid().optional(), members: z.array(z.uuid()).max(1000).optional() }).default({}),
  filter: Filter.optional(),
  /** The figure as it was known at that moment (from the change log); now when left out. */
  asOf: InstantString.optional(),
  limit: z.number().int().min(1).max(50_000).default(10_000),
});
export type MetricQuery = z.infer<typeof MetricQuery>;

/** `null` is no data, `"0"` is zero. Keys stand in the order of `by`: a member id, unit id, period key or field value. */
export const MetricRow = z.object({ key: z.array(z.string().nullable()), values: z.array(DecimalString.nullable()) });
export type MetricRow = z.infer<typeof MetricRow>;

export const MetricAnswer = z.object({
  metrics: z.array(Key),
  rows: z.array(MetricRow),
  /** The whole, recomputed (never the mean of the rows). */
  total: z.array(DecimalString.nullable()),
  asOf: InstantString,
  /** Whether the reader's scope hides part of the universe. */
  partial: z.boolean(),
  truncated: z.boolean(),
});
export type MetricAnswer = z.infer<typeof MetricAnswer>;
