import { z } from "zod";
import { Key, LocalText, LongText } from "../platform/text.ts";
import { FieldPath, Filter } from "../records/filter.ts";
import { DateBasis } from "./date-basis.ts";
import { ManualMeasure } from "./manual-measure.ts";
import { TargetMeaning } from "./target-meaning.ts";
import { Who } from "./who.ts";

/**
 * K-03: how facts become one number. Sums and counts add up; all others are recomputed at every level.
 * `last` is a stock: the latest value of each member, added up over people and never over time.
 */
export const Aggregate = z.enum([
  "count",
  "sum",
  "avg",
  "wavg",
  "min",
  "max",
  "distinct",
  "median",
  "percentile",
  "last",
  "duration",
]);
export type Aggregate = z.infer<typeof Aggregate>;

/**
 * K-05, K-06: whose number it is. The owner at a day without a time is who held the record when that day was
 * recorded, if it was recorded on the day itself, and otherwise who held it at the day's end.
 * A split object holds rows of record, member and percent: they sum to 100, unless it is an overlay, which
 * credits people beside the split and never counts in a company total.
 */
export const Credit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("owner"), at: z.enum(["event", "current"]).default("event") }),
  z.object({ kind: z.literal("creator") }),
  z.object({ kind: z.literal("member"), field: Key }),
  z.object({
    kind: z.literal("split"),
    split: Key,
    record: Key.default("record"),
    member: Key.default("member"),
    percent: Key.default("percent"),
    overlay: z.boolean().default(false),
  }),
]);
export type Credit = z.infer<typeof Credit>;

export const Measure = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("aggregate"),
    object: Key,
    aggregate: Aggregate,
    /**
     * A formula over the object's fields; not needed for `count`. A formula that gives a date is worth the days from
     * it to `date`: so for `duration`, which is their average.
     */
    value: z.string().max(4000).optional(),
    /** The weight of `wavg`, a formula. */
    weight: z.string().max(4000).optional(),
    percentile: z.number().min(0).max(1).optional(),
    /** CV-6: the field that says which currency a record's value is in, and the rates by which it is converted. */
    currency: z.object({ field: Key, rates: Key }).optional(),
    filter: Filter.optional(),
    /** K-04: the one date field that places a fact in a period. */
    date: Key,
    /** What that date means in the life of a deal, said in words. */
    basis: DateBasis.optional(),
    /** Which facts count: those of the period, or all up to its end (累计). Only sums and counts run on. */
    reach: z.enum(["period", "to_date"]).optional(),
    credit: Credit.default({ kind: "owner", at: "event" }),
  }),
  z.object({ kind: z.literal("ratio"), numerator: Key, denominator: Key }),
  z.object({ kind: z.literal("formula"), formula: z.string().max(4000) }),
  ManualMeasure,
]);
export type Measure = z.infer<typeof Measure>;
export type AggregateMeasure = Extract<Measure, { kind: "aggregate" }>;

/** What the number counts in; a money metric is split among people to `decimals` places. */
export const Unit = z.object({
  kind: z.enum(["money", "count", "percent", "days", "hours", "score", "other"]),
  currency: z.string().length(3).optional(),
  label: LocalText.optional(),
  decimals: z.number().int().min(0).max(6).default(2),
});
export type Unit = z.infer<typeof Unit>;

/** One definition, one number: boards, scorecards, contests, charts, forecasts and pay all ask for it by key. */
export const MetricBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  group: z.string().max(40).optional(),
  unit: Unit,
  direction: z.enum(["up", "down", "band"]).default("up"),
  measure: Measure,
  /** Fields, also over references, that the number may be cut by. */
  dimensions: z.array(FieldPath).max(30).default([]),
  calendar: Key.default("company"),
});
export type MetricBody = z.infer<typeof MetricBody>;

/** K-01: a metric somebody answers for. */
export const KpiBody = z.object({
  label: LocalText,
  description: LocalText.optional(),
  /** How it is counted, what it is for, what to beware of. */
  help: LongText.optional(),
  group: z.string().max(40).optional(),
  tags: z.array(z.string().trim().min(1).max(20)).max(10).optional(),
  /** Where it stands among the KPIs, smallest first; those without one follow by name. */
  order: z.number().int().min(0).max(10_000).optional(),
  metric: Key,
  type: z.enum(["result", "process", "support"]),
  grain: z.enum(["day", "week", "month", "quarter", "half", "year"]).default("month"),
  /** How often it is looked at together. */
  cadence: z.enum(["day", "week", "month", "quarter"]).optional(),
  /** The one who answers for it. */
  owner: Who.optional(),
  /** The company aim it serves, for a KPI whose goals have no parent. */
  strategy: LocalText.optional(),
  /** Plain attainment when left out. */
  target: TargetMeaning.optional(),
  /** Shares of expected-by-today at which a mark is reached, in percent. */
  thresholds: z
    .object({ ahead: z.number(), ok: z.number(), watch: z.number() })
    .default({ ahead: 120, ok: 95, watch: 80 }),
  /** Smallest step a target may have, as a decimal: `0.01` for money, `1` for visits. */
  step: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/)
    .default("1"),
});
export type KpiBody = z.infer<typeof KpiBody>;
