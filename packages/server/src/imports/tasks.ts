import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { z } from "zod";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type Task, type TaskContext, task } from "../platform/jobs/task.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { activeWorkspaces, workspaceById } from "../platform/postgres/workspace-directory.ts";
import { importFolder, importsFolder, removeFolder } from "./import-folder.ts";
import { expiredImports, noteFilesRemoved, stalledImports } from "./import-sweep-store.ts";
import { importJob } from "./jobs.ts";
import type { ImportPlace } from "./room.ts";
import { failImport, workImport } from "./work-import.ts";

/** What imports do outside requests. */
export function importTasks(dataDir: string): Task[] {
  const placeOf = (workspace: Workspace, { clock }: TaskContext): ImportPlace => ({ workspace, dataDir, clock });
  const work = task({
    ...importJob,
    async run({ workspaceId, importId }, context) {
      const workspace = await workspaceById(context.db, workspaceId);
      if (!workspace) return;
      const place = placeOf(workspace, context);
      try {
        await workImport(place, importId, context.signal);
      } catch (error) {
        if (context.isLastAttempt) await failImport(place, importId, new Refusal("import_broken"));
        throw error;
      }
    },
  });
  /** Takes up what a process that died left behind. */
  const resume = task({
    name: "import.resume",
    payload: z.object({}),
    schedule: "* * * * *",
    async run(_payload, { db, clock }) {
      for (const workspace of await activeWorkspaces(db)) {
        for (const importId of await stalledImports(workspace, clock())) {
          await enqueue(workspace, importJob, { workspaceId: workspace.id, importId });
        }
      }
    },
  });
  const sweep = task({
    name: "import.sweep",
    payload: z.object({}),
    schedule: "17 * * * *",
    async run(_payload, context) {
      const workspaces = await activeWorkspaces(context.db);
      await sweepFolders(dataDir, new Set(workspaces.map(({ id }) => id)));
      for (const workspace of workspaces) {
        for (const id of await expiredImports(workspace, context.clock())) {
          await removeFolder(importFolder(dataDir, workspace.id, id));
          await noteFilesRemoved(workspace, id);
        }
      }
    },
  });
  return [work, resume, sweep];
}

/** Files of workspaces that are gone. */
async function sweepFolders(dataDir: string, alive: ReadonlySet<string>): Promise<void> {
  const folders = await readdir(join(dataDir, "imports")).catch(() => []);
  for (const id of folders) if (!alive.has(id)) await removeFolder(importsFolder(dataDir, id));
}
