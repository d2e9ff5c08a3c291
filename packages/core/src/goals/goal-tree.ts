import { z } from "zod";
import { Grain } from "../calendar/grain.ts";
import { PeriodKey } from "../calendar/period-key.ts";
import { DecimalString, InstantString, Key } from "../platform/text.ts";
import { CommitState } from "./commitment.ts";
import { HandedDown, Slice, Subject } from "./target.ts";

/** Rows of one window; an editor asks for the next one as it scrolls. */
export const TREE_ROWS_MAX = 500;

/**
 * One window of the tree of goals: a node's children by the periods of a grain. Without `parent` the answer begins at
 * the top the reader may see.
 */
export const TreeQuery = z.object({
  kpi: Key,
  /** The period the columns lie in; it is the first column itself. */
  period: PeriodKey,
  /** The columns; the whole period alone when left out. */
  grain: z.union([Grain, z.literal("monthweek")]).optional(),
  /** Only these columns, at most 60, where a year of weeks is wider than the window. */
  columns: z.array(z.string().max(20)).min(1).max(60).optional(),
  parent: Subject.optional(),
  /** `org` opens units and people; a dimension opens the slices of the parent. */
  by: z.union([z.literal("org"), z.object({ dimension: z.string().max(120) })]).default("org"),
  slice: Slice.optional(),
  /** Only rows whose name holds this. */
  search: z.string().trim().max(60).optional(),
  /** The tree as it would be with a draft's edits. */
  draft: z.uuid().optional(),
  /** The tree as it was known then. */
  asOf: InstantString.optional(),
  /** Rows to pass over: windows of a fixed height need no cursor. */
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(TREE_ROWS_MAX).default(100),
});
export type TreeQuery = z.infer<typeof TreeQuery>;

export const TreeCell = z.object({
  /** The node's own target; null is 未设目标, which is not 0. */
  amount: DecimalString.nullable(),
  /** What counts where none was set: the sum of its shorter periods, else of its people; null without any. */
  sum: DecimalString.nullable(),
  people: HandedDown.nullable(),
  periods: HandedDown.nullable(),
  slices: HandedDown.nullable(),
  version: z.number().int(),
  locked: z.boolean(),
  /** Whether the draft asked for changed it. */
  edited: z.boolean(),
  /** Where a negotiation stands. */
  commit: CommitState.nullable(),
});
export type TreeCell = z.infer<typeof TreeCell>;

export const TreeRow = z.object({
  subject: Subject,
  slice: Slice.nullable(),
  name: z.string(),
  /** Units and people below that can be opened; 0 for people. */
  children: z.number().int(),
  /** Of a unit: who leads it. Of a person: the unit. */
  unitId: z.uuid().nullable(),
  leaderId: z.uuid().nullable(),
  /** The person left, or the unit was archived, and a target is still there. */
  gone: z.boolean(),
  /** Whether the reader may set it, and whether the reader may split it: a leader only splits the own unit's number. */
  mayPlan: z.boolean(),
  maySplit: z.boolean(),
  /** One per column. */
  cells: z.array(TreeCell),
});
export type TreeRow = z.infer<typeof TreeRow>;

export const Tree = z.object({
  columns: z.array(
    z.object({
      period: z.string(),
      grain: z.string(),
      start: z.iso.date(),
      end: z.iso.date(),
      workdays: z.number().int(),
    }),
  ),
  /** The parent's own row, for the balance bar. */
  parent: TreeRow.nullable(),
  rows: z.array(TreeRow),
  /** Rows there are in all. */
  total: z.number().int(),
  step: DecimalString,
  additive: z.boolean(),
  /** Values of dimensions by which the KPI may be sliced. */
  dimensions: z.array(z.string()),
  /** Whether the whole plan is locked. */
  locked: z.boolean(),
  asOf: InstantString,
});
export type Tree = z.infer<typeof Tree>;
