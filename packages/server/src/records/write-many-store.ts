import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import { objectName } from "../model/names.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

/** From so many rows on, telling PostgreSQL how they come is worth its two questions. */
const MANY = 200;
/** Search terms that wait unsorted. Looked through by every search meanwhile: so much takes some 20 ms. */
const WAITING_TERMS = "32MB";

export function areMany(rows: number): boolean {
  return rows >= MANY;
}

/**
 * Writes many rows all of whose references `checkReferences` has found and locked in this transaction. PostgreSQL would
 * look up every key of every row again, a quarter of the cost of an import: here it does not. What is referred to stays
 * locked until the commit exactly as by its own look, so nobody can take it away meanwhile, and the foreign keys stand
 * for everybody else. Where the database's user may not say so (the one that comes with the product may), keys are
 * looked up one by one. A failure ends the transaction, and the settings with it.
 *
 * Search terms wait unsorted for longer than usual: sorting in 32 MB at once costs half of eight times 4 MB.
 */
export async function writeMany(trx: Trx, write: () => Promise<void>): Promise<void> {
  await trx.rows(sql`
    select set_config('gin_pending_list_limit', ${WAITING_TERMS}, true),
      case when has_parameter_privilege('session_replication_role', 'set')
        then set_config('session_replication_role', 'replica', true) end`);
  await write();
  await trx.rows(sql`
    select set_config('session_replication_role', 'origin', true)
    where current_setting('session_replication_role') = 'replica'`);
}

/** Sorts in the search terms that wait, after many records were written; otherwise PostgreSQL does so some time. */
export async function sortSearchTerms(on: Runner, object: ObjectShape): Promise<void> {
  const index = `"${on.schema}"."${objectName(object.table, ["search"], "gin")}"`;
  await on.rows(sql`select gin_clean_pending_list(${index}::regclass) where to_regclass(${index}) is not null`);
}
