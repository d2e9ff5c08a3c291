import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { InstantString, Key } from "../platform/text.ts";
import {
  DiffLine,
  DraftEditRow,
  DraftEdits,
  GoalDraft,
  GoalFinding,
  PlanDiffQuery,
  PlanVersion,
} from "./goal-draft.ts";
import { Tree, TreeQuery } from "./goal-tree.ts";
import { MethodsAnswer, MethodsQuery } from "./split-methods.ts";
import { Reason } from "./target.ts";

const Plan = z.object({ kpi: Key, period: PeriodKey });
const DraftId = z.object({ draft: z.uuid() });

export const goalTree = contract({
  name: "goals.tree",
  method: "POST",
  path: "/goals/tree",
  access: "member",
  summary: "A window of the tree of goals: units and people by periods, with sums and signed differences",
  body: TreeQuery,
  response: Tree,
});

export const splitMethods = contract({
  name: "goals.splitMethods",
  method: "POST",
  path: "/goals/split-methods",
  access: "member",
  summary: "What every split method would give each child, with the growth over its own last year; nothing is kept",
  body: MethodsQuery,
  response: MethodsAnswer,
});

export const openDraft = contract({
  name: "goals.openDraft",
  method: "POST",
  path: "/goals/drafts",
  access: "member",
  summary: "The open draft of a KPI's plan for a period; a new one is begun when there is none",
  body: Plan,
  response: GoalDraft,
});

export const readDraft = contract({
  name: "goals.readDraft",
  method: "GET",
  path: "/goals/drafts/:draft",
  access: "member",
  summary: "A draft of a plan: its revision, who works in it",
  params: DraftId,
  response: GoalDraft,
});

export const draftEdits = contract({
  name: "goals.draftEdits",
  method: "GET",
  path: "/goals/drafts/:draft/edits",
  access: "member",
  summary: "The edits of a draft, the newest first",
  params: DraftId,
  query: PageQuery,
  response: Page(DraftEditRow),
});

export const editDraft = contract({
  name: "goals.editDraft",
  method: "POST",
  path: "/goals/drafts/:draft/edits",
  access: "member",
  summary: "Add edits to a draft: all or none; the same node edited by someone else meanwhile is a conflict",
  params: DraftId,
  body: DraftEdits,
  response: GoalDraft,
});

export const undoDraftEdit = contract({
  name: "goals.undoDraftEdit",
  method: "DELETE",
  path: "/goals/drafts/:draft/edits/:edit",
  access: "member",
  summary: "Take an edit out of a draft: one's own, or anybody's for who manages the goals",
  params: DraftId.extend({ edit: z.uuid() }),
  response: GoalDraft,
});

export const checkDraft = contract({
  name: "goals.checkDraft",
  method: "POST",
  path: "/goals/drafts/:draft/check",
  access: "member",
  summary: "Check a draft: differences, stale children, people who left, uneven steps; each with how to mend it",
  params: DraftId,
  response: z.object({ findings: z.array(GoalFinding), checkedNodes: z.number().int(), truncated: z.boolean() }),
});

export const publishDraft = contract({
  name: "goals.publishDraft",
  method: "POST",
  path: "/goals/drafts/:draft/publish",
  access: "member",
  summary: "Publish a draft as one act with the next version number; blocking findings refuse it",
  params: DraftId,
  body: z.object({ note: Reason, revision: z.int().min(0).optional() }),
  response: PlanVersion,
});

export const discardDraft = contract({
  name: "goals.discardDraft",
  method: "DELETE",
  path: "/goals/drafts/:draft",
  access: "member",
  summary: "Discard a draft; what is published stays",
  params: DraftId,
  response: z.undefined(),
});

export const planVersions = contract({
  name: "goals.versions",
  method: "POST",
  path: "/goals/versions",
  access: "member",
  summary: "The published versions of a plan, the newest first",
  body: Plan.extend({ page: PageQuery.default({ limit: 50 }) }),
  response: Page(PlanVersion).extend({
    lock: z.object({ at: InstantString, memberId: z.uuid().nullable(), reason: z.string() }).nullable(),
  }),
});

export const planDiff = contract({
  name: "goals.diff",
  method: "POST",
  path: "/goals/diff",
  access: "member",
  summary: "What differs between two versions or moments of a plan: old, new, who, why, from which day",
  body: PlanDiffQuery.extend({ page: PageQuery.default({ limit: 50 }) }),
  response: Page(DiffLine),
});

export const planDiffFile = contract({
  name: "goals.diffFile",
  method: "POST",
  path: "/goals/diff.csv",
  access: "member",
  summary: "The same differences as a CSV file",
  body: PlanDiffQuery,
  response: z.unknown(),
  transport: "stream",
});

export const lockPlan = contract({
  name: "goals.lockPlan",
  method: "PUT",
  path: "/goals/plan-lock",
  access: "member",
  summary: "Lock a whole plan, or unlock it: after the lock only who may change locked plans can",
  body: Plan.extend({ locked: z.boolean(), reason: Reason }),
  response: z.object({ locked: z.boolean() }),
});
