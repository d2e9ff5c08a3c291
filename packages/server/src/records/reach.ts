import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { RecordDetail } from "@dabiao/core/records/record-query.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { getRecord } from "./list-store.ts";

/** The record, when the actor may see it: what hangs on a record follows its rights. @throws Refusal `record_not_found` */
export async function demandSight(
  on: Workspace | Trx,
  access: Access,
  object: string,
  id: string,
): Promise<RecordDetail["record"]> {
  return (await getRecord(on, access, object, id, { fields: [] })).record;
}

/** @throws Refusal `record_not_found`, `forbidden` when it may be seen but not changed */
export async function demandEdit(on: Workspace | Trx, access: Access, object: string, id: string): Promise<void> {
  if (!(await demandSight(on, access, object, id)).canEdit) throw new Refusal("forbidden", { what: "update" });
}
