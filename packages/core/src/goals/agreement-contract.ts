import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { Page } from "../platform/page.ts";
import { Key } from "../platform/text.ts";
import { CommitAnswer, Commitment, CommitQuery, CommitSummary, Proposal } from "./commitment.ts";
import { RollUp, SharedGoal, SharedGoalBody } from "./shared-goal.ts";
import { Reason } from "./target.ts";

export const propose = contract({
  name: "goals.propose",
  method: "PUT",
  path: "/goals/commitments",
  access: "member",
  summary: "Commit to a number for oneself (or one's own unit), with a reason; a new one replaces the last",
  body: Proposal,
  response: Commitment,
});

export const answerCommitment = contract({
  name: "goals.answerCommitment",
  method: "POST",
  path: "/goals/commitments/:commitment/answer",
  access: "member",
  summary: "Accept, counter, impose or withdraw: the leader of the unit, or the person to a counter",
  params: z.object({ commitment: z.uuid() }),
  body: CommitAnswer,
  response: Commitment,
});

export const listCommitments = contract({
  name: "goals.commitments",
  method: "POST",
  path: "/goals/commitments/query",
  access: "member",
  summary: "Commitments of people and units for a period, with every step of the negotiation and the gap to the target",
  body: CommitQuery,
  response: Page(Commitment).extend({ summary: CommitSummary }),
});

export const saveSharedGoal = contract({
  name: "goals.saveShared",
  method: "POST",
  path: "/goals/shared",
  access: "member",
  summary: "A goal that several people own together, or an overlay goal that is counted nowhere",
  body: SharedGoalBody.extend({ id: z.uuid().optional(), version: z.int().min(0).optional() }),
  response: SharedGoal,
});

export const endSharedGoal = contract({
  name: "goals.endShared",
  method: "DELETE",
  path: "/goals/shared/:goal",
  access: "member",
  summary: "End a shared or overlay goal; its history stays",
  params: z.object({ goal: z.uuid() }),
  body: z.object({ reason: Reason }),
  response: z.undefined(),
});

export const listSharedGoals = contract({
  name: "goals.shared",
  method: "POST",
  path: "/goals/shared/query",
  access: "member",
  summary: "Shared and overlay goals of a KPI in a period, and what a unit's roll-up counts of them",
  body: z.object({ kpi: Key, period: PeriodKey, unit: z.uuid().optional() }),
  response: z.object({ goals: z.array(SharedGoal), rollUp: RollUp }),
});
