import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { COUNT_MAX, type RecordSelection } from "@dabiao/core/records/record-query.ts";
import type { Values, WriteOp, WriteResult } from "@dabiao/core/records/write-batch.ts";
import type { Access } from "../people/access.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { recordIds } from "./list-store.ts";
import { writeRecords } from "./write-store.ts";

export type BulkChange =
  | { readonly op: "update"; readonly values: Values }
  | { readonly op: "delete" }
  | { readonly op: "restore" };

const CHUNK = 2_000;

/**
 * The same change on every record of a selection, all or none, under one cause. Records the actor may see but not
 * change are left out and told.
 *
 * @param expected the count that was confirmed; another one means that the records changed in between
 * @throws Refusal `selection_changed`, `batch_too_large`
 */
export async function updateSelection(
  trx: Trx,
  access: Access,
  selection: RecordSelection,
  change: BulkChange,
  expected: number,
): Promise<Omit<WriteResult, "records">> {
  const found = { ...selection, deleted: change.op === "restore" };
  const ids = await recordIds(trx, access, found, COUNT_MAX + 1);
  if (ids.length > COUNT_MAX) throw new Refusal("batch_too_large", { limit: COUNT_MAX });
  if (ids.length !== expected) throw new Refusal("selection_changed", { expected, found: ids.length });
  const total = { issues: [] as WriteResult["issues"], created: 0, updated: 0, deleted: 0 };
  for (let at = 0; at < ids.length; at += CHUNK) {
    const ops = ids.slice(at, at + CHUNK).map((id): WriteOp => ({ ...change, id }) as WriteOp);
    const { source, requestId: cause } = access.actor;
    const part = await writeRecords(trx, access, { object: selection.object, ops, source, cause, onError: "collect" });
    total.issues.push(...part.issues.map((issue) => ({ ...issue, row: issue.row + at })));
    total.updated += part.updated;
    total.deleted += part.deleted;
  }
  return total;
}
