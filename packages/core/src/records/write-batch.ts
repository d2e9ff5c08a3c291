import { z } from "zod";
import { Key } from "../platform/text.ts";

/** The most operations one call over HTTP may bring; inside the product a batch may be larger. */
export const BATCH_MAX = 1_000;

/** Values by field key, as JSON: decimals as strings, references as ids, `null` empties a field. `owner` is a member's id. */
export const Values = z.record(Key, z.unknown());
export type Values = Readonly<Record<string, unknown>>;

/** `version` is the one the editor saw: with it a later change of the same field is a conflict, not lost. */
export const WriteOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("create"), values: Values, id: z.uuid().optional() }),
  z.object({ op: z.literal("update"), id: z.uuid(), values: Values, version: z.number().int().min(0).optional() }),
  z.object({ op: z.literal("delete"), id: z.uuid(), version: z.number().int().min(0).optional() }),
  z.object({ op: z.literal("restore"), id: z.uuid() }),
  z.object({ op: z.literal("purge"), id: z.uuid() }),
]);
export type WriteOp = z.infer<typeof WriteOp>;

export interface WriteBatch {
  readonly object: string;
  readonly ops: readonly WriteOp[];
  /** The surface, for the change log. */
  readonly source: "ui" | "api" | "import" | "automation" | "system";
  /** What causes it: an import's id, a request's id. One cause can be undone as a whole. */
  readonly cause: string;
  /** `refuse` writes all or nothing; `collect` leaves out the faulty operations and reports them. */
  readonly onError: "refuse" | "collect";
  /** Whether people's spellings are taken (28万, 2026/3/7); only canonical values otherwise. */
  readonly lenient?: boolean;
  /** The values were read by their fields' own types already, as an import reads its rows: only ids are read again. */
  readonly stored?: boolean;
  /** Everything is checked and nothing written: what an import tells before it starts. */
  readonly dryRun?: boolean;
}

/** What is wrong with one operation: `row` is its place in the batch, `field` the field at fault. */
export const WriteIssue = z.object({
  row: z.number().int(),
  field: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});
export type WriteIssue = z.infer<typeof WriteIssue>;

/** One answer per operation, in order; `null` where an operation was left out. */
export const WriteResult = z.object({
  records: z.array(z.object({ id: z.uuid(), version: z.number().int() }).nullable()),
  issues: z.array(WriteIssue),
  created: z.number().int(),
  updated: z.number().int(),
  deleted: z.number().int(),
});
export type WriteResult = z.infer<typeof WriteResult>;

/** What undoing a cause did, and the records it left alone with the reason. */
export const UndoResult = z.object({
  undone: z.number().int(),
  kept: z.array(
    z.object({ object: Key, id: z.uuid(), reason: z.enum(["changed_since", "still_referenced", "not_allowed"]) }),
  ),
});
export type UndoResult = z.infer<typeof UndoResult>;
