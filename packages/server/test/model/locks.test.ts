import assert from "node:assert/strict";
import { test } from "node:test";
import { RESERVED_OBJECTS } from "@dabiao/core/model/reserved.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { publishBodies } from "../../src/model/draft-store.ts";
import { testWorkspace } from "../support/database.ts";
import { definer, field, objectBody } from "./objects.ts";

test("a field added during a long report waits for it in short steps, and other readers go on", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([]) }], { note: "" });
  const table = ident(workspace.schema, "deal");
  const report = workspace.transaction((trx) => trx.rows(sql`select count(*), pg_sleep(3) from ${table}`));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const publication = publishBodies(
    workspace,
    me,
    [{ kind: "object", key: "deal", body: objectBody([field("a", "text")]) }],
    { note: "" },
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const from = performance.now();
  await workspace.rows(sql`select count(*) from ${table}`);
  assert.ok(performance.now() - from < 2_500, `a reader waited ${performance.now() - from} ms`);
  await report;
  assert.equal((await publication)[0]?.state, "published");
});

test("no object can take the name of a table of the product", async (t) => {
  const { workspace } = await testWorkspace(t);
  const tables = await workspace.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = ${workspace.schema}`,
  );
  assert.deepEqual(
    tables.map(({ name }) => name).filter((name) => !RESERVED_OBJECTS.has(name)),
    [],
  );
});
