import { type CompiledSql, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";

/**
 * Reads what somebody waits for: after five seconds it is given up, so that one wide question does not hold the others up.
 * It costs three more ways to the database, so reads that find their index go without.
 */
export async function interactiveRows<Row extends object>(
  on: Workspace | Trx,
  statement: Sql | CompiledSql,
): Promise<Row[]> {
  if ("now" in on) return on.rows<Row>(statement);
  return on.transaction(async (trx) => {
    await trx.rows(sql`set local statement_timeout = '5s'`);
    return trx.rows<Row>(statement);
  });
}
