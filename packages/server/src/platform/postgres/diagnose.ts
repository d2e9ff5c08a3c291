import type { Db } from "./db.ts";
import { pendingMigrations } from "./migrate.ts";

export interface Diagnosis {
  readonly version: string;
  readonly pending: number;
  /** `key: fault` of each workspace that does not serve. */
  readonly maintenance: readonly string[];
  readonly failedJobs: number;
  /** Left by a concurrent build that was cut short; they cost writes and serve no read. */
  readonly invalidIndexes: readonly string[];
}

/** What an operator should know about a database, without changing it. */
export async function diagnose(db: Db): Promise<Diagnosis> {
  const { rows } = await db.pool.query<{ version: string; indexes: string[]; ours: boolean; queue: boolean }>(
    `select current_setting('server_version') as version,
            array(select indexrelid::regclass::text from pg_index where not indisvalid order by 1 limit 20) as indexes,
            to_regclass('public.workspace') is not null as ours,
            to_regclass('graphile_worker._private_jobs') is not null as queue`,
  );
  const { version, indexes, ours, queue } = rows[0]!;
  return {
    version,
    invalidIndexes: indexes,
    pending: (await pendingMigrations(db)).length,
    maintenance: ours ? await inMaintenance(db) : [],
    failedJobs: queue ? await failedJobs(db) : 0,
  };
}

async function inMaintenance(db: Db): Promise<string[]> {
  const rows = await db.platform
    .selectFrom("workspace")
    .select(["key", "fault"])
    .where("state", "=", "maintenance")
    .orderBy("key")
    .limit(20)
    .execute();
  return rows.map(({ key, fault }) => `${key}: ${fault ?? "?"}`);
}

async function failedJobs(db: Db): Promise<number> {
  const { rows } = await db.pool.query<{ number: number }>(
    "select count(*)::int as number from graphile_worker._private_jobs where attempts >= max_attempts",
  );
  return rows[0]?.number ?? 0;
}
