import type pg from "pg";
import { prepareQueue } from "../jobs/worker.ts";
import { PlainFault } from "../plain-fault.ts";
import type { Db } from "./db.ts";
import { type Migration, readMigrations, textFor } from "./migrations.ts";

/** One number of our own, so that two processes starting together migrate one after the other. */
const MIGRATION_LOCK = 4_100_001;

export interface MigrationReport {
  readonly applied: { readonly schema: string; readonly name: string }[];
  /** Workspaces that could not be brought along; they are in `maintenance` and the others serve. */
  readonly failed: { readonly key: string; readonly fault: string }[];
}

/** Brings the instance and then each workspace to this release. Forward only; runs nothing twice. */
export async function migrate(db: Db, now: Date): Promise<MigrationReport> {
  return await alone(db, async (client) => {
    await prepareQueue(db);
    const report: MigrationReport = { applied: [], failed: [] };
    await migrateSchema(client, "public", readMigrations("platform"), now, report);
    const workspaces = await client.query<{ id: string; key: string }>(
      "select id, key from public.workspace where state <> 'removed' order by key",
    );
    const migrations = readMigrations("workspace");
    for (const { id, key } of workspaces.rows) await migrateWorkspace(client, { id, key }, migrations, now, report);
    return report;
  });
}

/** What a start would run, without running it. */
export async function pendingMigrations(db: Db): Promise<{ schema: string; name: string }[]> {
  const client = await db.pool.connect();
  try {
    const pending = await pendingOf(client, "public", readMigrations("platform"));
    if (!(await exists(client, "public.workspace"))) return pending;
    const { rows } = await client.query<{ key: string }>(
      "select key from public.workspace where state <> 'removed' order by key",
    );
    const migrations = readMigrations("workspace");
    for (const { key } of rows) pending.push(...(await pendingOf(client, `w_${key}`, migrations)));
    return pending;
  } finally {
    client.release();
  }
}

/** Runs a workspace's files inside the caller's transaction: how a new workspace gets its tables. */
export async function applyWorkspaceMigrations(client: pg.ClientBase, schema: string, now: Date): Promise<void> {
  await makeLedger(client, schema);
  for (const migration of readMigrations("workspace")) await apply(client, schema, migration, now);
}

async function migrateWorkspace(
  client: pg.ClientBase,
  workspace: { id: string; key: string },
  migrations: readonly Migration[],
  now: Date,
  report: MigrationReport,
): Promise<void> {
  let fault: string | null = null;
  try {
    await migrateSchema(client, `w_${workspace.key}`, migrations, now, report);
  } catch (error) {
    fault = error instanceof Error ? error.message : String(error);
    report.failed.push({ key: workspace.key, fault });
  }
  await client.query(
    `update public.workspace set fault = $2,
       state = case when $2::text is not null then 'maintenance' when fault is not null then 'active' else state end
     where id = $1 and fault is distinct from $2`,
    [workspace.id, fault],
  );
}

async function migrateSchema(
  client: pg.ClientBase,
  schema: string,
  migrations: readonly Migration[],
  now: Date,
  report: MigrationReport,
): Promise<void> {
  await makeLedger(client, schema);
  const pending = new Set((await pendingOf(client, schema, migrations)).map((migration) => migration.name));
  for (const migration of migrations) {
    if (!pending.has(migration.name)) continue;
    await client.query("begin");
    try {
      await apply(client, schema, migration, now);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw new Error(`${migration.name} in ${schema}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
    report.applied.push({ schema, name: migration.name });
  }
}

async function apply(client: pg.ClientBase, schema: string, migration: Migration, now: Date): Promise<void> {
  await client.query(textFor(migration, schema));
  await client.query(`insert into "${schema}".migration (name, checksum, applied_at) values ($1, $2, $3)`, [
    migration.name,
    migration.checksum,
    now,
  ]);
}

async function pendingOf(client: pg.ClientBase, schema: string, migrations: readonly Migration[]) {
  const ledger = (await exists(client, `"${schema}".migration`))
    ? await readLedger(client, schema)
    : new Map<string, string>();
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of ledger) {
    const ours = known.get(name);
    if (ours === undefined) throw madeByLaterRelease(schema, name);
    if (ours !== checksum) throw changedAfterwards(schema, name);
  }
  return migrations.filter(({ name }) => !ledger.has(name)).map(({ name }) => ({ schema, name }));
}

async function readLedger(client: pg.ClientBase, schema: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from "${schema}".migration order by name`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

async function makeLedger(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(
    `create table if not exists "${schema}".migration
       (name text constraint migration_pk primary key, checksum text not null, applied_at timestamptz not null)`,
  );
}

async function exists(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("select to_regclass($1) is not null as found", [table]);
  return rows[0]?.found ?? false;
}

async function alone<Result>(db: Db, work: (client: pg.ClientBase) => Promise<Result>): Promise<Result> {
  const client = await db.pool.connect();
  try {
    await client.query("set client_min_messages = warning");
    await client.query("set lock_timeout = 0");
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    // Closing the session lets go of the lock even when the work broke the connection's state.
    client.release(true);
  }
}

function madeByLaterRelease(schema: string, name: string): PlainFault {
  return new PlainFault(
    `数据库已被更新的版本升级过（${schema} 中有 ${name}），不能用本版本打开。请使用更新的版本，或从备份恢复。`,
    `A later release has already upgraded this database (${schema} has ${name}), so this one cannot open it. Use the later release, or restore a backup.`,
  );
}

function changedAfterwards(schema: string, name: string): PlainFault {
  return new PlainFault(
    `迁移文件 ${name} 在 ${schema} 中执行之后被修改过。请恢复原来的程序文件后重试。`,
    `The migration file ${name} was changed after it ran in ${schema}. Put the release's own files back and try again.`,
  );
}
