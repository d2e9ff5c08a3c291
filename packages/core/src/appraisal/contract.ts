import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { contract } from "../platform/contract.ts";
import { Page, PageQuery } from "../platform/page.ts";
import { DecimalString, InstantString, Key, LocalText } from "../platform/text.ts";
import { AppraisalTask, Blocker, Cycle, CycleState, SheetState, StageProgress, TaskState } from "./cycle.ts";
import { MyScore, PersonScores } from "./live-score.ts";
import { AppraisalPlanBody } from "./plan.ts";
import { ScorecardBody } from "./scorecard.ts";
import { RaterRole } from "./scoring/scoring-rule.ts";
import { Sheet, SheetCard } from "./sheet.ts";

const cycleParams = z.object({ cycleId: z.uuid() });

export const listCycles = contract({
  name: "appraisal.cycles",
  method: "GET",
  path: "/appraisal/cycles",
  access: "member",
  summary: "Appraisal cycles one takes part in, leads people in, or may see all of; newest first",
  query: PageQuery.extend({ state: CycleState.optional() }),
  response: Page(Cycle),
});

export const createCycle = contract({
  name: "appraisal.createCycle",
  method: "POST",
  path: "/appraisal/cycles",
  access: "member",
  summary: "Start a cycle of a plan for a period: a draft with a sheet for everybody a card is for",
  body: z.object({ plan: Key, period: z.string().max(20), label: LocalText.optional() }),
  response: Cycle,
});

export const getCycle = contract({
  name: "appraisal.cycle",
  method: "GET",
  path: "/appraisal/cycles/:cycleId",
  access: "member",
  summary: "A cycle with its plan, its progress and what stands in the way of the next step",
  params: cycleParams,
  response: Cycle.extend({
    body: AppraisalPlanBody,
    cards: z.array(z.object({ key: Key, label: LocalText, version: z.number().int(), people: z.number().int() })),
    progress: z.array(StageProgress),
    blockers: z.array(Blocker),
    blockersMore: z.boolean(),
    next: CycleState.nullable(),
    mayManage: z.boolean(),
  }),
});

/** `scoring` freezes the figures; `force` goes on in spite of blockers that a deadline policy lets pass, with a reason. */
export const stepCycle = contract({
  name: "appraisal.stepCycle",
  method: "POST",
  path: "/appraisal/cycles/:cycleId/steps",
  access: "member",
  summary: "Take a cycle to its next state; freezing, publishing and archiving are steps, cancelling until published",
  params: cycleParams,
  body: z.object({
    to: CycleState,
    reason: z.string().trim().min(1).max(500).optional(),
    force: z.boolean().default(false),
  }),
  response: Cycle,
});

export const listSheets = contract({
  name: "appraisal.sheets",
  method: "POST",
  path: "/appraisal/sheets/query",
  access: "member",
  summary: "Sheets one may see: the own, those of people led in the period, or all; by name or by score",
  body: z.object({
    cycle: z.uuid().optional(),
    unit: z.uuid().optional(),
    member: z.uuid().optional(),
    states: z.array(SheetState).max(12).optional(),
    grades: z.array(z.string().max(10)).max(10).optional(),
    card: Key.optional(),
    order: z.enum(["name", "total"]).default("name"),
    page: PageQuery.default({ limit: 50 }),
  }),
  response: Page(SheetCard),
});

export const getSheet = contract({
  name: "appraisal.sheet",
  method: "GET",
  path: "/appraisal/sheets/:sheetId",
  access: "member",
  summary: "A person's sheet: KPI, target, actual, score, evidence, ratings, signatures, adjustments",
  params: z.object({ sheetId: z.uuid() }),
  response: Sheet,
});

export const myScore = contract({
  name: "appraisal.myScore",
  method: "POST",
  path: "/appraisal/score",
  access: "member",
  summary: "Today's score by each card, each line's points, and the line that would raise it most",
  body: z.object({ member: z.uuid().optional() }),
  response: MyScore,
});

export const teamScores = contract({
  name: "appraisal.teamScores",
  method: "POST",
  path: "/appraisal/team-scores",
  access: "member",
  summary: "Today's scores of the people one leads, or of everybody for who may see all",
  body: z.object({ unit: z.uuid().optional(), page: PageQuery.default({ limit: 50 }) }),
  response: Page(PersonScores),
});

export const listCards = contract({
  name: "appraisal.cards",
  method: "GET",
  path: "/appraisal/cards",
  access: "member",
  summary: "Published scorecards with how many people each is for today",
  response: z.object({
    cards: z.array(z.object({ key: Key, label: LocalText, grain: Grain, calendar: Key, people: z.number().int() })),
    /** People no card is for. */
    without: z.number().int(),
  }),
});

export const PREVIEW_PEOPLE = 10;

export const previewCard = contract({
  name: "appraisal.previewCard",
  method: "POST",
  path: "/appraisal/cards/preview",
  access: "member",
  summary: "A draft card on live figures for named people",
  body: z.object({
    key: Key,
    body: ScorecardBody,
    members: z.array(z.uuid()).min(1).max(PREVIEW_PEOPLE),
    /** The running period of the card when left out. */
    period: z.string().max(20).optional(),
  }),
  response: z.object({ people: z.array(PersonScores) }),
});

export const listAppraisalTasks = contract({
  name: "appraisal.tasks",
  method: "POST",
  path: "/appraisal/tasks/query",
  access: "member",
  summary: "What is to be done in appraisals: the own tasks, or everybody's for who manages appraisals",
  body: z.object({
    whose: z.enum(["mine", "all"]).default("mine"),
    cycle: z.uuid().optional(),
    states: z.array(TaskState).max(4).default(["todo", "overdue"]),
    page: PageQuery.default({ limit: 50 }),
  }),
  response: Page(AppraisalTask),
});

/** Something that does not fix itself: listed for HR, and the person who can mend it has been told. */
export const Anomaly = z.object({
  kind: z.enum(["missingData", "missingTarget", "late", "noManager", "distribution", "leftWithoutScore"]),
  sheetId: z.uuid().nullable(),
  memberId: z.uuid().nullable(),
  name: z.string(),
  items: z.array(z.string()),
  role: RaterRole.nullable(),
  waitsFor: z.array(z.object({ id: z.uuid(), name: z.string() })),
  since: InstantString.nullable(),
  reminders: z.number().int(),
  escalated: z.boolean(),
  detail: z.record(z.string(), z.string()),
});
export type Anomaly = z.infer<typeof Anomaly>;

export const listAnomalies = contract({
  name: "appraisal.anomalies",
  method: "GET",
  path: "/appraisal/cycles/:cycleId/anomalies",
  access: "member",
  summary: "Missing data, late raters and uneven grades of a cycle, with who was told and how often",
  params: cycleParams,
  response: z.object({ anomalies: z.array(Anomaly), more: z.boolean() }),
});

const GradeShare = z.object({
  grade: z.string(),
  count: z.number().int(),
  /** What the guide would give of the people it counts; null without a guide. */
  guide: z.number().int().nullable(),
  percent: DecimalString,
  /** Percentage points from the guide. */
  deviation: DecimalString.nullable(),
  alarm: z.boolean(),
});

export const CalibrationChange = z.object({
  id: z.uuid(),
  at: InstantString,
  sheetId: z.uuid(),
  name: z.string(),
  before: z.object({ total: DecimalString.nullable(), grade: z.string().nullable() }),
  after: z.object({ total: DecimalString.nullable(), grade: z.string().nullable() }),
  reason: z.string(),
  by: z.string(),
});
export type CalibrationChange = z.infer<typeof CalibrationChange>;

export const calibration = contract({
  name: "appraisal.calibration",
  method: "POST",
  path: "/appraisal/cycles/:cycleId/calibration/query",
  access: "member",
  summary: "A group before calibration: scores, grades against the guide, and the changes made",
  params: cycleParams,
  body: z.object({ unit: z.uuid().optional(), card: Key.optional() }),
  response: z.object({
    mode: z.enum(["advisory", "upper", "hard"]).nullable(),
    counted: z.number().int(),
    exempt: z.number().int(),
    grades: z.array(GradeShare),
    sheets: z.array(SheetCard),
    changes: z.array(CalibrationChange),
    /** The group was cut at its size limit. */
    more: z.boolean(),
  }),
});

export const exportSheet = contract({
  name: "appraisal.printSheet",
  method: "GET",
  path: "/appraisal/sheets/:sheetId/print",
  access: "member",
  summary: "The sheet as a page to print and sign",
  params: z.object({ sheetId: z.uuid() }),
  query: z.object({ locale: z.enum(["zh-CN", "en"]).optional() }),
  response: z.unknown(),
  transport: "stream",
});

export const exportCycle = contract({
  name: "appraisal.exportCycle",
  method: "GET",
  path: "/appraisal/cycles/:cycleId/export",
  access: "member",
  summary: "A cycle as a CSV table: one row per line of every sheet, with the figures the screen shows",
  params: cycleParams,
  query: z.object({ locale: z.enum(["zh-CN", "en"]).optional() }),
  response: z.unknown(),
  transport: "stream",
});
