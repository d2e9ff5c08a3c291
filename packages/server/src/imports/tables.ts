import type { ImportState } from "@dabiao/core/imports/import.ts";

/** Rows of the tables of imports. JSON columns are written as text and read parsed. */
export interface ImportRow {
  id: string;
  file_name: string;
  bytes: string;
  format: "csv" | "xlsx" | "xls";
  encoding: string | null;
  state: ImportState;
  sheets: unknown;
  mapping: unknown;
  counts: unknown;
  problems: unknown;
  failure: unknown;
  actor: unknown;
  member_id: string | null;
  created_at: Date;
  started_at: Date | null;
  worked_at: Date | null;
  finished_at: Date | null;
  people: unknown;
  files_removed: boolean;
}

export interface ImportChunkRow {
  import_id: string;
  phase: number;
  first_row: number;
  last_row: number;
  counts: unknown;
  faults: unknown;
}

export interface ImportMappingRow {
  target: string;
  signature: string;
  mapping: unknown;
  headers: unknown;
  at: Date;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    import: ImportRow;
    import_chunk: ImportChunkRow;
    import_mapping: ImportMappingRow;
  }
}
