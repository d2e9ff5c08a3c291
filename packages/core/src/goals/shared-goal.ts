import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { Reason } from "./target.ts";

/** One of the owners of a goal and the share that is theirs, in percent. */
export const Owner = z.object({ memberId: z.uuid(), percent: DecimalString });
export type Owner = z.infer<typeof Owner>;

/**
 * A goal that several people own together (A11). `shared` counts once above them, each owner's part in the own unit;
 * `overlay` stands beside the targets, such as a specialist's, and is counted nowhere.
 */
export const SharedGoalBody = z.object({
  kpi: Key,
  period: PeriodKey,
  name: z.string().trim().min(1).max(80),
  kind: z.enum(["shared", "overlay"]),
  amount: DecimalString,
  /** Of a shared goal they make 100. */
  owners: z.array(Owner).min(1).max(20),
  reason: Reason,
});
export type SharedGoalBody = z.infer<typeof SharedGoalBody>;

export const SharedGoal = SharedGoalBody.extend({
  id: z.uuid(),
  version: z.number().int(),
  /** Each owner's part, by largest remainder; they add up to the amount. */
  parts: z.array(z.object({ memberId: z.uuid(), name: z.string(), amount: DecimalString })),
  at: InstantString,
  endedAt: InstantString.nullable(),
});
export type SharedGoal = z.infer<typeof SharedGoal>;

/** A roll-up that says what it counted: own targets, shared goals once, overlays never. */
export const RollUp = z.object({
  /** What the people's own targets make. */
  own: DecimalString,
  /** Shared goals with an owner below, each once. */
  shared: DecimalString,
  /** Shared goals that are counted only above, because an owner belongs elsewhere: their part here. */
  sharedPart: DecimalString,
  total: DecimalString,
  /** Named beside the total, never in it. */
  overlay: DecimalString,
  goals: z.array(
    z.object({ id: z.uuid(), name: z.string(), kind: z.enum(["shared", "overlay"]), counted: DecimalString }),
  ),
});
export type RollUp = z.infer<typeof RollUp>;
