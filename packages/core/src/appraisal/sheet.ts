import { z } from "zod";
import { DayString, DecimalString, InstantString, Key, LocalText } from "../platform/text.ts";
import { SheetState } from "./cycle.ts";
import { RaterRole, RatingRule } from "./scoring/scoring-rule.ts";

const Figure = DecimalString.nullable();

/** A step of an arithmetic as it is kept and sent; its sentence is the scoring rules' (CV-5). */
export const KeptStep = z.object({
  rule: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.string()),
  value: z.string().nullable(),
  rounded: z.number().int().optional(),
});
export type KeptStep = z.infer<typeof KeptStep>;

/** `no_data` and `unscorable` hold up the sheet until mended or waived; what does not apply gives its weight away (S-10). */
export const LineState = z.enum(["scored", "no_data", "unscorable", "not_applicable", "waived"]);
export type LineState = z.infer<typeof LineState>;

/** One line of a sheet: an item of the card with what was to be done, what was done, and what it is worth. */
export const SheetLine = z.object({
  item: Key,
  kind: z.enum(["scored", "bonus", "penalty"]),
  source: z.enum(["kpi", "rating", "award"]),
  label: LocalText,
  dimension: Key.nullable(),
  kpi: Key.nullable(),
  /** Whose result it is, so that its records can be opened: a unit's, or with none the company's. */
  of: z.enum(["member", "unit", "company"]).nullable(),
  unitId: z.uuid().nullable(),
  /** The item's own periods, such as three fiscal months of a quarter. */
  periods: z.array(z.string()),
  state: LineState,
  /** Why it has no score: a code of the scoring rules, such as `actual_missing`. */
  reason: z.string().nullable(),
  target: Figure,
  actual: Figure,
  /** Actual over target, as a fraction. */
  attain: Figure,
  /** Weight on the card, and after weights of lines that do not apply are shared out; percent. */
  weight: DecimalString,
  effectiveWeight: Figure,
  /** The item's score of 100, as the rule gives it. */
  score: Figure,
  /** Full marks the rule is written for, and the points it gave of them. */
  full: DecimalString,
  given: Figure,
  /** What it adds to the total. */
  points: Figure,
  /** What the rule gave where points were written over it: both are kept. */
  systemPoints: Figure,
  overrideReason: z.string().nullable(),
  /** Records behind the actual. */
  evidence: z.number().int().nullable(),
  /** What the total would rise by if this line alone reached its target. */
  gain: Figure,
  /** A step people can picture, in the KPI's unit, and what one more would add to the total. */
  unit: z.object({ step: DecimalString, gain: DecimalString }).nullable(),
  /** Of a rated line, what raters choose from or may write, and who rates. */
  scale: RatingRule.pick({ options: true, free: true, max: true, raters: true }).nullable(),
  trace: z.array(KeptStep),
});
export type SheetLine = z.infer<typeof SheetLine>;

/** A sub-record: one card, one unit, one manager, some days. A sheet has one unless its person moved or has two roles. */
export const SheetPart = z.object({
  id: z.uuid(),
  card: Key,
  cardLabel: LocalText,
  cardVersion: z.number().int(),
  unitId: z.uuid().nullable(),
  unit: z.string(),
  managerId: z.uuid().nullable(),
  manager: z.string(),
  from: DayString,
  to: DayString,
  /** Of someone with two roles, the share of this one; percent. */
  share: DecimalString,
  /** Working days served times share: its weight in the sheet. */
  weight: DecimalString,
  /** The card's grades, best first, and the vetoes that may be put forward. */
  grades: z.array(z.string()),
  vetoes: z.array(z.object({ key: Key, label: LocalText })),
  lines: z.array(SheetLine),
  total: Figure,
  trace: z.array(KeptStep),
});
export type SheetPart = z.infer<typeof SheetPart>;

/** Bonus points, deductions and vetoes: outside the 100, each with a fact and evidence (S-11, S-12). */
export const Award = z.object({
  id: z.uuid(),
  key: Key,
  kind: z.enum(["bonus", "penalty", "veto"]),
  label: LocalText,
  points: Figure,
  evidence: z.string(),
  state: z.enum(["proposed", "approved", "refused"]),
  by: z.string(),
  decidedBy: z.string().nullable(),
});
export type Award = z.infer<typeof Award>;

/** A difference found after the figures were frozen: posted, never written into them (C-27). */
export const Adjustment = z.object({
  id: z.uuid(),
  at: InstantString,
  kind: z.enum(["recomputation", "appeal"]),
  item: Key.nullable(),
  label: LocalText.nullable(),
  field: z.enum(["actual", "target", "score", "total", "grade"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** After less before; null for a grade or where one of them is unknown. */
  difference: Figure,
  reason: z.string(),
  by: z.string().nullable(),
});
export type Adjustment = z.infer<typeof Adjustment>;

export const Appeal = z.object({
  id: z.uuid(),
  at: InstantString,
  state: z.enum(["submitted", "inReview", "needInfo", "upheld", "adjusted"]),
  reason: z.string(),
  handlerId: z.uuid().nullable(),
  handler: z.string(),
  answer: z.string().nullable(),
  decidedAt: InstantString.nullable(),
});
export type Appeal = z.infer<typeof Appeal>;

export const Signature = z.object({
  kind: z.enum(["goal", "goalImposed", "interviewManager", "interviewMember", "result"]),
  by: z.uuid(),
  name: z.string(),
  at: InstantString,
  /** SHA-256 of what was signed. */
  hash: z.string(),
  reason: z.string().nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const Interview = z.object({
  on: DayString,
  points: z.string(),
  plan: z.string(),
  /** What was asked before it is done: facts shown, strengths, gaps, next aims. */
  checklist: z.array(z.string().max(60)).max(10),
});
export type Interview = z.infer<typeof Interview>;

export const RatingGiven = z.object({
  partId: z.uuid(),
  item: Key,
  role: RaterRole,
  /** Nobody is named among fewer raters than the card's anonymity floor. */
  rater: z.string().nullable(),
  /** Given by the reader. */
  mine: z.boolean(),
  option: z.string().nullable(),
  points: DecimalString,
  comment: z.string(),
  at: InstantString,
});
export type RatingGiven = z.infer<typeof RatingGiven>;

/** A row of a list of sheets. */
export const SheetCard = z.object({
  id: z.uuid(),
  cycleId: z.uuid(),
  memberId: z.uuid(),
  name: z.string(),
  unit: z.string(),
  card: z.string(),
  state: SheetState,
  /** Exempt from the distribution: probation, ramp, leave, or short service (S-16). */
  exempt: z.string().nullable(),
  total: Figure,
  grade: z.string().nullable(),
  coefficient: Figure,
  source: z.enum(["review", "calibration", "reconsideration"]).nullable(),
  /** Lines that hold up the total. */
  missing: z.number().int(),
  flags: z.array(z.enum(["goalImposed", "late", "overridden", "vetoed", "adjusted"])),
  version: z.number().int(),
});
export type SheetCard = z.infer<typeof SheetCard>;

/** The result sheet (考核表) of one person in one cycle, whole. */
export const Sheet = SheetCard.extend({
  cycle: LocalText,
  period: z.string(),
  from: DayString,
  to: DayString,
  frozenAt: InstantString.nullable(),
  /** What is signed when goals are confirmed: cards, targets and weights. */
  goalHash: z.string(),
  parts: z.array(SheetPart),
  awards: z.array(Award),
  /** Before vetoes and caps; the raw score stays visible. */
  raw: Figure,
  gradeLabel: z.string().nullable(),
  ratings: z.array(RatingGiven),
  selfSummary: z.string().nullable(),
  comment: z.string().nullable(),
  interviewNeeded: z.boolean(),
  interview: Interview.nullable(),
  appeals: z.array(Appeal),
  adjustments: z.array(Adjustment),
  signatures: z.array(Signature),
  /** SHA-256 of the archived snapshot. */
  hash: z.string().nullable(),
  dueOn: DayString.nullable(),
  /** What the reader may do now. */
  may: z.array(
    z.enum([
      "signGoal",
      "imposeGoal",
      "rateSelf",
      "rate",
      "rateInstead",
      "override",
      "decide",
      "award",
      "calibrate",
      "interview",
      "confirm",
      "appeal",
      "answerAppeal",
      "withdraw",
      "print",
    ]),
  ),
});
export type Sheet = z.infer<typeof Sheet>;
