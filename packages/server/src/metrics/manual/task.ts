import { z } from "zod";
import { world } from "../../model/world.ts";
import { task } from "../../platform/jobs/task.ts";
import { activeWorkspaces } from "../../platform/postgres/workspace-directory.ts";
import { escalateMissing } from "./escalate.ts";

/** Every morning in China: who is late with figures entered by hand. */
export const manualFiguresTask = task({
  name: "metrics.manual_figures",
  payload: z.object({}),
  schedule: "20 1 * * *",
  async run(_payload, { db, clock, signal }) {
    for (const workspace of await activeWorkspaces(db)) {
      if (signal?.aborted) return;
      await escalateMissing(workspace, await world(workspace), clock());
    }
  },
});
