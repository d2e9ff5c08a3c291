import type { Workspace } from "../platform/postgres/db.ts";
import { KEPT_DAYS } from "./import-store.ts";

/** Work that has not been seen alive for this long is taken up by another process. A chunk takes about a second. */
const STALLED_MS = 30_000;
const DAY_MS = 86_400_000;

export async function stalledImports(ws: Workspace, now: Date): Promise<string[]> {
  const rows = await ws.tables
    .selectFrom("import")
    .select("id")
    .where("state", "in", ["reading", "checking", "running"])
    .where("worked_at", "<", new Date(now.getTime() - STALLED_MS))
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Imports whose files are kept no longer. */
export async function expiredImports(ws: Workspace, now: Date): Promise<string[]> {
  const rows = await ws.tables
    .selectFrom("import")
    .select("id")
    .where("files_removed", "=", false)
    .where("created_at", "<", new Date(now.getTime() - KEPT_DAYS * DAY_MS))
    .where("state", "not in", ["reading", "checking", "running"])
    .limit(1_000)
    .execute();
  return rows.map(({ id }) => id);
}

export async function noteFilesRemoved(ws: Workspace, id: string): Promise<void> {
  await ws.tables.updateTable("import").set({ files_removed: true }).where("id", "=", id).execute();
}
