import { setTimeout as sleep } from "node:timers/promises";
import { Logger, runMigrations } from "graphile-worker";
import type { Log } from "../log/log.ts";
import type { Db } from "../postgres/db.ts";
import type { Task } from "./task.ts";
import { openRound } from "./worker-round.ts";

const PAUSE_MS = 500;

export interface WorkerOptions {
  readonly db: Db;
  readonly log: Log;
  readonly clock: () => Date;
  readonly concurrency?: number;
}

export interface Worker {
  /** Takes no more work, waits for what runs. */
  stop(): Promise<void>;
}

/** The queue's own tables; safe to call at every start. */
export async function prepareQueue(db: Db): Promise<void> {
  await runMigrations({ pgPool: db.pool, logger: new Logger(() => () => undefined) });
}

/** Works off the queue. Any number of processes may do so on one database. One that ends by itself begins again. */
export async function startWorker(tasks: readonly Task[], options: WorkerOptions): Promise<Worker> {
  let leaving = false;
  let round = await openRound(tasks, options);
  let again: Promise<void> = Promise.resolve();
  const watch = () => {
    void round.ended.then((error) => {
      if (leaving) return;
      options.log.error({ err: error }, "the job worker lost its database and begins again");
      again = beginAgain();
    });
  };

  async function beginAgain(): Promise<void> {
    while (!leaving) {
      await sleep(PAUSE_MS, undefined, { ref: false });
      try {
        if (!leaving) round = await openRound(tasks, options);
        return watch();
      } catch {
        // The database is not back yet.
      }
    }
  }

  watch();
  return {
    async stop() {
      leaving = true;
      await again;
      await round.stop();
    },
  };
}
