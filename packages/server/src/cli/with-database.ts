import type { Config } from "../platform/config/config.ts";
import { type Db, openDb } from "../platform/postgres/db.ts";
import { openDatabase } from "../platform/postgres/open-database.ts";
import { claimDataDir, findRunning, leaveDataDir } from "../platform/postgres/running.ts";

export interface OpenedDatabase {
  readonly db: Db;
  readonly url: string;
  /** Whether a server has it open too. */
  readonly inUse: boolean;
}

const CONNECTIONS = 4;

/** Runs a command's work on the database of the settings: the running server's, one's own, or the embedded one started for it. */
export async function withDatabase<Result>(
  config: Config,
  clock: () => Date,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const running = config.databaseUrl ? undefined : findRunning(config.dataDir);
  if (running?.databaseUrl) return await withDb(running.databaseUrl, true, clock, work);
  if (config.databaseUrl) {
    const { url } = await openDatabase(config);
    return await withDb(url, false, clock, work);
  }
  claimDataDir(config.dataDir, "command");
  try {
    const database = await openDatabase(config);
    try {
      return await withDb(database.url, false, clock, work);
    } finally {
      await database.stop();
    }
  } finally {
    leaveDataDir(config.dataDir);
  }
}

async function withDb<Result>(
  url: string,
  inUse: boolean,
  clock: () => Date,
  work: (opened: OpenedDatabase) => Promise<Result>,
): Promise<Result> {
  const db = openDb({ url, connections: CONNECTIONS, clock });
  try {
    return await work({ db, url, inUse });
  } finally {
    await db.close();
  }
}
