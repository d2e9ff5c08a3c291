import { EventEmitter } from "node:events";
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type { Log } from "../log/log.ts";
import { type Held, hold } from "../postgres/hold.ts";
import { freeJobsOfTheDead, workerName } from "./free-jobs.ts";
import type { Task } from "./task.ts";
import type { WorkerOptions } from "./worker.ts";

const FREE_MS = 5_000;

/** The worker from its start to its end, whoever ends it. */
export interface Round {
  /** Settles with what ended it. */
  readonly ended: Promise<unknown>;
  /** Takes no more work, waits for what runs. */
  stop(): Promise<void>;
}

/** Starts working. The worker's name is held as long as it lives, so that others can tell whose jobs were left behind. */
export async function openRound(tasks: readonly Task[], options: WorkerOptions): Promise<Round> {
  const { db, log } = options;
  const events = new EventEmitter() as WorkerEvents;
  const holding = new Promise<Held | null>((resolve, reject) => {
    events.once("pool:create", ({ workerPool }) => {
      hold(db, workerName(workerPool.id)).then(resolve, reject);
    });
  });
  const runner = await run({
    pgPool: db.pool,
    events,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    // In batches, because only then a job that cannot be marked as done does not end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: Object.fromEntries(tasks.map((task) => [task.name, runnable(task, options)])),
    parsedCronItems: parseCronItems(
      tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule, identifier: name }] : [])),
    ),
    logger: quietLogger(log),
  });
  const stopped = runner.promise.catch((error: unknown) => error);
  const held = await holding.catch(() => null);
  const freeing = setInterval(() => void freeJobsOfTheDead(db).catch(() => undefined), FREE_MS);
  freeing.unref();
  const stop = async () => {
    clearInterval(freeing);
    await runner.stop().catch(() => undefined);
    await stopped;
    await held?.release();
  };
  const ended = Promise.race([stopped, held?.ended ?? Promise.resolve()]).then(async (error: unknown) => {
    await stop();
    return error;
  });
  return { ended, stop };
}

function runnable(task: Task, options: WorkerOptions): NonNullable<TaskList[string]> {
  return async (payload, helpers) => {
    const { attempts, max_attempts: most } = helpers.job;
    const log = options.log.child({ task: task.name, job: helpers.job.id });
    // A scheduled job's payload carries the scheduler's own notes, which no task asks for.
    const given = task.schedule ? {} : payload;
    await task.run(task.payload.parse(given), {
      db: options.db,
      log,
      clock: options.clock,
      attempt: attempts,
      isLastAttempt: attempts >= most,
      signal: helpers.abortSignal,
    });
  };
}

/** The queue's routine messages are noise in a product's log; what went wrong is not. */
function quietLogger(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const words = { task: scope.taskIdentifier, job: scope.jobId };
    if (level === "error") log.error(words, message);
    else if (level === "warning") log.warn(words, message);
    else log.debug(words, message);
  });
}
