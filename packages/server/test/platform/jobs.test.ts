import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { enqueue } from "../../src/platform/jobs/enqueue.ts";
import { task } from "../../src/platform/jobs/task.ts";
import { startWorker } from "../../src/platform/jobs/worker.ts";
import { createLog } from "../../src/platform/log/log.ts";
import { testWorkspace } from "../support/database.ts";

const log = createLog("silent");
const clock = () => new Date("2026-03-09T02:05:00Z");

test("a job runs once its transaction is committed, and not when it is rolled back", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const seen: string[] = [];
  let done: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const greet = task({
    name: "greet",
    payload: z.object({ name: z.string() }),
    async run({ name }) {
      seen.push(name);
      if (name === "李雷") done();
    },
  });
  const worker = await startWorker([greet], { db, log, clock });
  t.after(() => worker.stop());
  await assert.rejects(
    workspace.transaction(async (trx) => {
      await enqueue(trx, greet, { name: "没有提交" });
      throw new Error("rolled back");
    }),
  );
  await workspace.transaction((trx) => enqueue(trx, greet, { name: "李雷" }));
  await finished;
  await worker.stop();
  assert.deepEqual(seen, ["李雷"]);
});

test("two jobs with one key are one job", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const recount = task({ name: "recount", payload: z.object({ month: z.string() }), run: async () => undefined });
  await enqueue(workspace, recount, { month: "2026-02" }, { key: "recount" });
  await enqueue(workspace, recount, { month: "2026-03" }, { key: "recount" });
  const { rows } = await db.pool.query("select payload from graphile_worker._private_jobs");
  assert.deepEqual(rows, [{ payload: { month: "2026-03" } }]);
});
