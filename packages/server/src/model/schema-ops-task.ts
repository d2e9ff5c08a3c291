import { z } from "zod";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { type Task, task } from "../platform/jobs/task.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { activeWorkspaces, workspaceById } from "../platform/postgres/workspace-directory.ts";
import { runSchemaOps } from "./schema-ops.ts";

const oneWorkspace = task({
  name: "schema_ops",
  payload: z.object({ workspaceId: z.string() }),
  async run({ workspaceId }, { db, clock }) {
    const workspace = await workspaceById(db, workspaceId);
    if (workspace) await runSchemaOps(workspace, clock);
  },
});

/** What a process left undone when it died is taken up again within five minutes. */
const everyWorkspace = task({
  name: "schema_ops_left",
  payload: z.object({}),
  schedule: "*/5 * * * *",
  async run(_payload, { db, clock }) {
    for (const workspace of await activeWorkspaces(db)) await runSchemaOps(workspace, clock);
  },
});

export const schemaOpsTasks: readonly Task[] = [oneWorkspace, everyWorkspace];

/** Has the work on a workspace's tables done behind, one job at a time per workspace. */
export async function workBehind(workspace: Workspace): Promise<void> {
  const queue = `schema_ops ${workspace.id}`;
  await enqueue(workspace, oneWorkspace, { workspaceId: workspace.id }, { key: queue, queue });
}
