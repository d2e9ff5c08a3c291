import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { Axis } from "./child-rule.ts";
import { Reason, Spot, Subject, TargetSetting, TargetSplit } from "./target.ts";

/** What a draft gathers. A set or split carries the version of the node that its editor saw. */
export const DraftEdit = z.discriminatedUnion("kind", [
  TargetSetting.omit({ kpi: true, version: true }).extend({ kind: z.literal("set"), reason: Reason.optional() }),
  TargetSplit.omit({ kpi: true }).extend({ kind: z.literal("split"), reason: Reason.optional() }),
  /** 自动补齐: the difference of a node becomes its buffer, or its open children carry it, or the node takes their sum. */
  Spot.extend({ kind: z.literal("balance"), axis: Axis, by: z.enum(["buffer", "children", "upper"]) }),
  Spot.extend({ kind: z.literal("lock"), locked: z.boolean() }),
]);
export type DraftEdit = z.infer<typeof DraftEdit>;

export const DraftEdits = z.object({
  edits: z.array(DraftEdit).min(1).max(2000),
  /** The draft's revision the editor saw: a later edit of the same node by someone else is a conflict. */
  revision: z.int().min(0).optional(),
});
export type DraftEdits = z.infer<typeof DraftEdits>;

export const DraftEditRow = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  memberId: z.uuid().nullable(),
  at: InstantString,
  edit: DraftEdit,
});
export type DraftEditRow = z.infer<typeof DraftEditRow>;

/** The one open draft of a KPI's plan: everybody who plans it works in the same. */
export const GoalDraft = z.object({
  id: z.uuid(),
  kpi: Key,
  period: z.string(),
  /** The number it gets when published. */
  version: z.number().int(),
  revision: z.number().int(),
  edits: z.number().int(),
  /** Who works in it. */
  editors: z.array(z.object({ memberId: z.uuid().nullable(), edits: z.number().int(), lastAt: InstantString })),
  startedAt: InstantString,
  /** The plan is locked: publishing needs the right to change a locked plan. */
  locked: z.boolean(),
});
export type GoalDraft = z.infer<typeof GoalDraft>;

/** 校验: what stands in the way of publishing (`block`) or should be looked at (`warn`), where, and how to mend it. */
export const GoalFinding = z.object({
  code: z.enum([
    "difference",
    "stale",
    "left_member",
    "archived_unit",
    "step",
    "period",
    "conflict",
    "over_assigned",
    "counted_twice",
    "locked",
    "refused",
  ]),
  level: z.enum(["block", "warn"]),
  subject: Subject.nullable(),
  name: z.string(),
  period: z.string(),
  slice: z.string().nullable(),
  axis: Axis.nullable(),
  /** The difference, or the two values in conflict. */
  amount: DecimalString.nullable(),
  other: DecimalString.nullable(),
  /** The sentence's parameters; `code` for a refused edit. */
  params: z.record(z.string(), z.unknown()),
  /** Edits that would mend it, ready to be added to the draft. */
  mends: z.array(DraftEdit),
});
export type GoalFinding = z.infer<typeof GoalFinding>;

export const PlanVersion = z.object({
  version: z.number().int(),
  postingId: z.uuid(),
  at: InstantString,
  memberId: z.uuid().nullable(),
  note: z.string(),
  edits: z.number().int(),
});
export type PlanVersion = z.infer<typeof PlanVersion>;

/** A published version or a moment. */
const Moment = z.union([z.object({ version: z.int().min(0) }), z.object({ at: InstantString })]);

export const PlanDiffQuery = z.object({ kpi: Key, period: PeriodKey, from: Moment, to: Moment });
export type PlanDiffQuery = z.infer<typeof PlanDiffQuery>;

/** One target that differs between two moments, with the last change that made it so. */
export const DiffLine = z.object({
  subject: Subject,
  name: z.string(),
  period: z.string(),
  slice: z.string().nullable(),
  before: DecimalString.nullable(),
  after: DecimalString.nullable(),
  at: InstantString,
  memberId: z.uuid().nullable(),
  memberName: z.string(),
  reason: z.string(),
  from: DayString.nullable(),
});
export type DiffLine = z.infer<typeof DiffLine>;
