import { z } from "zod";
import { PAGE_MAX } from "../platform/page.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { FieldPath, Filter } from "../records/filter.ts";
import { DateBasis } from "./date-basis.ts";
import { ManualMeasure } from "./manual-measure.ts";
import { Aggregate, Credit } from "./metric.ts";
import { PeriodSpec } from "./query.ts";

/** One figure on a page: a metric in a period, for a person, a unit or everybody, perhaps cut by fields. */
export const MetricCell = z.object({
  metric: Key,
  period: PeriodSpec,
  /** `null` is nobody: records without a credited member. */
  member: z.uuid().nullable().optional(),
  unit: z.uuid().optional(),
  fields: z
    .array(z.object({ path: FieldPath, value: z.string().max(2000).nullable() }))
    .max(3)
    .default([]),
  filter: Filter.optional(),
});
export type MetricCell = z.infer<typeof MetricCell>;

/**
 * Why a record does not count: it is deleted, has no date, lies before or after the period, fails condition `n` of the
 * metric's filter (`filter:0` …), is credited to others, has another value in cut `n` (`field:0` …), fails the reader's
 * own condition, or is out of the reader's reach. A figure entered by hand does not count while it is unconfirmed, when
 * it was returned, when a later one took its place (`replaced`), or when it says that there is none (`no_value`).
 */
export const OutReason = z
  .string()
  .regex(
    /^(deleted|no_date|before|after|no_rate|credit|condition|scope|unconfirmed|returned|replaced|no_value|(filter|field):\d{1,2})$/,
  );
export type OutReason = z.infer<typeof OutReason>;

export const MetricExplainQuery = MetricCell.extend({
  /** What changed since then is listed too. */
  since: InstantString.optional(),
});
export type MetricExplainQuery = z.infer<typeof MetricExplainQuery>;

/** The rule behind the figure as data: the page says it in words. */
export const MetricRule = z.object({
  metric: Key,
  object: Key,
  aggregate: Aggregate,
  value: z.string().nullable(),
  date: Key,
  /** What that date means in the life of a deal (K-04). */
  basis: DateBasis.optional(),
  /** Whether everything up to the period's end counts. */
  reach: z.enum(["period", "to_date"]).optional(),
  credit: Credit,
  /** Who enters and confirms figures that stand in no record; then `object` is `manual_figure`. */
  manual: ManualMeasure.omit({ kind: true }).optional(),
  /** The filter's top conditions, all of which must hold; reasons name them by their place. */
  conditions: z.array(Filter),
});
export type MetricRule = z.infer<typeof MetricRule>;

/** A change that moved the figure. Several changes of a record at one moment are one event. */
export const MetricEvent = z.object({
  at: InstantString,
  recordId: z.uuid(),
  title: z.string().nullable(),
  memberId: z.uuid().nullable(),
  op: z.string(),
  fields: z.array(Key),
  effect: DecimalString,
});
export type MetricEvent = z.infer<typeof MetricEvent>;

/** `other` is what no change of a record explains: changes of the organisation or of referred records. */
export const MetricDelta = z.object({
  before: DecimalString.nullable(),
  after: DecimalString.nullable(),
  delta: DecimalString.nullable(),
  events: z.array(MetricEvent),
  /** What changes of further records did together, where there are too many to list; null when all are listed. */
  earlier: z.object({ records: z.number().int(), effect: DecimalString }).nullable(),
  other: DecimalString.nullable(),
});
export type MetricDelta = z.infer<typeof MetricDelta>;

/** One aggregate taken apart: records in and out make up the universe. */
export const MetricPart = z.object({
  rule: MetricRule,
  value: DecimalString.nullable(),
  universe: z.number().int(),
  in: z.number().int(),
  out: z.array(z.object({ reason: OutReason, count: z.number().int() })),
  changes: MetricDelta.nullable(),
});
export type MetricPart = z.infer<typeof MetricPart>;

export const MetricExplanation = z.object({
  metric: Key,
  value: DecimalString.nullable(),
  /** The aggregates a ratio or formula is made of; one for a plain metric. */
  parts: z.array(MetricPart),
  asOf: InstantString,
});
export type MetricExplanation = z.infer<typeof MetricExplanation>;

/** Where a figure entered by hand comes from. */
export const ManualProvenance = z.object({
  period: z.string(),
  state: z.enum(["entered", "confirmed", "returned", "replaced"]),
  enteredBy: z.uuid().nullable(),
  enteredAt: InstantString,
  decidedBy: z.uuid().nullable(),
  decidedAt: InstantString.nullable(),
  note: z.string(),
  evidence: z.string(),
});
export type ManualProvenance = z.infer<typeof ManualProvenance>;

/** The records of one side: those that count, or those out for a reason (their first one). */
export const MetricDrillQuery = MetricCell.extend({
  side: z.union([z.literal("in"), z.literal("out"), OutReason]).default("in"),
  cursor: z.string().max(4000).optional(),
  limit: z.number().int().min(1).max(PAGE_MAX).default(50),
});
export type MetricDrillQuery = z.infer<typeof MetricDrillQuery>;

export const DrillRow = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  day: DayString.nullable(),
  memberId: z.uuid().nullable(),
  value: DecimalString.nullable(),
  /** Every condition it fails, the first one first; empty for a record that counts. */
  out: z.array(OutReason),
  /** Only of figures entered by hand: who entered and who confirmed it, and when. */
  entry: ManualProvenance.optional(),
});
export type DrillRow = z.infer<typeof DrillRow>;

export const MetricDrill = z.object({ object: Key, items: z.array(DrillRow), next: z.string().nullable() });
export type MetricDrill = z.infer<typeof MetricDrill>;

/** The conditions of a filter that must all hold, one by one, so that an explanation can say which one failed. */
export function topConditions(filter: Filter | undefined): readonly Filter[] {
  if (filter === undefined) return [];
  return "and" in filter ? filter.and.flatMap(topConditions) : [filter];
}
