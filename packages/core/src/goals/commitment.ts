import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { PageQuery } from "../platform/page.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { Reason, TargetPlace } from "./target.ts";

/**
 * G-08: where a person's commitment stands. `draft` only the person sees; `submitted` waits for the leader;
 * `negotiating` was countered; `agreed` and `imposed` have set the target.
 */
export const CommitState = z.enum(["draft", "submitted", "negotiating", "agreed", "imposed"]);
export type CommitState = z.infer<typeof CommitState>;

/** What may be done with a commitment: the person proposes and agrees to a counter, the leader accepts, counters, imposes. */
export const CommitAct = z.enum(["propose", "accept", "counter", "impose", "withdraw"]);
export type CommitAct = z.infer<typeof CommitAct>;

/** Which state an act leads to; an act missing at a state is not allowed there. @source SPEC.md G-08 */
export const COMMIT_MOVES: Readonly<Record<CommitState, Readonly<Partial<Record<CommitAct, CommitState>>>>> = {
  draft: { propose: "submitted", impose: "imposed" },
  submitted: {
    propose: "submitted",
    accept: "agreed",
    counter: "negotiating",
    impose: "imposed",
    withdraw: "draft",
  },
  negotiating: {
    propose: "submitted",
    accept: "agreed",
    counter: "negotiating",
    impose: "imposed",
    withdraw: "draft",
  },
  agreed: { propose: "submitted", impose: "imposed" },
  imposed: { propose: "submitted", impose: "imposed" },
};

export const Proposal = TargetPlace.extend({
  commit: DecimalString,
  bestCase: DecimalString.optional(),
  reason: Reason,
  /** Links to records or files that back it. */
  evidence: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
  /** Kept for oneself until it is submitted. */
  submit: z.boolean().default(true),
});
export type Proposal = z.infer<typeof Proposal>;

export const CommitAnswer = z.object({
  act: CommitAct.exclude(["propose"]),
  /** What the leader counters with or imposes; accepting takes the number on the table. */
  amount: DecimalString.optional(),
  reason: Reason,
  /** The version of the commitment that was seen. */
  version: z.int().min(1),
});
export type CommitAnswer = z.infer<typeof CommitAnswer>;

/** One move of a negotiation: who said which number, and why. */
export const CommitStep = z.object({
  at: InstantString,
  memberId: z.uuid().nullable(),
  act: CommitAct,
  amount: DecimalString.nullable(),
  reason: z.string(),
});

export const Commitment = z.object({
  id: z.uuid(),
  kpi: Key,
  memberId: z.uuid().nullable(),
  unitId: z.uuid().nullable(),
  period: z.string(),
  state: CommitState,
  /** What the person said last, the leader's last number, and what was suggested when it began. */
  commit: DecimalString.nullable(),
  bestCase: DecimalString.nullable(),
  counter: DecimalString.nullable(),
  suggested: DecimalString.nullable(),
  /** The target now; null is 未设目标. */
  target: DecimalString.nullable(),
  evidence: z.array(z.string()),
  steps: z.array(CommitStep),
  version: z.number().int(),
  /** What the reader may do next. */
  may: z.array(CommitAct),
});
export type Commitment = z.infer<typeof Commitment>;

export const CommitQuery = z.object({
  kpi: Key,
  period: PeriodKey,
  /** The people of a unit and below; everybody the reader may see when left out. */
  unit: z.uuid().optional(),
  members: z.array(z.uuid()).max(500).optional(),
  page: PageQuery.default({ limit: 50 }),
});
export type CommitQuery = z.infer<typeof CommitQuery>;

/** What a unit's people committed to against its target (G-08). */
export const CommitSummary = z.object({
  target: DecimalString.nullable(),
  committed: DecimalString,
  bestCase: DecimalString,
  /** Target less commitments; null without a target. */
  gap: DecimalString.nullable(),
  people: z.number().int(),
  answered: z.number().int(),
});
