import { z } from "zod";
import { DateOrder } from "../model/read-day.ts";
import { InstantString, Key } from "../platform/text.ts";

/** What a file's rows become: records of an object, or people with their place in the organisation. */
export const ImportTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("object"), object: Key }),
  z.object({ kind: z.literal("people") }),
]);
export type ImportTarget = z.infer<typeof ImportTarget>;

/** What stands in for a reference that finds nothing: refuse the row, leave the field empty, or make the record. */
export const MissingPolicy = z.enum(["refuse", "empty", "create"]);
export type MissingPolicy = z.infer<typeof MissingPolicy>;

/** One column of the file and where it goes. Without a field it is not imported; a column may stand twice, for two fields. */
export const ColumnMapping = z.object({
  column: z.number().int().min(0).max(500),
  field: Key.nullable(),
  /** The order of a date's parts, where the file leaves it open. */
  dateOrder: DateOrder.optional(),
  /** Multiplies numbers: a header 金额(万) means 10000; a rate written as 0.4 for 40 % means 100. */
  factor: z.enum(["1", "100", "1000", "10000", "1000000", "10000000", "100000000", "0.01"]).default("1"),
  /** Values as the file has them → as they are meant. Remembered for the next file. */
  values: z.record(z.string().max(500), z.string().max(500)).default({}),
  missing: MissingPolicy.default("refuse"),
  /** The field of the referenced object that the column's text names; its name field when left out. */
  matchBy: Key.optional(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What happens to a row whose key is already there. */
export const DuplicatePolicy = z.enum(["update", "fill_empty", "skip"]);
export type DuplicatePolicy = z.infer<typeof DuplicatePolicy>;

export const ImportMapping = z.object({
  sheet: z.number().int().min(0).max(200).default(0),
  target: ImportTarget,
  columns: z.array(ColumnMapping).max(500),
  /** The unique field by which rows find their record; without one every row is new. */
  key: Key.nullable().default(null),
  duplicates: DuplicatePolicy.default("update"),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const ImportState = z.enum([
  "uploaded",
  "reading",
  "read",
  "checking",
  "checked",
  "running",
  "done",
  "cancelled",
  "failed",
  "undone",
]);
export type ImportState = z.infer<typeof ImportState>;

/** A column as the file shows it. `kinds` says how many of the sampled values read as each kind. */
export const FileColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  samples: z.array(z.string()),
  empty: z.number().int(),
  kinds: z.record(z.string(), z.number().int()),
});
export type FileColumn = z.infer<typeof FileColumn>;

export const FileSheet = z.object({ name: z.string(), rows: z.number().int(), columns: z.array(FileColumn) });
export type FileSheet = z.infer<typeof FileSheet>;

/** Rows with the same fault in the same column and the same value, told once. `rows` are the first row numbers as a spreadsheet shows them. */
export const ImportProblem = z.object({
  column: z.number().int().nullable(),
  field: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
  value: z.string().nullable(),
  count: z.number().int(),
  rows: z.array(z.number().int()),
  /** Values that may be meant, best first. */
  suggestions: z.array(z.string()),
  /** Whether the rows stay out (`error`) or only deserve a look (`warning`). */
  severity: z.enum(["error", "warning"]),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportCounts = z.object({
  total: z.number().int(),
  done: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  /** Rows whose record already says the same. */
  unchanged: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const NO_COUNTS: ImportCounts = {
  total: 0,
  done: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
};

/** One import, from the file to its undo; it lives on the server, so a reload or another device shows the same. */
export const Import = z.object({
  id: z.uuid(),
  fileName: z.string(),
  bytes: z.number().int(),
  /** As found: `utf-8`, `gb18030`, `utf-16le` … ; null for workbooks. */
  encoding: z.string().nullable(),
  format: z.enum(["csv", "xlsx", "xls"]),
  state: ImportState,
  sheets: z.array(FileSheet),
  mapping: ImportMapping.nullable(),
  counts: ImportCounts,
  problems: z.array(ImportProblem),
  /** What the whole was refused for, when it failed. */
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  createdAt: InstantString,
  finishedAt: InstantString.nullable(),
  undoUntil: InstantString.nullable(),
});
export type Import = z.infer<typeof Import>;
