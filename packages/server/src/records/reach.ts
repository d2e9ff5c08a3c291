import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { getRecord } from "./list-store.ts";

/** Which record something hangs on, as paths name it. */
export interface RecordPath {
  readonly object: string;
  readonly id: string;
}

/** One thing that hangs on a record. */
export interface ItemPath extends RecordPath {
  readonly itemId: string;
}

/** The record as the tables beside it refer to it. */
interface Place {
  readonly object: string;
  readonly record_id: string;
}

/** Where to look, when the actor may see the record: what hangs on it follows its rights. @throws Refusal `record_not_found` */
export async function placeInSight(on: Workspace | Trx, access: Access, { object, id }: RecordPath): Promise<Place> {
  await getRecord(on, access, object, id, { fields: [] });
  return { object, record_id: id };
}

/** @throws Refusal `record_not_found`, `forbidden` when it may be seen but not changed */
export async function placeToEdit(on: Workspace | Trx, access: Access, { object, id }: RecordPath): Promise<Place> {
  const { record } = await getRecord(on, access, object, id, { fields: [] });
  if (!record.canEdit) throw new Refusal("forbidden", { what: "update" });
  return { object, record_id: id };
}
