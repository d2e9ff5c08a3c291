import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, InstantString, Key } from "../platform/text.ts";
import { GoalRulesBody } from "./goal-rules.ts";
import { Reason } from "./target.ts";

const Named = z.object({ id: z.uuid(), name: z.string() });
const Figure = DecimalString.nullable();

/** Somebody who changed units in the middle of a period. */
export const GoalTransfer = z.object({
  member: Named,
  day: DayString,
  from: Named,
  to: Named,
  goal: Figure,
  /** Without: the goal stays whole in the old unit until the next period. */
  halves: z.object({ earlier: DecimalString, later: DecimalString, reason: z.string(), at: InstantString }).nullable(),
});

export const listTransfers = contract({
  name: "goals.transfers",
  method: "POST",
  path: "/goals/transfers/query",
  access: "member",
  summary: "Who changed units in the middle of a period, and what became of the goal",
  body: z.object({ kpi: Key, period: PeriodKey }),
  response: z.object({ transfers: z.array(GoalTransfer) }),
});

export const regoalTransfer = contract({
  name: "goals.regoal",
  method: "POST",
  path: "/goals/transfers",
  access: "member",
  summary: "Give the later half of a period a goal of the new unit; the earlier half keeps its own",
  body: z.object({
    kpi: Key,
    period: PeriodKey,
    member: z.uuid(),
    /** What a whole period's goal is in the new unit. */
    full: DecimalString,
    /** The opportunity the old goal was made for, and what moved: the answer then says whether a new goal is called for. */
    territory: z.object({ before: DecimalString, moved: DecimalString }).optional(),
    reason: Reason,
    preview: z.boolean().default(false),
  }),
  response: z.object({
    earlier: DecimalString,
    later: DecimalString,
    goal: DecimalString,
    advice: z.object({ share: DecimalString, advice: z.enum(["keep", "adjust"]) }).nullable(),
  }),
});

/** What a manager answers for by the company's rule, beside what was set. */
export const ManagerGoal = z.object({
  unit: Named,
  leader: Named,
  others: DecimalString,
  own: Figure,
  /** Everybody's, the player-coach's own once. */
  total: DecimalString,
  goal: DecimalString,
  set: Figure,
});

export const managerGoals = contract({
  name: "goals.managers",
  method: "POST",
  path: "/goals/managers",
  access: "member",
  summary: "What every manager answers for: the team's goals, those less a haircut, or own and team",
  body: z.object({ kpi: Key, period: PeriodKey }),
  response: z.object({ rule: GoalRulesBody.shape.manager, managers: z.array(ManagerGoal) }),
});

/** A change of goals by a manager whose own attainment was close to its threshold. */
export const NearChange = z.object({
  postingId: z.uuid(),
  at: InstantString,
  manager: Named,
  period: z.string(),
  reason: z.string(),
  goalBefore: DecimalString,
  goalAfter: DecimalString,
  attainBefore: Figure,
  attainAfter: Figure,
  near: z.boolean(),
});

export const nearChanges = contract({
  name: "goals.nearChanges",
  method: "POST",
  path: "/goals/managers/changes",
  access: "member",
  summary: "Goal changes managers made in their own units in a period, and which were close to their own threshold",
  body: z.object({ kpi: Key, period: PeriodKey }),
  response: z.object({ changes: z.array(NearChange), truncated: z.boolean() }),
});
