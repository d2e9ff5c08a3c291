import { z } from "zod";
import { world } from "../model/world.ts";
import { task } from "../platform/jobs/task.ts";
import { activeWorkspaces } from "../platform/postgres/workspace-directory.ts";
import { chaseAppraisals } from "./daily.ts";

/** Every hour, so that each workspace's day begins soon after its own midnight; a task is reminded of once a day. */
export const chaseAppraisalsTask = task({
  name: "appraisal.chase",
  payload: z.object({}),
  schedule: "7 * * * *",
  async run(_payload, { db, clock, signal }) {
    for (const workspace of await activeWorkspaces(db)) {
      if (signal?.aborted) return;
      await chaseAppraisals(workspace, await world(workspace), clock());
    }
  },
});
