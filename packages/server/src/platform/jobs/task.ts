import type { z } from "zod";
import type { Log } from "../log/log.ts";
import type { Db } from "../postgres/db.ts";

export interface TaskContext {
  readonly db: Db;
  readonly log: Log;
  readonly clock: () => Date;
  /** 1 at the first try. */
  readonly attempt: number;
  /** True when a failure now is final. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process is told to stop. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Work outside a request: mails, webhooks, imports, recounts. It may run more than once (a process can be
 * killed after the work and before its mark), so `run` must be idempotent.
 */
export interface Task<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Schema;
  /** A cron line in UTC, `0 * * * *`; such a task is started with the payload `{}`. */
  readonly schedule?: string;
  run(payload: z.output<Schema>, context: TaskContext): Promise<void>;
}

export function task<Schema extends z.ZodType>(declaration: Task<Schema>): Task<Schema> {
  return declaration;
}
