import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Change } from "@dabiao/core/records/change.ts";
import type { Db, Trx, WorkspaceRow } from "../platform/postgres/db.ts";
import type { ChangeRow } from "./tables.ts";

/** One number of our own beside the workspace's, so that this lock meets no other. */
const DISPATCH_LOCK = 4_100_010;

/**
 * Takes the next pending changes off the list, in order, for this transaction alone. Another process waits for its end, so that a
 * change which came in meanwhile is not left for the next look. If the transaction fails they are pending again.
 */
export async function takePending(trx: Trx, limit: number): Promise<Change[]> {
  await trx.rows(sql`select pg_advisory_xact_lock(${DISPATCH_LOCK}::int, hashtext(${trx.workspaceId}::text))`);
  const rows = await trx.rows<ChangeRow>(sql`
    with taken as (
      delete from ${ident(trx.schema, "change_pending")} where change_id in (
        select change_id from ${ident(trx.schema, "change_pending")} order by change_id limit ${limit}
      ) returning change_id
    )
    select c.* from taken join ${ident(trx.schema, "change")} c on c.id = taken.change_id order by c.id`);
  return rows.map(toChange);
}

export function toChange(row: ChangeRow): Change {
  return {
    id: row.id,
    at: row.at,
    memberId: row.member_id,
    object: row.object,
    recordId: row.record_id,
    op: row.op,
    before: row.before as Change["before"],
    after: row.after as Change["after"],
    source: row.source,
    cause: row.cause,
  };
}

/** Workspaces whose changes are to be dispatched. */
export async function activeWorkspaces(db: Db): Promise<WorkspaceRow[]> {
  return await db.platform
    .selectFrom("workspace")
    .select(["id", "key", "zone"])
    .where("state", "=", "active")
    .orderBy("key")
    .execute();
}
