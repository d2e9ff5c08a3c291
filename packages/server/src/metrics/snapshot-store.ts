import { raw } from "@dabiao/core/platform/sql.ts";
import type { Runner, Workspace } from "../platform/postgres/db.ts";

/** Runs reads that must agree with each other: all see the database as it was at the first of them. */
export async function inSnapshot<Result>(ws: Workspace, read: (on: Runner) => Promise<Result>): Promise<Result> {
  return await ws.transaction(async (trx) => {
    await trx.rows(raw("set transaction isolation level repeatable read, read only"));
    return await read(trx);
  });
}
