import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import pg from "pg";
import { restoreBackup } from "../../src/platform/backup/restore-backup.ts";
import { writeBackup } from "../../src/platform/backup/write-backup.ts";
import { dumpSchema, schemaText } from "../../src/platform/postgres/schema-dump.ts";
import { emptyDatabase, testWorkspace } from "../support/database.ts";

const NOW = new Date("2026-03-09T02:05:00Z");

test("a restored backup equals the original, table by table, attachments included", async (t) => {
  const { url, folder } = await filledDatabase(t);
  const file = join(folder, "one.backup");
  const made = await writeBackup({ url, file, attachments: join(folder, "attachments"), now: NOW });
  assert.equal(made.files, 1);
  const target = await emptyDatabase(t);
  const report = await restoreBackup({ url: target, file, attachments: join(folder, "restored") });
  assert.equal(report.tables, made.tables);
  assert.equal(report.madeAt, NOW.toISOString());
  assert.deepEqual(await fingerprint(target), await fingerprint(url));
  assert.equal(readFileSync(join(folder, "restored", "合同", "a.txt"), "utf8"), "附件");
});

test("a backup that was cut short or changed is refused and writes nothing", async (t) => {
  const { url, folder } = await filledDatabase(t);
  const file = join(folder, "one.backup");
  await writeBackup({ url, file, attachments: join(folder, "attachments"), now: NOW });
  const bytes = readFileSync(file);
  const target = await emptyDatabase(t);
  const restored = join(folder, "restored");
  const broken = {
    "cut.backup": bytes.subarray(0, bytes.length - 40),
    "half.backup": bytes.subarray(0, bytes.length / 2),
    "changed.backup": changed(bytes),
    "other.backup": Buffer.from("PK something else altogether"),
    "empty.backup": Buffer.alloc(0),
  };
  for (const [name, content] of Object.entries(broken)) {
    writeFileSync(join(folder, name), content);
    await assert.rejects(
      restoreBackup({ url: target, file: join(folder, name), attachments: restored }),
      { name: "PlainFault", message: /备份文件已损坏/ },
      name,
    );
    assert.deepEqual(await fingerprint(target), { structure: {}, rows: {} }, name);
  }
  await restoreBackup({ url: target, file, attachments: restored });
});

test("a backup is not restored over data that is there", async (t) => {
  const { url, folder } = await filledDatabase(t);
  const file = join(folder, "one.backup");
  await writeBackup({ url, file, attachments: join(folder, "attachments"), now: NOW });
  await assert.rejects(restoreBackup({ url, file, attachments: join(folder, "restored") }), /数据库不是空的/);
});

async function filledDatabase(t: TestContext): Promise<{ url: string; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "达标 backup-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "attachments", "合同"), { recursive: true });
  writeFileSync(join(folder, "attachments", "合同", "a.txt"), "附件");
  const { db, workspace } = await testWorkspace(t);
  await db.pool.query(`create table ${workspace.schema}.o_deal (id uuid not null, "金额" numeric, tags text[], at timestamptz,
    closed boolean default false not null, double numeric generated always as ("金额" * 2) stored)`);
  await db.pool.query(`alter table ${workspace.schema}.o_deal add constraint o_deal_pk primary key (id)`);
  await db.pool.query(`create index o_deal_open on ${workspace.schema}.o_deal ("金额") where not closed`);
  await db.pool.query(
    `insert into ${workspace.schema}.o_deal (id, "金额", tags, at)
     select gen_random_uuid(), n * 1.10, array['华东', e'行\\n\\t', null], timestamptz '2026-01-01' + n * interval '1 hour'
     from generate_series(1, 20000) n`,
  );
  return { url: String(db.pool.options.connectionString), folder };
}

/** Structure as text, and per table the number of rows and an order-free sum over whole rows. */
async function fingerprint(url: string): Promise<{ structure: Record<string, string>; rows: Record<string, string> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const schemas = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname = 'public' or nspname like 'w\\_%' order by 1",
  );
  const found = { structure: {} as Record<string, string>, rows: {} as Record<string, string> };
  for (const { name } of schemas.rows) {
    const dump = await dumpSchema(client, name);
    if (dump.tables.length > 0) found.structure[name] = schemaText(dump);
    for (const table of dump.tables) {
      const { rows } = await client.query<{ sum: string }>(
        `select concat(count(*), '/', sum(hashtextextended(t::text, 0)::numeric)) as sum from "${name}"."${table.name}" t`,
      );
      found.rows[`${name}.${table.name}`] = rows[0]!.sum;
    }
  }
  await client.end();
  return found;
}

function changed(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length * 0.7);
  copy[middle] = copy[middle]! ^ 0xff;
  return copy;
}
