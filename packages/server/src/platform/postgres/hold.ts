import type { Db } from "./db.ts";

/** Lets go of what is held. */
export type Release = () => Promise<void>;

/**
 * Holds a name among all processes on this database, or gives null when another holds it. What is held is free again
 * when the process dies, because the lock lives with its connection.
 */
export async function hold(db: Db, name: string): Promise<Release | null> {
  const client = await db.pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as held",
      [name],
    );
    if (rows[0]?.held) {
      // Closing the connection lets go, whatever state it is in.
      return async () => client.release(true);
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
  client.release();
  return null;
}
