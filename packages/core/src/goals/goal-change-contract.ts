import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { Key } from "../platform/text.ts";
import { ChangeLine, ChangePreview, ChangeState, GoalChange, NewGoalChange } from "./goal-change.ts";

const change = z.object({ change: z.uuid() });

export const previewGoalChange = contract({
  name: "goalChanges.preview",
  method: "POST",
  path: "/goals/changes/preview",
  access: "member",
  summary: "What a change of targets would do: who is affected, old and new, attainment before and after",
  body: NewGoalChange,
  response: ChangePreview,
});

export const proposeGoalChange = contract({
  name: "goalChanges.create",
  method: "POST",
  path: "/goals/changes",
  access: "member",
  summary: "Propose a change of targets in the middle of a period; others approve it",
  body: NewGoalChange,
  response: GoalChange,
});

export const listGoalChanges = contract({
  name: "goalChanges.list",
  method: "GET",
  path: "/goals/changes",
  access: "member",
  summary: "Changes of targets one may see, the newest first; everybody sees those of the own target",
  query: PageQuery.extend({ kpi: Key.optional(), state: ChangeState.optional(), mine: z.stringbool().default(false) }),
  response: Page(GoalChange),
});

export const getGoalChange = contract({
  name: "goalChanges.read",
  method: "GET",
  path: "/goals/changes/:change",
  access: "member",
  summary: "One change with both versions of the targets it touches, as far as one may see them",
  params: change,
  response: GoalChange.extend({ lines: z.array(ChangeLine), truncated: z.boolean() }),
});

export const judgeGoalChange = contract({
  name: "goalChanges.judge",
  method: "PUT",
  path: "/goals/changes/:change/verdict",
  access: "member",
  summary: "Approve or reject a change; nobody approves the own, after the middle of the period two must approve",
  params: change,
  body: z.object({ approves: z.boolean(), note: z.string().trim().max(500).default("") }),
  response: GoalChange,
});

export const withdrawGoalChange = contract({
  name: "goalChanges.withdraw",
  method: "DELETE",
  path: "/goals/changes/:change",
  access: "member",
  summary: "Take a change back that was not decided yet",
  params: change,
  response: GoalChange,
});

export const seenGoalChange = contract({
  name: "goalChanges.seen",
  method: "PUT",
  path: "/goals/changes/:change/seen",
  access: "member",
  summary: "Say that one has read what became of the own target",
  params: change,
  response: GoalChange,
});
