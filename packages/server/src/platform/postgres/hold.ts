import pg from "pg";
import type { Db } from "./db.ts";

export interface Held {
  release(): Promise<void>;
  /** Settles when the name is free again, also when the connection was lost. */
  readonly ended: Promise<void>;
}

/**
 * Holds a name among all processes on this database, or gives null when another holds it. The lock lives with a
 * connection of its own, so what a process held is free when it dies.
 */
export async function hold(db: Db, name: string): Promise<Held | null> {
  const { connectionString } = db.pool.options;
  const client = new pg.Client({ connectionString, application_name: "dabiao hold" });
  client.on("error", () => undefined);
  const ended = new Promise<void>((resolve) => client.once("end", () => resolve()));
  await client.connect();
  const release = async () => {
    await client.end().catch(() => undefined);
  };
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
      [name],
    );
    if (rows[0]?.held) return { release, ended };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}
