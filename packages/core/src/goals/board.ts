import { z } from "zod";
import { PeriodKey } from "../calendar/period-key.ts";
import { TrackStatus } from "../metrics/track-status.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { SubjectKind } from "./target.ts";

export const BoardQuery = z.object({
  kpis: z.array(Key).min(1).max(12),
  period: PeriodKey,
  /** The whole company when left out, or the reader's own unit for who may not see all. */
  unit: z.uuid().optional(),
  /** Targets and actuals as they were known then. */
  asOf: InstantString.optional(),
  /**
   * Whose rows come along: everybody's, nobody's, those of people who stand in the unit itself and in none below it,
   * or everybody's as long as they are few enough for one screen.
   */
  people: z.enum(["all", "none", "direct", "few"]).default("all"),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

const Figure = DecimalString.nullable();

/** One KPI of one person or unit: what is done, what was to be done, and whether it will be reached. */
export const BoardCell = z.object({
  actual: Figure,
  /** What is to be reached: with ramp, leave and late changes taken into account. */
  target: Figure,
  /** The target as it was set. */
  nominal: Figure,
  /** What should be reached by today, by working days. */
  expected: Figure,
  attain: Figure,
  pace: Figure,
  /** Attainment less time progress, as a fraction. */
  gap: Figure,
  projection: Figure,
  needPerDay: Figure,
  mark: z.enum(["ahead", "ok", "watch", "off", "none"]),
  status: TrackStatus,
});
export type BoardCell = z.infer<typeof BoardCell>;

export const BoardRow = z.object({
  kind: SubjectKind,
  id: z.uuid().nullable(),
  name: z.string(),
  /** The unit it stands under; null at the top of the board. */
  parentId: z.uuid().nullable(),
  /** How many people stand right below a unit; their rows may be asked for with it. */
  people: z.number().int(),
  /** Ones per KPI, in the order asked for. */
  cells: z.array(BoardCell),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** What a board is about. */
export const BoardHead = z.object({
  kpis: z.array(Key),
  period: z.string(),
  time: z.object({
    elapsed: z.number().int(),
    total: z.number().int(),
    remaining: z.number().int(),
    /** Whether the period's working days may still change, because a year in it has no notice yet. */
    provisional: z.boolean(),
  }),
  /** Everybody who belongs here, whether the row came along or not. */
  headcount: z.number().int(),
  asOf: InstantString,
});
export type BoardHead = z.infer<typeof BoardHead>;

export const Board = BoardHead.extend({
  /** The board's own unit or company. */
  total: BoardRow,
  units: z.array(BoardRow),
  people: z.array(BoardRow),
});
export type Board = z.infer<typeof Board>;
