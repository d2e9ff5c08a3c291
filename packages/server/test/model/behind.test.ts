import assert from "node:assert/strict";
import { test } from "node:test";
import { compiledObject } from "@dabiao/core/model/shape.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { readHead } from "../../src/model/definition-store.ts";
import { publishBodies } from "../../src/model/draft-store.ts";
import { listOps } from "../../src/model/schema-op-store.ts";
import { runSchemaOps } from "../../src/model/schema-ops.ts";
import { world } from "../../src/model/world.ts";
import { watchWorlds } from "../../src/model/world-watch-store.ts";
import { openDb, type Workspace } from "../../src/platform/postgres/db.ts";
import { testWorkspace } from "../support/database.ts";
import { definer, field, objectBody } from "./objects.ts";

const MANY = 10_500;

/** More records than are changed at once. */
async function fill(workspace: Workspace, size: (row: number) => string): Promise<void> {
  const rows = Array.from({ length: MANY }, (_, row) => size(row));
  const now = new Date("2026-03-09T02:00:00Z");
  await workspace.rows(sql`
    insert into ${ident(workspace.schema, "deal")} (id, version, created_at, updated_at, name, size)
    select gen_random_uuid(), 1, ${now}, ${now}, size, size from unnest(${rows}::text[]) as size`);
}

async function publish(workspace: Workspace, type: string, more = {}) {
  const body = objectBody([field("size", type, {}, more)]);
  const [published] = await publishBodies(workspace, definer(workspace), [{ kind: "object", key: "deal", body }], {
    note: "",
  });
  return published;
}

test("a type changed under many records is converted behind, and comes into force when all are done", async (t) => {
  const { workspace } = await testWorkspace(t);
  await publish(workspace, "text");
  await fill(workspace, (row) => `${row}件`.replace("件", ""));
  assert.equal((await publish(workspace, "number"))?.state, "building");
  assert.equal(compiledObject(await world(workspace), "deal").fields.get("size")?.type.type, "text");
  await workspace.rows(sql`
    update ${ident(workspace.schema, "deal")} set size = '99万', updated_at = ${new Date()} where size = '7'`);
  await runSchemaOps(workspace);
  const size = compiledObject(await world(workspace), "deal").fields.get("size");
  assert.equal(size?.type.type, "number");
  const [sums] = await workspace.rows(sql`
    select count(*)::int as count, sum(${ident(size?.column ?? "")}) as sum from ${ident(workspace.schema, "deal")}`);
  assert.deepEqual(sums, { count: MANY, sum: String((MANY * (MANY - 1)) / 2 - 7 + 990_000) });
});

test("a conversion that meets other words gives up, says so, and leaves the version as a draft", async (t) => {
  const { workspace } = await testWorkspace(t);
  await publish(workspace, "text");
  await fill(workspace, (row) => (row === 5 ? "不详" : "1"));
  await publish(workspace, "number");
  await runSchemaOps(workspace);
  const [op] = await listOps(workspace, { open: false }, null, 10);
  assert.equal(op?.state, "failed");
  assert.deepEqual(op?.error, { code: "field_conversion", params: { field: "size", count: 1, example: "不详" } });
  const head = await readHead(workspace, "object", "deal");
  assert.equal(head?.published, 1);
  assert.ok(head?.draft);
  await runSchemaOps(workspace);
  assert.equal(compiledObject(await world(workspace), "deal").fields.get("size")?.type.type, "text");
});

test("a field made unique under many records gets its index behind, and repeats are refused at once", async (t) => {
  const { workspace } = await testWorkspace(t);
  await publish(workspace, "text");
  await fill(workspace, (row) => String(row));
  await publish(workspace, "text", { unique: true });
  assert.equal((await listOps(workspace, { open: true }, null, 10)).length, 1);
  await runSchemaOps(workspace);
  const [op] = await listOps(workspace, { open: false }, null, 10);
  assert.equal(op?.state, "done", JSON.stringify(op?.error));
  await assert.rejects(workspace.rows(sql`update ${ident(workspace.schema, "deal")} set size = '1' where size = '2'`), {
    code: "23505",
  });
});

test("what one process publishes another sees without asking", async (t) => {
  const { db, workspace } = await testWorkspace(t);
  const stop = await watchWorlds(db);
  t.after(stop);
  const other = openDb({ url: String(db.pool.options.connectionString), connections: 2 });
  t.after(() => other.close());
  await world(workspace);
  await world(workspace);
  await publish(other.forWorkspace(workspace), "text");
  const deadline = Date.now() + 5_000;
  while ((await world(workspace)).version === 1 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal((await world(workspace)).version, 2);
});
