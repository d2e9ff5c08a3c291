import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Attachment } from "@dabiao/core/records/companion-contract.ts";
import type { Access } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { type ItemPath, placeInSight, placeToEdit, type RecordPath } from "./reach.ts";
import type { AttachmentRow } from "./tables.ts";

/** More files than this hang on no record. */
const LISTED = 500;

export async function listAttachments(ws: Workspace, access: Access, record: RecordPath): Promise<Attachment[]> {
  const place = await placeInSight(ws, access, record);
  const rows = await ws.tables
    .selectFrom("attachment")
    .selectAll()
    .where((where) => where.and(place))
    .where("deleted_at", "is", null)
    .orderBy("id")
    .limit(LISTED)
    .execute();
  return rows.map(toAttachment);
}

/** Notes a file whose content is stored already. */
export async function addAttachment(
  trx: Trx,
  access: Access,
  record: RecordPath,
  file: Pick<AttachmentRow, "name" | "type" | "sha256"> & { readonly size: number },
): Promise<Attachment> {
  const place = await placeToEdit(trx, access, record);
  const row: AttachmentRow = {
    ...file,
    ...place,
    size: String(file.size),
    id: newId(trx.now),
    field: null,
    created_at: trx.now,
    created_by: access.memberId,
    deleted_at: null,
  };
  await trx.tables.insertInto("attachment").values(row).execute();
  return toAttachment(row);
}

/** @throws Refusal `record_not_found` when the record is out of reach, `not_found` when it has no such file */
export async function readAttachment(ws: Workspace, access: Access, item: ItemPath): Promise<AttachmentRow> {
  const place = await placeInSight(ws, access, item);
  const row = await ws.tables
    .selectFrom("attachment")
    .selectAll()
    .where((where) => where.and({ ...place, id: item.itemId }))
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new Refusal("not_found", { what: "attachment" });
  return row;
}

export async function deleteAttachment(trx: Trx, access: Access, item: ItemPath): Promise<{ id: string }> {
  const place = await placeToEdit(trx, access, item);
  const gone = await trx.tables
    .updateTable("attachment")
    .set({ deleted_at: trx.now })
    .where((where) => where.and({ ...place, id: item.itemId }))
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (gone.numUpdatedRows === 0n) throw new Refusal("not_found", { what: "attachment" });
  return { id: item.itemId };
}

function toAttachment(row: AttachmentRow): Attachment {
  const { id, name, type, created_at: createdAt, created_by: createdBy } = row;
  return { id, name, type, size: Number(row.size), createdAt: createdAt.toISOString(), createdBy };
}
