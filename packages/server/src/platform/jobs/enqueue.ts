import { type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { z } from "zod";
import type { Task } from "./task.ts";

export interface EnqueueOptions {
  /** At most one waiting job per key: a second one takes the place of the first. */
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** A transaction, so that the job exists exactly when the write does, or a workspace outside one. */
export interface EnqueueOn {
  rows<Row extends object>(fragment: Sql): Promise<Row[]>;
}

const MOST_ATTEMPTS = 12;

/** Puts a task into the queue. Tries again with growing pauses, 12 times over about three hours unless told otherwise. */
export async function enqueue<Schema extends z.ZodType>(
  on: EnqueueOn,
  task: Pick<Task<Schema>, "name" | "payload">,
  payload: z.input<Schema>,
  options: EnqueueOptions = {},
): Promise<void> {
  const text = JSON.stringify(task.payload.parse(payload));
  await on.rows(
    sql`select id from graphile_worker.add_job(
      identifier => ${task.name}::text,
      payload => ${text}::json,
      queue_name => ${options.queue ?? null}::text,
      run_at => ${options.runAt ?? null}::timestamptz,
      max_attempts => ${options.maxAttempts ?? MOST_ATTEMPTS}::int,
      job_key => ${options.key ?? null}::text
    )`,
  );
}
