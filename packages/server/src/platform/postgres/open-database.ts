import pg from "pg";
import type { Config } from "../config/config.ts";
import { PlainFault } from "../plain-fault.ts";
import { keepCluster } from "./embedded/keep-cluster.ts";
import { clusterPlace } from "./embedded/place.ts";
import { embeddedSettings } from "./embedded/settings.ts";

export interface Database {
  readonly url: string;
  readonly embedded: boolean;
  /** Stops the embedded server; leaves one's own alone. */
  stop(): Promise<void>;
  /** Tells the embedded server to stop and does not wait: for a process that ends now. */
  abandon(): void;
}

const OLDEST_VERSION = 160_000;
const DATABASE = "dabiao";
/** How long a statement waits for another's lock. On the role, because a session's value does not travel to worker nodes. */
const LOCK_TIMEOUT = "5s";

/** The database the settings name, checked and ready for `openDb`: one's own, or the embedded one, started now. */
export async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) {
    await prepare(config.databaseUrl);
    return { url: config.databaseUrl, embedded: false, stop: async () => undefined, abandon: () => undefined };
  }
  const settings = embeddedSettings(config.databaseConnections);
  const cluster = await keepCluster({ ...clusterPlace(config.dataDir), settings });
  try {
    const url = await ensureDatabase(cluster.url);
    await prepare(url);
    return { url, embedded: true, stop: () => cluster.stop(), abandon: () => cluster.abandon() };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function ensureDatabase(clusterUrl: string): Promise<string> {
  await withClient(clusterUrl, async (client) => {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  });
  const url = new URL(clusterUrl);
  url.pathname = `/${DATABASE}`;
  return url.href;
}

/** Refuses a server we do not run on, and gives our role its time zone and its patience with locks. */
async function prepare(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: string; encoding: string; patience: string; zone: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
              current_setting('lock_timeout') as patience, current_setting('TimeZone') as zone`,
    );
    const found = rows[0]!;
    if (Number(found.version) < OLDEST_VERSION) throw tooOld(Math.floor(Number(found.version) / 10_000));
    if (found.encoding !== "UTF8") throw notUtf8(found.encoding);
    if (found.patience !== LOCK_TIMEOUT)
      await client.query(`alter role current_user set lock_timeout = '${LOCK_TIMEOUT}'`);
    if (found.zone !== "UTC") await client.query("alter role current_user set timezone = 'UTC'");
  });
}

async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unreachable(url: string, error: unknown): PlainFault {
  const { hostname, port, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message || (error as NodeJS.ErrnoException).code : String(error);
  const place = `${hostname}:${port || 5432}${pathname}`;
  return new PlainFault(
    `连不上数据库 ${place}：${reason}。请检查 DATABASE_URL、网络和数据库权限。`,
    `The database ${place} cannot be reached: ${reason}. Check DATABASE_URL, the network and the database's own access rules.`,
  );
}

function tooOld(major: number): PlainFault {
  return new PlainFault(
    `数据库是 PostgreSQL ${major}，需要 16 或更高版本。`,
    `The database is PostgreSQL ${major}; version 16 or later is needed.`,
  );
}

function notUtf8(encoding: string): PlainFault {
  return new PlainFault(
    `数据库编码是 ${encoding}，需要 UTF8。请用 create database … encoding 'UTF8' 新建一个。`,
    `The database's encoding is ${encoding}; UTF8 is needed. Make one with create database … encoding 'UTF8'.`,
  );
}
