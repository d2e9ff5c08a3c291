import type { ImportCounts } from "@dabiao/core/imports/import.ts";
import type { CellFault, ReadRow } from "@dabiao/core/imports/read-row.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import type { Access } from "../people/access.ts";
import type { ImportPlan } from "./import-plan.ts";
import type { LinkFinder } from "./link-finder.ts";

/** One pass over a file: what it goes by and what it has seen so far. */
export interface ImportWork {
  readonly importId: string;
  readonly access: Access;
  readonly world: World;
  readonly plan: ImportPlan;
  readonly links: LinkFinder;
  /** Whether rows are only held against the rules. */
  readonly dryRun: boolean;
  /** Values of unique fields met so far, by field. */
  readonly seen: Map<string, Set<string>>;
  /** What the rows themselves are called, where rows of the file refer to each other; null where they do not. */
  readonly ownNames: ReadonlySet<string> | null;
}

export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Its cells read by the plan, when that was done ahead. */
  readonly read?: ReadRow;
}

/** A row on its way. */
export interface Pending extends FileRow {
  readonly read: ReadRow;
  /** The record the row updates. */
  existing: { readonly id: string; readonly values: Readonly<Record<string, unknown>> } | null;
  /** Stays out without being at fault: its key stood before, or the record is there and shall stay as it is. */
  skip: "repeated" | "exists" | null;
  /** Required fields that only the run can fill. */
  readonly later: Set<string>;
}

export interface RowFault extends CellFault {
  readonly row: number;
}

export interface ChunkOutcome {
  readonly counts: Omit<ImportCounts, "total">;
  readonly faults: readonly RowFault[];
  readonly rows: readonly Pending[];
}
