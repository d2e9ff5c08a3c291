import type { FieldIssue } from "@dabiao/core/records/read-values.ts";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";

/** A record as it stands, locked: the columns a batch needs, by field key, as JSON holds them. */
export interface LockedRecord {
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly deletedAt: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
  readonly visible: boolean;
  readonly allowed: boolean;
}

/** One operation on its way to the table. */
export interface Draft {
  /** Its place in the batch. */
  readonly row: number;
  readonly op: WriteOp["op"];
  readonly id: string;
  readonly baseVersion: number | undefined;
  /** Stored values by field key: what is set on creation, what differs on update. */
  values: Record<string, unknown>;
  before: LockedRecord | null;
  readonly issues: FieldIssue[];
}

/** Drafts nothing has been found wrong with. */
export function sound(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ issues }) => issues.length === 0);
}

/** The value a record will have. */
export function valueAfter(draft: Draft, key: string): unknown {
  return key in draft.values ? draft.values[key] : (draft.before?.values[key] ?? null);
}
