import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { freeColumn, giveUpColumn } from "./column-store.ts";
import { convertBehind, giveUpConversion } from "./convert-behind-store.ts";
import { createIndex, validateForeignKey } from "./ddl-store.ts";
import { claimOp, finishOp, noteProgress, type SchemaWork } from "./schema-op-store.ts";
import { clearColumn } from "./value-store.ts";

/** Work that has shown no progress for so long belonged to a process that died. */
const STALE_MS = 5 * 60_000;

/**
 * Does the work on tables that waits in a workspace, piece by piece, and tells how many pieces were done.
 * Safe to call from anywhere and as often as one likes: each piece is taken by one caller.
 */
export async function runSchemaOps(ws: Workspace, clock: () => Date = () => new Date()): Promise<number> {
  for (let done = 0; ; done++) {
    const now = clock();
    const op = await claimOp(ws, now, new Date(now.getTime() - STALE_MS));
    if (!op) return done;
    const work = op.payload as SchemaWork;
    try {
      await runWork(ws, work, now, (rows) => noteProgress(ws, op.id, rows, clock()));
      await finishOp(ws, op.id, clock(), null);
    } catch (error) {
      if (work.kind === "convert") await giveUpConversion(ws, work);
      await finishOp(ws, op.id, clock(), faultOf(error));
    }
  }
}

async function runWork(
  ws: Workspace,
  work: SchemaWork,
  startedAt: Date,
  progress: (rows: number) => Promise<void>,
): Promise<void> {
  switch (work.kind) {
    case "index":
      return createIndex(ws, work.object, work.index, true);
    case "validate_key":
      return validateForeignKey(ws, work.object, work.name);
    case "clear_column":
      if (!(await giveUpColumn(ws, work.object, work.column))) return;
      await clearColumn(ws, work.object, work.column);
      return freeColumn(ws, work.object, work.column);
    case "convert":
      return convertBehind(ws, work, startedAt, progress);
  }
}

/** What the page of operations shows: a refusal as it is, anything else as its message. */
function faultOf(error: unknown): { code: string; params: object } {
  if (error instanceof Refusal) return { code: error.code, params: error.params };
  return { code: "internal", params: { message: error instanceof Error ? error.message : String(error) } };
}
