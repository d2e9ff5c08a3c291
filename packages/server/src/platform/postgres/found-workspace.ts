import type { Db, Workspace } from "./db.ts";
import { hold } from "./hold.ts";
import { createWorkspace, dropWorkspace, type NewWorkspace } from "./workspaces.ts";

/**
 * Makes a workspace and fills it: nobody can enter before `fill` is through, and one that is not filled to the end is
 * taken away, at once after a failure and by the next start after a kill.
 */
export async function foundWorkspace<Result>(
  db: Db,
  wanted: NewWorkspace,
  now: Date,
  fill: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const row = await createWorkspace(db, { ...wanted, state: "founding" }, now);
  const held = await hold(db, lockName(row.id));
  try {
    const filled = await fill(db.forWorkspace(row));
    await db.platform.updateTable("workspace").set({ state: "active" }).where("id", "=", row.id).execute();
    return filled;
  } catch (error) {
    await dropWorkspace(db, row.id);
    throw error;
  } finally {
    await held?.release();
  }
}

/** Takes away workspaces whose founder was killed. One that a living process is filling is left alone. */
export async function dropUnfounded(db: Db): Promise<void> {
  const rows = await db.platform.selectFrom("workspace").select("id").where("state", "=", "founding").execute();
  for (const { id } of rows) {
    const held = await hold(db, lockName(id));
    if (!held) continue;
    try {
      await dropWorkspace(db, id);
    } finally {
      await held.release();
    }
  }
}

function lockName(id: string): string {
  return `founding ${id}`;
}
