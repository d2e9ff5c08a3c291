import { createHash, randomBytes } from "node:crypto";
import type { TestContext } from "node:test";
import pg from "pg";
import { type Db, openDb, type Workspace, type WorkspaceRow } from "../../src/platform/postgres/db.ts";
import { migrate } from "../../src/platform/postgres/migrate.ts";
import { readMigrations } from "../../src/platform/postgres/migrations.ts";
import { createWorkspace } from "../../src/platform/postgres/workspaces.ts";
import { testServerUrl } from "./server-address.ts";

const TEMPLATES_KEPT = 6;
const CONNECTIONS_PER_TEST = 5;
const TEMPLATE_LOCK = 4_100_002;

/** A database of the test's own, with the instance's tables and no workspace. Gone when the test ends. */
export async function testDatabase(t: TestContext, clock?: () => Date): Promise<Db> {
  return await databaseFrom(t, "instance", clock);
}

/** A database of the test's own with one empty workspace, `w_test`, in the zone Asia/Shanghai. */
export async function testWorkspace(t: TestContext, clock?: () => Date): Promise<{ db: Db; workspace: Workspace }> {
  const db = await databaseFrom(t, "workspace", clock);
  // An id of its own: what a process keeps per workspace must not pass from one test's database to another's.
  const { rows } = await db.pool.query<WorkspaceRow>(
    "update public.workspace set id = gen_random_uuid() where key = 'test' returning id, key, zone",
  );
  return { db, workspace: db.forWorkspace(rows[0]!) };
}

/** The address of a database of the test's own with nothing in it at all. */
export async function emptyDatabase(t: TestContext): Promise<string> {
  const server = await testServerUrl();
  const name = databaseName();
  await withClient(server, (client) => client.query(`create database ${name} template template0`));
  t.after(() => dropDatabase(server, name));
  return urlOf(server, name);
}

type Kind = "instance" | "workspace";

async function databaseFrom(t: TestContext, kind: Kind, clock?: () => Date): Promise<Db> {
  const server = await testServerUrl();
  const name = databaseName();
  await withClient(server, async (client) => {
    await makeTemplate(client, server, kind);
    await client.query(`create database ${name} template ${templateName(kind)}`);
  });
  const db = openDb({ url: urlOf(server, name), connections: CONNECTIONS_PER_TEST, ...(clock ? { clock } : {}) });
  t.after(async () => {
    await db.close();
    await dropDatabase(server, name);
  });
  return db;
}

function databaseName(): string {
  return `t_${process.pid}_${randomBytes(5).toString("hex")}`;
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await withClient(server, (client) => client.query(`drop database if exists ${name} (force)`));
}

/** Made under another name and renamed, so a run that was cut short leaves no half-made template. */
async function makeTemplate(client: pg.Client, server: string, kind: Kind): Promise<void> {
  const name = templateName(kind);
  const found = () => client.query("select 1 from pg_database where datname = $1", [name]);
  if ((await found()).rowCount) return;
  await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  if (!(await found()).rowCount) {
    await dropOldTemplates(client, kind);
    const unfinished = `unfinished_${randomBytes(5).toString("hex")}`;
    await client.query(`create database ${unfinished} template template0`);
    try {
      await fill(urlOf(server, unfinished), kind);
      await client.query(`alter database ${unfinished} rename to ${name}`);
    } finally {
      await client.query(`drop database if exists ${unfinished} (force)`);
    }
  }
  await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
}

async function fill(url: string, kind: Kind): Promise<void> {
  const db = openDb({ url, connections: 2 });
  const now = new Date("2026-01-01T00:00:00Z");
  try {
    await migrate(db, now);
    if (kind === "workspace") {
      await createWorkspace(db, { key: "test", name: "测试公司", kind: "company", zone: "Asia/Shanghai" }, now);
    }
  } finally {
    await db.close();
  }
}

async function dropOldTemplates(client: pg.Client, kind: Kind): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like $1 order by oid desc offset $2",
    [`template_${kind}_%`, TEMPLATES_KEPT],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} (force)`);
}

function templateName(kind: Kind): string {
  const hash = createHash("sha256");
  for (const scope of ["platform", "workspace"] as const) {
    for (const { name, checksum } of readMigrations(scope)) hash.update(`${scope}/${name}/${checksum}\n`);
  }
  return `template_${kind}_${hash.digest("hex").slice(0, 16)}`;
}

async function withClient<Result>(server: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
