import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { DayString, DecimalString, InstantString, Key, LocalText } from "../platform/text.ts";
import { ManualMeasure } from "./manual-measure.ts";
import { Unit } from "./metric.ts";

/** People in one grid. */
export const SHEET_MAX = 2000;
const PeriodName = z.string().min(1).max(40);
const Place = z.object({ metric: Key, period: PeriodName });
const Person = z.object({ id: z.uuid(), name: z.string() }).nullable();

/** One entry, as it stands. */
export const ManualFigure = z.object({
  id: z.uuid(),
  /** `null` says that there is none this time. */
  value: DecimalString.nullable(),
  note: z.string(),
  evidence: z.string(),
  state: z.enum(["entered", "confirmed", "returned", "replaced"]),
  enteredBy: Person,
  enteredAt: InstantString,
  decidedBy: Person,
  decidedAt: InstantString.nullable(),
  /** Why it was returned. */
  reason: z.string(),
  /** When a confirmed figure gave way to a correction. */
  endedAt: InstantString.nullable(),
});
export type ManualFigure = z.infer<typeof ManualFigure>;

/** A person's line: what counts, what waits for confirmation, and what was returned last. */
export const ManualRow = z.object({
  memberId: z.uuid(),
  name: z.string(),
  unit: z.string().nullable(),
  counting: ManualFigure.nullable(),
  waiting: ManualFigure.nullable(),
  returned: ManualFigure.nullable(),
  mayEnter: z.boolean(),
  /** The reader may confirm what waits: a confirmer who neither entered it nor is the one it is about. */
  mayConfirm: z.boolean(),
});
export type ManualRow = z.infer<typeof ManualRow>;

export const ManualSheet = Place.extend({
  label: LocalText,
  unit: Unit,
  measure: ManualMeasure.omit({ kind: true }),
  /** Half-open days of the period, and the last day to enter. */
  from: DayString,
  to: DayString,
  due: DayString,
  isOverdue: z.boolean(),
  rows: z.array(ManualRow),
});
export type ManualSheet = z.infer<typeof ManualSheet>;

/** What one has to do about a metric in a period. */
export const ManualDuty = Place.extend({
  label: LocalText,
  from: DayString,
  to: DayString,
  due: DayString,
  isOverdue: z.boolean(),
  people: z.number().int(),
  missing: z.number().int(),
  waiting: z.number().int(),
  returned: z.number().int(),
  mayEnter: z.boolean(),
  mayConfirm: z.boolean(),
});
export type ManualDuty = z.infer<typeof ManualDuty>;

export const ManualEntry = z.object({
  memberId: z.uuid(),
  value: DecimalString.nullable(),
  note: z.string().trim().max(1000).default(""),
  /** A document, a link, or words on where the figure comes from. */
  evidence: z.string().trim().max(1000).default(""),
});
export type ManualEntry = z.infer<typeof ManualEntry>;

export const listManualDuties = contract({
  name: "manual_figures.duties",
  method: "GET",
  path: "/manual-figures/duties",
  access: "member",
  summary: "The figures one has to enter or confirm, by metric and period",
  response: z.object({ items: z.array(ManualDuty) }),
});

export const getManualSheet = contract({
  name: "manual_figures.sheet",
  method: "GET",
  path: "/manual-figures",
  access: "member",
  summary: "The figures of a metric and period, a line per person",
  query: Place,
  response: ManualSheet,
});

export const enterManualFigures = contract({
  name: "manual_figures.enter",
  method: "POST",
  path: "/manual-figures",
  access: "member",
  summary: "Enter figures, or correct them: what counts goes on counting until the new ones are confirmed",
  body: Place.extend({ entries: z.array(ManualEntry).min(1).max(SHEET_MAX) }),
  response: z.object({ entered: z.number().int() }),
});

export const decideManualFigures = contract({
  name: "manual_figures.decide",
  method: "POST",
  path: "/manual-figures/decisions",
  access: "member",
  summary: "Confirm figures somebody else entered, or return them with a reason",
  body: z.object({
    ids: z.array(z.uuid()).min(1).max(SHEET_MAX),
    decision: z.enum(["confirm", "return"]),
    reason: z.string().trim().max(500).default(""),
  }),
  response: z.object({ decided: z.number().int() }),
});

export const listManualHistory = contract({
  name: "manual_figures.history",
  method: "GET",
  path: "/manual-figures/history",
  access: "member",
  summary: "Everything ever entered for a person, metric and period, the newest first",
  query: Place.extend({ member: z.uuid() }),
  response: z.object({ items: z.array(ManualFigure) }),
});
