import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";

export const SubjectKind = z.enum(["company", "unit", "member"]);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** Who is to reach a target. */
export const Subject = z.union([
  z.object({ kind: z.literal("company") }),
  z.object({ kind: z.literal("unit"), id: z.uuid() }),
  z.object({ kind: z.literal("member"), id: z.uuid() }),
]);
export type Subject = z.infer<typeof Subject>;

/** One place in the tree of targets: a KPI, a subject, a period. */
export const TargetPlace = z.object({ kpi: Key, subject: Subject, period: z.string().max(20) });
export type TargetPlace = z.infer<typeof TargetPlace>;

/** Every change of a target says why (G-09). */
export const Reason = z.string().trim().min(1).max(500);

/**
 * Where the difference comes from: `plan` decides it anew; a place gives or takes it, such as a sibling, a later
 * period or the upper level.
 */
export const CounterEntry = z.union([
  z.object({ kind: z.literal("plan") }),
  z.object({ kind: z.literal("place"), subject: Subject, period: z.string().max(20) }),
]);
export type CounterEntry = z.infer<typeof CounterEntry>;

export const TargetSetting = TargetPlace.extend({
  amount: DecimalString,
  reason: Reason,
  counter: CounterEntry.default({ kind: "plan" }),
  /** The version the editor saw; a later change by someone else is then a conflict, not lost. */
  version: z.number().int().min(0).optional(),
});
export type TargetSetting = z.infer<typeof TargetSetting>;

/** How a target is divided: evenly, by given weights, by last year's actuals, by seasons, by working days. */
export const SplitMethod = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("even") }),
  z.object({ kind: z.literal("weights"), weights: z.record(z.string().max(40), DecimalString) }),
  z.object({ kind: z.literal("history"), newcomers: DecimalString.default("0") }),
  z.object({ kind: z.literal("seasonality") }),
  z.object({ kind: z.literal("workdays") }),
]);
export type SplitMethod = z.infer<typeof SplitMethod>;

/** Into what: the units right below, the people below, or the parts of the period. */
export const SplitInto = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("units") }),
  z.object({ kind: z.literal("members"), members: z.array(z.uuid()).min(1).max(10_000).optional() }),
  z.object({ kind: z.literal("periods"), grain: Grain.optional() }),
]);
export type SplitInto = z.infer<typeof SplitInto>;

export const TargetSplit = TargetPlace.extend({ into: SplitInto, method: SplitMethod, reason: Reason });
export type TargetSplit = z.infer<typeof TargetSplit>;

/** What a target has handed down along one axis; `residue` is what no child carries yet, negative when they carry more. */
export const HandedDown = z.object({ amount: DecimalString, residue: DecimalString });

/** A target, and what became of it: both axes may carry the whole of it, one by people and one by time. */
export const Target = TargetPlace.extend({
  amount: DecimalString,
  people: HandedDown.nullable(),
  periods: HandedDown.nullable(),
  version: z.number().int(),
  locked: z.boolean(),
});
export type Target = z.infer<typeof Target>;

/** One act of the ledger as it touched one place. */
export const TargetEvent = z.object({
  id: z.uuid(),
  at: InstantString,
  memberId: z.uuid().nullable(),
  kind: z.enum(["set", "split", "shift", "plan"]),
  reason: z.string(),
  /** How much the target rose by; negative when it fell. */
  amount: DecimalString,
});
export type TargetEvent = z.infer<typeof TargetEvent>;
