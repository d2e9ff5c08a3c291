import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { migrate, pendingMigrations } from "../../src/platform/postgres/migrate.ts";
import { readMigrations, textFor } from "../../src/platform/postgres/migrations.ts";
import { dumpSchema, schemaText } from "../../src/platform/postgres/schema-dump.ts";
import { createWorkspace } from "../../src/platform/postgres/workspaces.ts";
import { testWorkspace } from "../support/database.ts";

const NOW = new Date("2026-03-09T02:05:00Z");
const SCHEMA_FILE = fileURLToPath(new URL("../../migrations/schema.sql", import.meta.url));

test("starting again runs nothing twice", async (t) => {
  const { db } = await testWorkspace(t);
  assert.deepEqual(await pendingMigrations(db), []);
  assert.deepEqual(await migrate(db, NOW), { applied: [], failed: [] });
});

test("a workspace that cannot be migrated goes into maintenance, the others are served", async (t) => {
  const { db } = await testWorkspace(t);
  const other = await createWorkspace(
    db,
    { key: "other", name: "另一家", kind: "company", zone: "Asia/Shanghai" },
    NOW,
  );
  const last = readMigrations("workspace").at(-1)!.name;
  await db.pool.query("delete from w_other.migration where name = $1", [last]);
  const { failed } = await migrate(db, NOW);
  assert.deepEqual(
    failed.map(({ key }) => key),
    ["other"],
  );
  assert.deepEqual(await stateOf(), { test: "active", other: "maintenance" });
  await db.pool.query(`drop schema w_other cascade`);
  await db.pool.query("delete from public.workspace where id = $1", [other.id]);
  await createWorkspace(db, { key: "other", name: "另一家", kind: "company", zone: "Asia/Shanghai" }, NOW);
  assert.deepEqual(await stateOf(), { test: "active", other: "active" });

  async function stateOf(): Promise<Record<string, string>> {
    const rows = await db.platform.selectFrom("workspace").select(["key", "state"]).execute();
    return Object.fromEntries(rows.map(({ key, state }) => [key, state]));
  }
});

test("a database of a later release is refused, and so is one whose files were changed afterwards", async (t) => {
  const { db } = await testWorkspace(t);
  await db.pool.query("insert into public.migration values ('9999_later', 'x', $1)", [NOW]);
  await assert.rejects(migrate(db, NOW), { name: "PlainFault", message: /更新的版本/ });
  await db.pool.query("delete from public.migration where name = '9999_later'");
  await db.pool.query("update public.migration set checksum = 'x' where name = '0001_instance'");
  await assert.rejects(migrate(db, NOW), { name: "PlainFault", message: /被修改过/ });
});

test("migrations of workspaces name no schema but their own, and change one thing per statement", () => {
  for (const { name, text } of readMigrations("workspace")) {
    const code = text.replace(/--.*$/gm, "");
    assert.ok(!/\bpublic\.|\bw_[a-z0-9]+\./.test(code), `${name} reaches into another schema`);
    assert.ok(
      !/\bserial\b|\bgenerated\s+(always|by default)\s+as\s+identity|\bcreate\s+(or replace\s+)?trigger\b/i.test(code),
      name,
    );
    for (const [statement] of code.matchAll(/alter\s+table[^;]*/gi)) {
      assert.ok(
        (statement.match(/\b(add|drop|alter)\s+(column|constraint)\b/gi) ?? []).length <= 1,
        `${name}: ${statement}`,
      );
    }
    assert.ok(!textFor({ name, text, checksum: "" }, "w_x").includes(":schema"), name);
  }
});

test("schema.sql shows the database as the migrations make it", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const client = await db.pool.connect();
  const platform = schemaText(await dumpSchema(client, "public"));
  const ours = schemaText(await dumpSchema(client, workspace.schema)).replaceAll(workspace.schema, ":schema");
  client.release();
  const text = `-- Made from the migrations; UPDATE_SCHEMA=1 writes it anew.\n\n${platform}\n-- Every workspace\n\n${ours}`;
  if (process.env["UPDATE_SCHEMA"] || !existsSync(SCHEMA_FILE)) writeFileSync(SCHEMA_FILE, text);
  assert.equal(readFileSync(SCHEMA_FILE, "utf8"), text);
});
