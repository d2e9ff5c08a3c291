import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { PeriodKey } from "../calendar/period-key.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { Axis, ChildRule } from "./child-rule.ts";

export const SubjectKind = z.enum(["company", "unit", "member"]);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** Who is to reach a target. */
export const Subject = z.union([
  z.object({ kind: z.literal("company") }),
  z.object({ kind: z.literal("unit"), id: z.uuid() }),
  z.object({ kind: z.literal("member"), id: z.uuid() }),
]);
export type Subject = z.infer<typeof Subject>;

/** A part of the business: `product.line=pumps`, a dimension of the KPI's metric and one value of it. */
export const Slice = z
  .string()
  .max(160)
  .regex(/^[a-z][a-z0-9_.]*=.+$/s);
export type Slice = z.infer<typeof Slice>;

/** A subject in a period, of the whole business or of a slice of it. */
export const Spot = z.object({ subject: Subject, period: PeriodKey, slice: Slice.optional() });
export type Spot = z.infer<typeof Spot>;

/** One place in the tree of targets: a KPI, a subject, a period, and a slice where it is not the whole. */
export const TargetPlace = Spot.extend({ kpi: Key });
export type TargetPlace = z.infer<typeof TargetPlace>;

/** Every change of a target says why (G-09). */
export const Reason = z.string().trim().min(1).max(500);

/**
 * Where the difference comes from (G-01). `plan` decides it anew, and is refused where a parent would be left with a
 * difference nobody explained; `buffer` takes it from the buffers of the parents; `siblings` from the open siblings along
 * an axis, in proportion; `upper` raises the parents with it, up to the top; `place` gives or takes it, such as a
 * sibling, a later period or the upper level.
 */
export const CounterEntry = z.union([
  z.object({ kind: z.literal("plan") }),
  z.object({ kind: z.literal("buffer") }),
  z.object({ kind: z.literal("siblings"), axis: Axis }),
  z.object({ kind: z.literal("upper") }),
  z.object({ kind: z.literal("place"), subject: Subject, period: PeriodKey, slice: Slice.optional() }),
]);
export type CounterEntry = z.infer<typeof CounterEntry>;

export const TargetSetting = TargetPlace.extend({
  amount: DecimalString,
  reason: Reason,
  counter: CounterEntry.default({ kind: "plan" }),
  /** The version the editor saw; a later change by someone else is then a conflict, not lost. */
  version: z.number().int().min(0).optional(),
  /** From which day the change counts (G-09); the whole period when left out. */
  from: DayString.optional(),
});
export type TargetSetting = z.infer<typeof TargetSetting>;

/** A share of full quota by month of tenure, `["0.25", "0.5", "0.75"]`; past its end a person is fully ramped (G-05). */
export const RampCurve = z.array(DecimalString).max(36);

/** Growth on top of last year by child, `{"<id>": "0.1"}`: the tilt of a history split (G-02). */
const Tilt = z.record(z.string().max(160), DecimalString);

/**
 * How a target is divided: evenly, by given weights, by last year's actuals, by seasons, by working days, by what people
 * can carry, by what their territories can buy; `copy` gives every child the same (ratio KPIs).
 * Weights are named by the child: a unit's or member's id, a period key, a slice.
 */
export const SplitMethod = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("even") }),
  z.object({ kind: z.literal("weights"), weights: z.record(z.string().max(160), DecimalString) }),
  z.object({ kind: z.literal("history"), newcomers: DecimalString.default("0"), growth: Tilt.default({}) }),
  z.object({ kind: z.literal("seasonality") }),
  z.object({ kind: z.literal("workdays") }),
  z.object({
    kind: z.literal("capacity"),
    ramp: RampCurve.default(["0.25", "0.5", "0.75"]),
    cutOffDay: z.int().min(1).max(31).default(15),
  }),
  z.object({
    kind: z.literal("potential"),
    /** What each territory can buy, by child; what is missing falls back to last year (G-06). */
    potentials: z.record(z.string().max(160), DecimalString).default({}),
    /** A metric that says it, such as the customers' yearly demand; it stands behind `potentials`. */
    metric: Key.optional(),
    /** The weight of last year's share against the share of potential. */
    priorWeight: DecimalString.default("0.5"),
  }),
  z.object({ kind: z.literal("copy") }),
]);
export type SplitMethod = z.infer<typeof SplitMethod>;

/** Into what: the units right below, the people below, the parts of the period, or the values of a dimension. */
export const SplitInto = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("units") }),
  z.object({ kind: z.literal("members"), members: z.array(z.uuid()).min(1).max(10_000).optional() }),
  z.object({ kind: z.literal("periods"), grain: Grain.optional() }),
  z.object({
    kind: z.literal("slices"),
    dimension: z.string().max(120),
    /** All values with results last year or targets now when left out. */
    values: z.array(z.string().max(120)).min(1).max(500).optional(),
  }),
]);
export type SplitInto = z.infer<typeof SplitInto>;

/** A part of the target that no child carries, on purpose: an amount, or a share of the target such as 0.05. */
export const BufferOf = z.object({ kind: z.enum(["amount", "share"]), value: DecimalString });

export const TargetSplit = TargetPlace.extend({
  into: SplitInto,
  method: SplitMethod,
  reason: Reason,
  rule: ChildRule.default({ kind: "exact" }),
  buffer: BufferOf.optional(),
});
export type TargetSplit = z.infer<typeof TargetSplit>;

/**
 * What a target has handed down along one axis: the sum of its children, the buffer kept back on purpose, and the signed
 * difference (`residue`) to what the rule asks for. A stale one was edited after its children were split.
 */
export const HandedDown = z.object({
  amount: DecimalString,
  buffer: DecimalString,
  /** What children and buffer are to make together; null under `independent`. */
  street: DecimalString.nullable(),
  residue: DecimalString,
  stale: z.boolean(),
  rule: ChildRule,
  method: z.string(),
  /** How many children were given a part. */
  children: z.number().int(),
});
export type HandedDown = z.infer<typeof HandedDown>;

/** A target, and what became of it: every axis may carry the whole of it: people, time, slices. */
export const Target = TargetPlace.extend({
  amount: DecimalString,
  people: HandedDown.nullable(),
  periods: HandedDown.nullable(),
  slices: HandedDown.nullable(),
  version: z.number().int(),
  locked: z.boolean(),
});
export type Target = z.infer<typeof Target>;

/** What an act of the ledger was. */
export const PostingKind = z.enum(["set", "split", "shift", "plan", "batch", "publish", "agree", "adjust"]);
export type PostingKind = z.infer<typeof PostingKind>;

/** One act of the ledger as it touched one place. */
export const TargetEvent = z.object({
  id: z.uuid(),
  at: InstantString,
  memberId: z.uuid().nullable(),
  kind: PostingKind,
  reason: z.string(),
  /** How much the target rose by; negative when it fell. */
  amount: DecimalString,
  /** What it was before and after. */
  before: DecimalString,
  after: DecimalString,
  /** From which day it counts; null for the whole period. */
  from: DayString.nullable(),
  /** The published version it belongs to; null for a change made outside a draft. */
  planVersion: z.number().int().nullable(),
});
export type TargetEvent = z.infer<typeof TargetEvent>;
