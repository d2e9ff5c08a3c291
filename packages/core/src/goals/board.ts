import { z } from "zod";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { SubjectKind } from "./target.ts";

export const BoardQuery = z.object({
  kpis: z.array(Key).min(1).max(6),
  period: z.string().max(20),
  /** The whole company when left out, or the reader's own unit for who may not see all. */
  unit: z.uuid().optional(),
  /** Targets and actuals as they were known then. */
  asOf: InstantString.optional(),
});
export type BoardQuery = z.infer<typeof BoardQuery>;

const Figure = DecimalString.nullable();

/** One KPI of one person or unit: what is done, what was to be done, and whether it will be reached. */
export const BoardCell = z.object({
  actual: Figure,
  target: Figure,
  /** What should be reached by today, by working days. */
  expected: Figure,
  attain: Figure,
  pace: Figure,
  /** Attainment less time progress, as a fraction. */
  gap: Figure,
  projection: Figure,
  needPerDay: Figure,
  mark: z.enum(["ahead", "ok", "watch", "off", "none"]),
  status: z.enum(["onTrack", "caution", "offTrack", "notStarted", "noData"]),
});
export type BoardCell = z.infer<typeof BoardCell>;

export const BoardRow = z.object({
  kind: SubjectKind,
  id: z.uuid().nullable(),
  name: z.string(),
  /** The unit it stands under; null at the top of the board. */
  parentId: z.uuid().nullable(),
  /** Ones per KPI, in the order asked for. */
  cells: z.array(BoardCell),
});
export type BoardRow = z.infer<typeof BoardRow>;

export const Board = z.object({
  kpis: z.array(Key),
  period: z.string(),
  time: z.object({
    elapsed: z.number().int(),
    total: z.number().int(),
    remaining: z.number().int(),
    provisional: z.boolean(),
  }),
  /** The board's own unit or company. */
  total: BoardRow,
  units: z.array(BoardRow),
  people: z.array(BoardRow),
  asOf: InstantString,
});
export type Board = z.infer<typeof Board>;
