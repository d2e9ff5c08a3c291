import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorkspace, dropWorkspace } from "../../src/platform/postgres/workspaces.ts";
import { testDatabase, testWorkspace } from "../support/database.ts";

test("a new workspace has a schema of its own and its ledger of migrations", async (t) => {
  const db = await testDatabase(t);
  const workspace = await createWorkspace(db, { name: "华东贸易", kind: "company", zone: "Asia/Shanghai" });
  assert.match(workspace.key, /^[0-9a-z]{10}$/);
  const { rows } = await db.pool.query("select to_regclass($1) is not null as found", [`w_${workspace.key}.migration`]);
  assert.deepEqual(rows, [{ found: true }]);
});

test("a removed workspace leaves nothing behind", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  await dropWorkspace(db, workspace.id);
  const { rows } = await db.pool.query("select nspname from pg_namespace where nspname like 'w\\_%'");
  assert.deepEqual(rows, []);
  assert.deepEqual(await db.platform.selectFrom("workspace").selectAll().execute(), []);
});

test("a workspace that cannot be made leaves nothing behind", async (t) => {
  const { db } = await testWorkspace(t);
  await assert.rejects(createWorkspace(db, { key: "test", name: "重名", kind: "demo", zone: "Asia/Shanghai" }));
  assert.equal((await db.platform.selectFrom("workspace").selectAll().execute()).length, 1);
});

test("everything written in a transaction carries the transaction's time", async (t) => {
  const moment = new Date("2026-03-09T02:05:00Z");
  const { workspace } = await testWorkspace(t, () => moment);
  assert.deepEqual(await workspace.transaction(async (trx) => trx.now), moment);
});
