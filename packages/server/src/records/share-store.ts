import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Share } from "@dabiao/core/records/companion-contract.ts";
import type { Access } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { type ItemPath, placeInSight, placeToEdit, type RecordPath } from "./reach.ts";
import type { ShareRow } from "./tables.ts";

export type NewShare = Pick<Share, "granteeKind" | "granteeId" | "access" | "until" | "reason">;

export async function listShares(ws: Workspace, access: Access, record: RecordPath): Promise<Share[]> {
  const place = await placeInSight(ws, access, record);
  const rows = await ws.tables
    .selectFrom("record_share")
    .selectAll()
    .where((where) => where.and(place))
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(toShare);
}

/** Shares a record; sharing with the same person or unit again replaces what was granted. Who shares must be able to change it. */
export async function addShare(trx: Trx, access: Access, record: RecordPath, share: NewShare): Promise<Share> {
  const place = await placeToEdit(trx, access, record);
  const table = share.granteeKind === "member" ? "member" : "unit";
  const known = await trx.tables.selectFrom(table).select("id").where("id", "=", share.granteeId).executeTakeFirst();
  if (!known) throw new Refusal("reference_not_found", { field: "granteeId", value: share.granteeId });
  const granted = {
    access: share.access,
    until: share.until === null ? null : new Date(share.until),
    reason: share.reason,
    created_at: trx.now,
    created_by: access.memberId,
  };
  const row = await trx.tables
    .insertInto("record_share")
    .values({
      ...granted,
      ...place,
      id: newId(trx.now),
      grantee_kind: share.granteeKind,
      grantee_id: share.granteeId,
    })
    .onConflict((conflict) => conflict.constraint("record_share_once").doUpdateSet(granted))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toShare(row);
}

export async function deleteShare(trx: Trx, access: Access, item: ItemPath): Promise<{ id: string }> {
  const place = await placeToEdit(trx, access, item);
  const gone = await trx.tables
    .deleteFrom("record_share")
    .where((where) => where.and({ ...place, id: item.itemId }))
    .executeTakeFirst();
  if (gone.numDeletedRows === 0n) throw new Refusal("not_found", { what: "share" });
  return { id: item.itemId };
}

/** Stars a record for the actor, or takes the star off. */
export async function follow(trx: Trx, access: Access, record: RecordPath, on: boolean): Promise<{ follow: boolean }> {
  const { memberId } = access;
  if (memberId === null) throw new Refusal("forbidden", { what: "follow" });
  const mine = { ...(await placeInSight(trx, access, record)), member_id: memberId };
  if (on)
    await trx.tables
      .insertInto("record_follow")
      .values({ ...mine, created_at: trx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  else
    await trx.tables
      .deleteFrom("record_follow")
      .where((where) => where.and(mine))
      .execute();
  return { follow: on };
}

function toShare(row: ShareRow): Share {
  return {
    id: row.id,
    granteeKind: row.grantee_kind,
    granteeId: row.grantee_id,
    access: row.access,
    until: row.until?.toISOString() ?? null,
    reason: row.reason,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}
