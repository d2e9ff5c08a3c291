import { z } from "zod";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { ShareText } from "./ramp.ts";
import { Reason, Slice, Spot, Subject } from "./target.ts";

/** Targets one change may touch, all levels together. */
export const CHANGE_MAX = 20_000;

/** What a change does: multiply by a season or market factor, by a factor per tier of the business, set new amounts, or change what the KPI is. */
export const ChangeEffect = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("factor"), factor: ShareText }),
  z.object({
    kind: z.literal("tiers"),
    tiers: z
      .array(z.object({ slice: Slice, factor: ShareText }))
      .min(1)
      .max(50),
  }),
  /** What the KPI is from now on: another metric, owner, thresholds … Its targets stay. */
  z.object({ kind: z.literal("definition"), body: z.record(z.string().max(60), z.json()) }),
  z.object({
    kind: z.literal("amounts"),
    lines: z
      .array(Spot.extend({ amount: DecimalString }))
      .min(1)
      .max(2_000),
  }),
]);
export type ChangeEffect = z.infer<typeof ChangeEffect>;

/** Whose targets, and of which parts of the business; everything that is left empty is everything. */
export const ChangeScope = z.object({
  units: z.array(z.uuid()).max(200).default([]),
  members: z.array(z.uuid()).max(2_000).default([]),
  slices: z.array(Slice).max(50).default([]),
});
export type ChangeScope = z.infer<typeof ChangeScope>;

export const NewGoalChange = z.object({
  kpi: Key,
  /** The first day it counts from. */
  from: DayString,
  /** The first day it does not any more; the end of the KPI's period that holds `from` when left out. */
  until: DayString.optional(),
  scope: ChangeScope.default({ units: [], members: [], slices: [] }),
  effect: ChangeEffect,
  mode: z.enum(["replace", "prorate", "forwardOnly"]).default("prorate"),
  basis: z.enum(["workdays", "days"]).default("workdays"),
  /** Whether targets above the scope move along, or keep their amount and show the difference as buffer. */
  above: z.enum(["follow", "keep"]).default("follow"),
  reason: Reason,
});
export type NewGoalChange = z.infer<typeof NewGoalChange>;

const Figure = DecimalString.nullable();
const Named = z.object({ id: z.uuid(), name: z.string() });

/** One target a change touches. `counted` is what counts for the whole period (G-09). */
export const ChangeLine = z.object({
  subject: Subject,
  name: z.string(),
  period: z.string(),
  slice: Slice.nullable(),
  before: DecimalString,
  after: DecimalString,
  countedBefore: Figure,
  countedAfter: Figure,
});
export type ChangeLine = z.infer<typeof ChangeLine>;

/** What it means to one person in the period the change begins in. */
export const ChangedPerson = z.object({
  member: Named,
  before: Figure,
  after: Figure,
  actual: Figure,
  attainBefore: Figure,
  attainAfter: Figure,
});
export type ChangedPerson = z.infer<typeof ChangedPerson>;

export const ChangeSummary = z.object({
  period: z.string(),
  targets: z.number().int(),
  people: z.number().int(),
  /** The top of what is touched, together. */
  before: DecimalString,
  after: DecimalString,
  locked: z.number().int(),
  /** Changes of this KPI posted in the same quarter: more than one is 指标变动频繁. */
  changesBefore: z.number().int(),
  approvals: z.number().int(),
});
export type ChangeSummary = z.infer<typeof ChangeSummary>;

export const ChangePreview = z.object({
  summary: ChangeSummary,
  lines: z.array(ChangeLine),
  people: z.array(ChangedPerson),
  truncated: z.boolean(),
});
export type ChangePreview = z.infer<typeof ChangePreview>;

export const ChangeState = z.enum(["submitted", "posted", "rejected", "withdrawn"]);

export const GoalChange = z.object({
  id: z.uuid(),
  body: NewGoalChange,
  until: DayString,
  state: ChangeState,
  proposedBy: Named.nullable(),
  proposedAt: InstantString,
  closedAt: InstantString.nullable(),
  postingId: z.uuid().nullable(),
  summary: ChangeSummary,
  verdicts: z.array(z.object({ member: Named, approves: z.boolean(), note: z.string(), at: InstantString })),
  mayApprove: z.boolean(),
  mayWithdraw: z.boolean(),
  /** Whether it touches the reader's own target, and when that was read. */
  mine: z.object({ seenAt: InstantString.nullable() }).nullable(),
});
export type GoalChange = z.infer<typeof GoalChange>;
