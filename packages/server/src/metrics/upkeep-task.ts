import { z } from "zod";
import { world } from "../model/world.ts";
import { task } from "../platform/jobs/task.ts";
import { activeWorkspaces } from "../platform/postgres/workspace-directory.ts";
import type { ChangeConsumer } from "../records/dispatcher.ts";
import { ensureMetricIndexes } from "./index-store.ts";
import { openChangedMonths, sealMonths } from "./seal-store.ts";

/** Opens sealed months again when a record in them changes. */
export const sealConsumer: ChangeConsumer = {
  name: "metrics.seals",
  async consume(trx, changes) {
    await openChangedMonths(trx, await world(trx), changes);
  },
};

/** Gives new metrics their indexes and seals past months. What it has not done yet only costs time: figures are right without it. */
export const metricUpkeepTask = task({
  name: "metrics.upkeep",
  payload: z.object({}),
  schedule: "13 * * * *",
  async run(_payload, { db, clock, signal }) {
    for (const workspace of await activeWorkspaces(db)) {
      if (signal?.aborted) return;
      const defined = await world(workspace);
      await ensureMetricIndexes(workspace, defined);
      await sealMonths(workspace, defined, clock());
    }
  },
});
