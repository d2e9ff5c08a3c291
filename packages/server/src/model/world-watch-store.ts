import pg from "pg";
import type { Db } from "../platform/postgres/db.ts";
import { forgetWorld, trustNotices } from "./world.ts";

export const WORLD_CHANNEL = "dabiao_world";
const RETRY_MS = 1_000;

/**
 * Listens to publications of all processes on this database, so that kept worlds need no look at the counter.
 * While the connection is lost every call looks again.
 *
 * @returns the way to stop listening
 */
export async function watchWorlds(db: Db): Promise<() => Promise<void>> {
  let closed = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const listener = new pg.Client({
      connectionString: db.pool.options.connectionString,
      application_name: "dabiao world",
    });
    listener.on("notification", ({ payload }) => forgetWorld(payload ?? ""));
    listener.on("error", () => undefined);
    await listener.connect();
    await listener.query(`listen ${WORLD_CHANNEL}`);
    trustNotices(true);
    listener.once("end", () => {
      trustNotices(false);
      void reconnect();
    });
    return listener;
  }

  async function reconnect(): Promise<void> {
    while (!closed) {
      try {
        client = await listen();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  return async () => {
    closed = true;
    trustNotices(false);
    await client.end();
  };
}
