import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startCluster } from "../../src/platform/postgres/embedded/cluster.ts";
import { isAlive } from "../../src/platform/postgres/embedded/pid-file.ts";
import { ADDRESS_FILE, TEST_SERVER_HOME } from "./server-address.ts";

/**
 * Keeps the test PostgreSQL: starts it, tells its address, and stops it when no test has been connected for longer than
 * a whole run takes, so that it never leaves between two test files of one run.
 */
const IDLE_MS = Number(process.env["TEST_SERVER_IDLE_MS"] ?? 900_000);
const LOCK = join(TEST_SERVER_HOME, "lock");
const CLUSTER = join(TEST_SERVER_HOME, "postgres");
const CLEAN = join(TEST_SERVER_HOME, "clean");

/** Nothing here outlives a crash, so nothing is forced to disk. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "400",
  shared_buffers: "128MB",
  max_wal_size: "1GB",
  autovacuum: "off",
  max_locks_per_transaction: "256",
  jit: "off",
};

if (takeLock()) await keepServer();

async function keepServer(): Promise<void> {
  const wanted = { stop: false };
  process.once("SIGTERM", () => {
    wanted.stop = true;
  });
  // Without its mark of a clean end the cluster may be damaged, fsync being off: a new one takes a second.
  if (!existsSync(CLEAN)) rmSync(CLUSTER, { recursive: true, force: true });
  rmSync(CLEAN, { force: true });
  const cluster = await startCluster({ directory: CLUSTER, reachable: TEST_SERVER_HOME, settings: SETTINGS });
  writeFileSync(`${ADDRESS_FILE}.new`, JSON.stringify({ url: cluster.url, pid: process.pid }));
  renameSync(`${ADDRESS_FILE}.new`, ADDRESS_FILE);
  const client = new pg.Client({ connectionString: cluster.url });
  client.on("error", () => undefined);
  await client.connect();
  for (let quietSince = Date.now(); !wanted.stop && Date.now() - quietSince < IDLE_MS; ) {
    await sleep(1_000);
    if (await isBusy(client)) quietSince = Date.now();
  }
  rmSync(ADDRESS_FILE, { force: true });
  await client.end();
  await cluster.stop();
  writeFileSync(CLEAN, "");
  rmSync(LOCK, { recursive: true, force: true });
}

async function isBusy(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ others: number }>(
    "select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  return (rows[0]?.others ?? 0) > 0;
}

function takeLock(): boolean {
  mkdirSync(TEST_SERVER_HOME, { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: "wx" });
      return true;
    } catch {
      if (isAlive(Number(readFileSync(LOCK, "utf8")))) return false;
      rmSync(LOCK, { force: true });
    }
  }
  return false;
}
