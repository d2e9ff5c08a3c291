import { z } from "zod";
import { DayString, DecimalString, InstantString, Key, LocalText } from "../platform/text.ts";
import { KeptStep, SheetLine } from "./sheet.ts";

const Figure = DecimalString.nullable();

/** Today's score of a person by one card, from live figures and targets. */
export const LiveScore = z.object({
  card: Key,
  cardLabel: LocalText,
  period: z.string(),
  from: DayString,
  to: DayString,
  /** The cycle whose sheet it will become; null before one is opened. */
  cycleId: z.uuid().nullable(),
  sheetId: z.uuid().nullable(),
  /** True when the figures are frozen and this is the sheet's own score. */
  frozen: z.boolean(),
  /** What is known so far: lines without data are left out, and `missing` says how many there are. */
  total: Figure,
  missing: z.number().int(),
  grade: z.string().nullable(),
  gradeLabel: z.string().nullable(),
  /** The next better grade and how many points are missing to it. */
  next: z.object({ grade: z.string(), points: DecimalString }).nullable(),
  coefficient: Figure,
  lines: z.array(SheetLine),
  /** The line that would raise the score most if it reached its target; null when all have. */
  best: z.object({ item: Key, gain: DecimalString }).nullable(),
  trace: z.array(KeptStep),
});
export type LiveScore = z.infer<typeof LiveScore>;

export const PersonScores = z.object({
  memberId: z.uuid(),
  name: z.string(),
  unit: z.string(),
  scores: z.array(LiveScore),
});
export type PersonScores = z.infer<typeof PersonScores>;

/** A finished period of a person, newest first: what the score's history shows. */
export const ScoreHistory = z.object({
  sheetId: z.uuid(),
  cycle: LocalText,
  period: z.string(),
  total: Figure,
  grade: z.string().nullable(),
});
export type ScoreHistory = z.infer<typeof ScoreHistory>;

export const MyScore = PersonScores.extend({
  asOf: InstantString,
  history: z.array(ScoreHistory),
  /** Where no card is for the person today: when the next appraisal begins, if one is known. */
  nextStart: DayString.nullable(),
});
export type MyScore = z.infer<typeof MyScore>;
