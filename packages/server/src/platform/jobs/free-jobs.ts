import type { Db } from "../postgres/db.ts";
import { hold } from "../postgres/hold.ts";

/** A worker takes its first job a moment before its name is held. */
const NEWBORN = "5 seconds";

/** What a worker holds while it lives. */
export function workerName(id: string): string {
  return `worker ${id}`;
}

/** Gives back the jobs of workers whose process was killed: the queue itself would wait four hours for them. */
export async function freeJobsOfTheDead(db: Db): Promise<void> {
  const { rows } = await db.pool.query<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker._private_jobs
     where locked_by is not null and locked_at < now() - interval '${NEWBORN}' limit 100`,
  );
  for (const { worker } of rows) {
    const held = await hold(db, workerName(worker));
    if (!held) continue;
    try {
      await db.pool.query("select graphile_worker.force_unlock_workers($1::text[])", [[worker]]);
    } finally {
      await held.release();
    }
  }
}
