import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Change } from "@dabiao/core/records/change.ts";
import type { Db, Trx, WorkspaceRow } from "../platform/postgres/db.ts";
import { FRESH_PLAN } from "../platform/postgres/prepared.ts";
import type { ChangeRow } from "./tables.ts";

/** A change with its values still text. */
interface PendingChange extends Omit<ChangeRow, "before" | "after"> {
  readonly before: string | null;
  readonly after: string | null;
}

/** One number of our own beside the workspace's, so that this lock meets no other. */
const DISPATCH_LOCK = 4_100_010;

/**
 * Takes the next pending changes off the list, in order, for this transaction alone. Another process waits for its end, so that a
 * change which came in meanwhile is not left for the next look. If the transaction fails they are pending again.
 */
export async function takePending(trx: Trx, limit: number): Promise<Change[]> {
  await trx.rows(sql`select pg_advisory_xact_lock(${DISPATCH_LOCK}::int, hashtext(${trx.workspaceId}::text))`);
  // A plan kept from when the log was small would read the whole of it for every batch.
  const rows = await trx.rows<PendingChange>(sql`${raw(FRESH_PLAN)}
    with taken as (
      delete from ${ident(trx.schema, "change_pending")} where change_id in (
        select change_id from ${ident(trx.schema, "change_pending")} order by change_id limit ${limit}
      ) returning change_id
    )
    select c.id, c.at, c.member_id, c.object, c.record_id, c.op, c.before::text, c.after::text, c.source, c.cause
    from ${ident(trx.schema, "change")} c where c.id = any(array(select change_id from taken)) order by c.id`);
  return rows.map(toChange);
}

/** Values are read when a consumer looks at them: after an import none may want those of a hundred thousand. */
function toChange(row: PendingChange): Change {
  return {
    id: row.id,
    at: row.at,
    memberId: row.member_id,
    object: row.object,
    recordId: row.record_id,
    op: row.op,
    get before() {
      return valuesOf(row.before);
    },
    get after() {
      return valuesOf(row.after);
    },
    source: row.source,
    cause: row.cause,
  };
}

function valuesOf(text: string | null): Change["after"] {
  return text === null ? null : (JSON.parse(text) as Change["after"]);
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
