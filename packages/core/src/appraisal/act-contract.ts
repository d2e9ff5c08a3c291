import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, Key } from "../platform/text.ts";
import { AppraisalTask } from "./cycle.ts";
import { RaterRole } from "./scoring/scoring-rule.ts";
import { Adjustment, Interview, Sheet } from "./sheet.ts";

const sheetParams = z.object({ sheetId: z.uuid() });
const Why = z.string().trim().min(1).max(500);
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const signGoal = contract({
  name: "appraisal.signGoal",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/goal-signature",
  access: "member",
  summary:
    "Sign one's goals: the click, the time and the hash of what was shown; after the deadline the manager may impose them with a reason",
  params: sheetParams,
  body: z.object({ hash: Hash, impose: Why.optional() }),
  response: Sheet,
});

/** A step of the item's scale, or points where the scale is free. */
export const RatingInput = z.object({
  partId: z.uuid(),
  item: Key,
  option: z.string().max(20).optional(),
  points: DecimalString.optional(),
  comment: z.string().trim().max(2000).default(""),
});

export const rateSheet = contract({
  name: "appraisal.rate",
  method: "PUT",
  path: "/appraisal/sheets/:sheetId/ratings",
  access: "member",
  summary: "Rate the lines one is asked for, as oneself, manager, peer or subordinate; submitting ends one's task",
  params: sheetParams,
  body: z.object({
    /** As whom one rates, where one is asked twice. */
    role: RaterRole.optional(),
    ratings: z.array(RatingInput).max(60).default([]),
    /** The summary of the self-review, or the manager's comment. */
    comment: z.string().trim().max(4000).optional(),
    submit: z.boolean().default(false),
    /** Why one rates in the manager's place, in calibration. */
    reason: Why.optional(),
  }),
  response: Sheet,
});

/**
 * A line entered by hand (`actual`), rescored (`score`) or waived: proposed by one, in force when another approves
 * (a waiver by HR needs no second).
 */
export const proposeOverride = contract({
  name: "appraisal.override",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/overrides",
  access: "member",
  summary:
    "Propose another value for a system line, with a reason; a second person approves it and both values are kept",
  params: sheetParams,
  body: z.object({
    partId: z.uuid(),
    item: Key,
    kind: z.enum(["actual", "score", "waive"]),
    value: DecimalString.optional(),
    reason: Why,
  }),
  response: Sheet,
});

export const proposeAward = contract({
  name: "appraisal.award",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/awards",
  access: "member",
  summary: "Propose bonus points, a deduction or a veto of the card, with its fact and evidence",
  params: sheetParams,
  body: z.object({ partId: z.uuid(), key: Key, points: DecimalString.optional(), evidence: Why }),
  response: Sheet,
});

export const decideProposal = contract({
  name: "appraisal.decide",
  method: "POST",
  path: "/appraisal/proposals/:proposalId/decision",
  access: "member",
  summary: "Approve or refuse somebody else's override, bonus, deduction or veto",
  params: z.object({ proposalId: z.uuid() }),
  body: z.object({ approve: z.boolean(), note: z.string().trim().max(500).default("") }),
  response: Sheet,
});

export const Proposal = z.object({
  id: z.uuid(),
  sheetId: z.uuid(),
  name: z.string(),
  kind: z.enum(["actual", "score", "waive", "bonus", "penalty", "veto"]),
  item: Key,
  value: DecimalString.nullable(),
  reason: z.string(),
  state: z.enum(["proposed", "approved", "refused"]),
  byId: z.uuid(),
  by: z.string(),
  at: z.iso.datetime({ offset: true }),
  /** Whether the reader may decide it. */
  mayDecide: z.boolean(),
});
export type Proposal = z.infer<typeof Proposal>;

export const listProposals = contract({
  name: "appraisal.proposals",
  method: "POST",
  path: "/appraisal/proposals/query",
  access: "member",
  summary: "Overrides, bonuses, deductions and vetoes waiting for a decision, or of a sheet",
  body: z.object({ cycle: z.uuid().optional(), sheet: z.uuid().optional(), open: z.boolean().default(true) }),
  response: z.object({ proposals: z.array(Proposal) }),
});

/** Only grade or adjustment; facts stay what they are. */
export const calibrateSheet = contract({
  name: "appraisal.calibrate",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/calibrations",
  access: "member",
  summary: "Change a grade or add an adjustment in calibration, with a reason; before and after are kept",
  params: sheetParams,
  body: z.object({
    grade: z.string().min(1).max(10).optional(),
    /** Points added to the score, negative to take away. */
    adjustment: DecimalString.optional(),
    reason: Why,
    version: z.number().int().min(0).optional(),
  }),
  response: Sheet,
});

export const recordInterview = contract({
  name: "appraisal.interview",
  method: "PUT",
  path: "/appraisal/sheets/:sheetId/interview",
  access: "member",
  summary: "Record the interview; manager and member each sign it",
  params: sheetParams,
  body: z.object({ interview: Interview.optional() }),
  response: Sheet,
});

export const confirmResult = contract({
  name: "appraisal.confirm",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/confirmation",
  access: "member",
  summary: "Sign one's result",
  params: sheetParams,
  body: z.object({ version: z.number().int().min(0) }),
  response: Sheet,
});

export const appealResult = contract({
  name: "appraisal.appeal",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/appeals",
  access: "member",
  summary: "Appeal against one's result within the days given; somebody other than the manager handles it",
  params: sheetParams,
  body: z.object({ reason: z.string().trim().min(1).max(4000) }),
  response: Sheet,
});

export const answerAppeal = contract({
  name: "appraisal.answerAppeal",
  method: "POST",
  path: "/appraisal/appeals/:appealId/steps",
  access: "member",
  summary:
    "Take up an appeal, ask for more, uphold the result or adjust it; an adjusted result is posted as a difference",
  params: z.object({ appealId: z.uuid() }),
  body: z.object({
    to: z.enum(["inReview", "needInfo", "upheld", "adjusted"]),
    answer: Why,
    grade: z.string().min(1).max(10).optional(),
    adjustment: DecimalString.optional(),
  }),
  response: Sheet,
});

export const splitSheet = contract({
  name: "appraisal.split",
  method: "PUT",
  path: "/appraisal/sheets/:sheetId/parts",
  access: "member",
  summary:
    "Give someone with two roles two sub-records with split weights, or correct the units and days of one who moved",
  params: sheetParams,
  body: z.object({
    parts: z
      .array(
        z.object({
          card: Key,
          unit: z.uuid(),
          manager: z.uuid().optional(),
          from: DayString,
          to: DayString,
          share: DecimalString.default("100"),
        }),
      )
      .min(1)
      .max(6),
    reason: Why,
  }),
  response: Sheet,
});

export const withdrawSheet = contract({
  name: "appraisal.withdraw",
  method: "POST",
  path: "/appraisal/sheets/:sheetId/withdrawal",
  access: "member",
  summary: "Take somebody out of a cycle, or exempt them from the distribution, with a reason",
  params: sheetParams,
  body: z.object({ kind: z.enum(["withdraw", "exempt", "count"]), reason: Why }),
  response: Sheet,
});

export const reassignTask = contract({
  name: "appraisal.reassign",
  method: "POST",
  path: "/appraisal/tasks/:taskId/reassignment",
  access: "member",
  summary: "Give a task to somebody else, with a reason that is kept",
  params: z.object({ taskId: z.uuid() }),
  body: z.object({ to: z.uuid(), reason: Why }),
  response: AppraisalTask,
});

export const postAdjustments = contract({
  name: "appraisal.postAdjustments",
  method: "POST",
  path: "/appraisal/cycles/:cycleId/adjustments",
  access: "member",
  summary: "Compute the frozen figures again and post what differs; what was frozen stays",
  params: z.object({ cycleId: z.uuid() }),
  body: z.object({ preview: z.boolean().default(false) }),
  response: z.object({
    posted: z.array(Adjustment.extend({ sheetId: z.uuid(), name: z.string() })).max(5_000),
    more: z.boolean(),
  }),
});
