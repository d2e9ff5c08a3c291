import { z } from "zod";
import { Key } from "../platform/text.ts";
import { Reason, Slice, Subject } from "./target.ts";

export const BATCH_MAX = 10_000;

/**
 * One line of a pasted or imported quota list. `who` is an id, an employee number, a member's name, a unit's name or
 * path (`东区/1 队`), or `*` for the company; exactly one of `who` and `subject` is given.
 */
export const BatchRow = z.object({
  who: z.string().trim().max(400).optional(),
  subject: Subject.optional(),
  period: z.string().trim().max(60),
  slice: Slice.optional(),
  amount: z.string().trim().max(60),
  /** The version seen; a later change by someone else is then a conflict. */
  version: z.int().min(0).optional(),
});
export type BatchRow = z.infer<typeof BatchRow>;

export const TargetBatch = z.object({
  kpi: Key,
  rows: z.array(BatchRow).min(1).max(BATCH_MAX),
  reason: Reason,
  /** Faulty rows are left out and told; otherwise one faulty row refuses all. */
  skipFaulty: z.boolean().default(false),
  preview: z.boolean().default(false),
});
export type TargetBatch = z.infer<typeof TargetBatch>;

export const RowProblem = z.object({
  /** From 0. */
  row: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});
export type RowProblem = z.infer<typeof RowProblem>;

export const BatchAnswer = z.object({
  postingId: z.uuid().nullable(),
  written: z.number().int(),
  unchanged: z.number().int(),
  problems: z.array(RowProblem),
  /** What was understood by `who`, by row; null where it was not. */
  subjects: z.array(Subject.nullable()),
});
export type BatchAnswer = z.infer<typeof BatchAnswer>;
