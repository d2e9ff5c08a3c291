import { Logger, parseCronItems, run, runMigrations, type TaskList } from "graphile-worker";
import type { Log } from "../log/log.ts";
import type { Db } from "../postgres/db.ts";
import type { Task } from "./task.ts";

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

/** Works off the queue. Any number of processes may do so on one database. */
export async function startWorker(tasks: readonly Task[], options: WorkerOptions): Promise<Worker> {
  const runner = await run({
    pgPool: options.db.pool,
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: Object.fromEntries(tasks.map((task) => [task.name, runnable(task, options)])),
    parsedCronItems: parseCronItems(
      tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule, identifier: name }] : [])),
    ),
    logger: quietLogger(options.log),
  });
  // A lost database shows up here; requests meet it by themselves, and the worker takes up again when it is back.
  runner.promise.catch((error: unknown) => options.log.error({ err: error }, "the job worker stopped"));
  return {
    async stop() {
      await runner.stop().catch(() => undefined);
    },
  };
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
