import { z } from "zod";
import { DayString, DecimalString, InstantString, Key, LocalText } from "../platform/text.ts";
import { Stage } from "./plan.ts";
import { RaterRole } from "./scoring/scoring-rule.ts";

/** what a cycle goes through, in order; `cancelled` until it is published. */
export const CYCLE_STATES = [
  "draft",
  "goalSetting",
  "running",
  "scoring",
  "calibrating",
  "published",
  "confirming",
  "archived",
] as const;
export const CycleState = z.enum([...CYCLE_STATES, "cancelled"]);
export type CycleState = z.infer<typeof CycleState>;

/**
 * A person's own state. `self` and `rating` are scoring, `published` waits for the interview, `expired` is 已截止:
 * silence, which is not agreement. `withdrawn` is not applicable: served too short, or taken out.
 */
export const SHEET_STATES = [
  "goalSetting",
  "running",
  "self",
  "rating",
  "calibrating",
  "published",
  "confirming",
  "confirmed",
  "expired",
  "appealed",
  "archived",
  "withdrawn",
] as const;
export const SheetState = z.enum(SHEET_STATES);
export type SheetState = z.infer<typeof SheetState>;

export const Cycle = z.object({
  id: z.uuid(),
  plan: Key,
  label: LocalText,
  /** A period key of the cards' calendar: `2026-Q1`, `FY2026-P03`. */
  period: z.string(),
  calendar: Key,
  from: DayString,
  to: DayString,
  state: CycleState,
  people: z.number().int(),
  /** How many sheets are in each state. */
  states: z.record(z.string(), z.number().int()),
  frozenAt: InstantString.nullable(),
  createdAt: InstantString,
  createdBy: z.uuid().nullable(),
});
export type Cycle = z.infer<typeof Cycle>;

/** What stands in the way of a step, with who and how to mend it. */
export const Blocker = z.object({
  kind: z.enum([
    "noCard",
    "goalUnsigned",
    "periodOpen",
    "missingData",
    "missingTarget",
    "rating",
    "unscored",
    "proposal",
    "interview",
    "unconfirmed",
    "appeal",
  ]),
  sheetId: z.uuid().nullable(),
  memberId: z.uuid().nullable(),
  name: z.string(),
  /** Item keys, where the fault is in lines. */
  items: z.array(z.string()),
  /** Who has to act. */
  waitsFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** No reason helps against it: it has to be settled. */
  hard: z.boolean(),
});
export type Blocker = z.infer<typeof Blocker>;

/** how a stage is going. */
export const StageProgress = z.object({
  stage: Stage,
  total: z.number().int(),
  done: z.number().int(),
  overdue: z.number().int(),
  /** Done of total, in percent with two decimals; null without any. */
  percent: DecimalString.nullable(),
  /** Median hours from opened to done; null before the first is done. */
  medianHours: DecimalString.nullable(),
});
export type StageProgress = z.infer<typeof StageProgress>;

/** where a task stands today. */
export const TaskState = z.enum(["todo", "overdue", "done", "skipped"]);
export type TaskState = z.infer<typeof TaskState>;

/** One person's duty in a cycle: sign, rate, interview, confirm. The assignee is fixed when the stage begins. */
export const AppraisalTask = z.object({
  id: z.uuid(),
  cycleId: z.uuid(),
  cycle: LocalText,
  period: z.string(),
  sheetId: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  stage: Stage,
  role: RaterRole,
  assigneeId: z.uuid().nullable(),
  assignee: z.string(),
  state: TaskState,
  openedAt: InstantString,
  dueOn: DayString.nullable(),
  doneAt: InstantString.nullable(),
  escalated: z.boolean(),
});
export type AppraisalTask = z.infer<typeof AppraisalTask>;
