import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Comment } from "@dabiao/core/records/companion-contract.ts";
import type { Access } from "../people/access.ts";
import { notify } from "../people/notice-store.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type ItemPath, placeInSight, type RecordPath } from "./reach.ts";

export interface NewComment {
  readonly body: string;
  readonly mentions: readonly string[];
}

/** Comments on a record. Those mentioned find it in their inbox; opening it still follows their own rights. */
export async function addComment(trx: Trx, access: Access, record: RecordPath, comment: NewComment): Promise<Comment> {
  const place = await placeInSight(trx, access, record);
  const mentions = await knownMembers(trx, comment.mentions);
  const row = { id: newId(trx.now), body: comment.body, created_at: trx.now, created_by: access.memberId };
  await trx.tables
    .insertInto("comment")
    .values({ ...row, ...place, edited_at: null, deleted_at: null })
    .execute();
  if (mentions.length > 0) {
    await trx.tables
      .insertInto("mention")
      .values(mentions.map((member_id) => ({ comment_id: row.id, member_id })))
      .execute();
    const params = { from: await nameOf(trx, access.memberId), text: comment.body.slice(0, 200) };
    await notify(
      trx,
      mentions.map((memberId) => ({
        memberId,
        kind: "records.mention",
        params,
        path: `/o/${record.object}/${record.id}`,
        object: record.object,
        recordId: record.id,
      })),
    );
  }
  return { id: row.id, body: row.body, mentions, createdAt: row.created_at.toISOString(), createdBy: row.created_by };
}

/** Takes back one's own comment. */
export async function deleteComment(trx: Trx, access: Access, item: ItemPath): Promise<{ id: string }> {
  const place = await placeInSight(trx, access, item);
  const gone = await trx.tables
    .updateTable("comment")
    .set({ deleted_at: trx.now })
    .where((where) => where.and({ ...place, id: item.itemId }))
    .where("deleted_at", "is", null)
    .where("created_by", "=", access.memberId)
    .executeTakeFirst();
  if (gone.numUpdatedRows === 0n) throw new Refusal("not_found", { what: "comment" });
  return { id: item.itemId };
}

async function knownMembers(trx: Trx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx.tables
    .selectFrom("member")
    .select("id")
    .where("id", "in", [...new Set(ids)])
    .where("state", "<>", "left")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

async function nameOf(trx: Trx, memberId: string | null): Promise<string> {
  if (memberId === null) return "";
  const row = await trx.tables.selectFrom("member").select("name").where("id", "=", memberId).executeTakeFirst();
  return row?.name ?? "";
}
