import assert from "node:assert/strict";
import { test } from "node:test";
import { objectSchema } from "@dabiao/core/model/object.ts";
import { compiledObject } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { checkDraft, publishBodies, publishDraft, rollBack, saveDraft } from "../../src/model/draft-store.ts";
import { removeDefinition } from "../../src/model/remove-store.ts";
import { listOps } from "../../src/model/schema-op-store.ts";
import { runSchemaOps } from "../../src/model/schema-ops.ts";
import { world } from "../../src/model/world.ts";
import { testWorkspace } from "../support/database.ts";
import { definer, field, insert, objectBody } from "./objects.ts";

const NOTE = { note: "测试" };

test("a published object has a table of its own with typed columns", async (t) => {
  const { workspace } = await testWorkspace(t);
  const body = objectBody([
    field("amount", "money"),
    field("signed_on", "date"),
    field("tags", "multi_select", { options: [{ key: "vip", label: { zh: "重点" } }] }),
  ]);
  await publishBodies(workspace, definer(workspace), [{ kind: "object", key: "customer", body }], NOTE);
  const columns = await workspace.rows<{ name: string; type: string }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`${workspace.schema}.customer`}::regclass and attnum > 0 order by attnum`);
  const types = Object.fromEntries(columns.map(({ name, type }) => [name, type]));
  assert.equal(types["amount"], "numeric");
  assert.equal(types["signed_on"], "date");
  assert.equal(types["tags"], "text[]");
  assert.equal(types["search"], "text[]");
  const shape = compiledObject(await world(workspace), "customer");
  assert.equal(shape.fields.get("amount")?.column, "amount");
  assert.equal(shape.fields.get("owner")?.target?.kind, "member");
});

test("a draft with mistakes says what they are and cannot be published", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  const body = objectBody([field("total", "formula", { formula: "[没有这个] + 1", result: "number" })]);
  const issues = await saveDraft(workspace, me, { kind: "object", key: "deal", body });
  assert.ok(issues.length > 0);
  assert.deepEqual(await checkDraft(workspace, me, "object", "deal"), issues);
  await assert.rejects(publishDraft(workspace, me, { kind: "object", key: "deal" }, NOTE), (error) => {
    return error instanceof Refusal && error.code === "definition_invalid" && error.issues.length === issues.length;
  });
  assert.equal((await world(workspace)).version, 1);
});

test("a field written by its label is kept by its key, so that a new label breaks no formula", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  const amount = { ...field("amount", "money"), label: { zh: "金额" } };
  const body = objectBody([amount, field("half", "formula", { formula: "[金额] / 2", result: "number" })]);
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body }], NOTE);
  const half = compiledObject(await world(workspace), "deal").fields.get("half");
  assert.deepEqual(half?.settings, { formula: "[amount] / 2", result: "number", decimals: 2, show: "number" });
});

test("an older version can be published again, and a removed field comes back with its values", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await publishBodies(
    workspace,
    me,
    [{ kind: "object", key: "deal", body: objectBody([field("amount", "money")]) }],
    NOTE,
  );
  await insert(workspace, "deal", { amount: "12.50" });
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([]) }], NOTE);
  assert.equal(compiledObject(await world(workspace), "deal").fields.has("amount"), false);
  const back = await rollBack(workspace, me, { kind: "object", key: "deal", version: 1 }, { note: "恢复" });
  assert.equal(back.version, 3);
  const column = compiledObject(await world(workspace), "deal").fields.get("amount")?.column ?? "";
  const rows = await workspace.rows(sql`select ${ident(column)} as amount from ${ident(workspace.schema, "deal")}`);
  assert.deepEqual(rows, [{ amount: "12.50" }]);
});

test("objects that refer to each other are published together, and a record cannot point at nothing", async (t) => {
  const { workspace } = await testWorkspace(t);
  const customer = objectBody([field("main", "reference", { object: "contact" })]);
  const contact = objectBody([field("customer", "reference", { object: "customer" })]);
  await publishBodies(
    workspace,
    definer(workspace),
    [
      { kind: "object", key: "customer", body: customer },
      { kind: "object", key: "contact", body: contact },
    ],
    NOTE,
  );
  await assert.rejects(insert(workspace, "contact", { customer: "01920000-0000-7000-8000-00000000dead" }), {
    code: "23503",
  });
});

test("what others use cannot be removed, and says who uses it", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  const view = { object: "deal", label: { zh: "全部" }, columns: [{ field: ["name"] }, { field: ["amount"] }] };
  await publishBodies(
    workspace,
    me,
    [
      { kind: "object", key: "deal", body: objectBody([field("amount", "money")]) },
      { kind: "view", key: "all_deals", body: view },
    ],
    NOTE,
  );
  await assert.rejects(removeDefinition(workspace, me, { kind: "object", key: "deal" }), (error) => {
    return (
      error instanceof Refusal && error.code === "definition_in_use" && JSON.stringify(error.params).includes("全部")
    );
  });
  await assert.rejects(
    publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([]) }], NOTE),
    (error) => error instanceof Refusal && error.issues.some(({ code }) => code === "dependant_breaks"),
  );
  await removeDefinition(workspace, me, { kind: "view", key: "all_deals" });
  await removeDefinition(workspace, me, { kind: "object", key: "deal" });
  assert.deepEqual((await world(workspace)).list(objectSchema), []);
});

test("two people publishing at once take their turns, and both versions count", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([]) }], NOTE);
  const bodies = ["a", "b", "c", "d"].map((key) => objectBody([field(key, "text")]));
  const published = await Promise.all(
    bodies.map((body) => publishBodies(workspace, me, [{ kind: "object", key: "deal", body }], NOTE)),
  );
  assert.deepEqual(published.map(([each]) => each?.version).sort(), [2, 3, 4, 5]);
  assert.equal((await world(workspace)).version, 6);
});

test("a hundred fields added and removed use few columns, because they are used again", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  await publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([]) }], NOTE);
  for (let round = 0; round < 100; round++) {
    await publishBodies(
      workspace,
      me,
      [{ kind: "object", key: "deal", body: objectBody([field(`f${round}`, "number")]) }],
      NOTE,
    );
    if (round === 50) await insert(workspace, "deal", { f50: "7" });
    await runSchemaOps(workspace);
  }
  const [used] = await workspace.rows<{ count: number }>(
    sql`select count(*)::int as count from pg_attribute where attrelid = ${`${workspace.schema}.deal`}::regclass and attnum > 0`,
  );
  assert.ok((used?.count ?? 0) < 40, `${used?.count} columns`);
  const shape = compiledObject(await world(workspace), "deal");
  const rows = await workspace.rows(
    sql`select ${ident(shape.fields.get("f99")?.column ?? "")} as value from ${ident(workspace.schema, "deal")}`,
  );
  assert.deepEqual(rows, [{ value: null }]);
  assert.equal((await listOps(workspace, { open: true }, null, 10)).length, 0);
});

test("a field brought back in time keeps its values, whatever clearing was planned for its column", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  const publish = (keys: readonly string[]) => {
    const body = objectBody(keys.map((key) => field(key, "number")));
    return publishBodies(workspace, me, [{ kind: "object", key: "deal", body }], NOTE);
  };
  await publish(["kept"]);
  await insert(workspace, "deal", { kept: "7" });
  for (let round = 0; round < 23; round++) await publish([`f${round}`]);
  await publish(["kept"]);
  await runSchemaOps(workspace);
  const rows = await workspace.rows(sql`select kept from ${ident(workspace.schema, "deal")}`);
  assert.deepEqual(rows, [{ kept: "7" }]);
});

test("a changed type converts what people wrote, or refuses and changes nothing", async (t) => {
  const { workspace } = await testWorkspace(t);
  const me = definer(workspace);
  const publish = (type: string, failures: "refuse" | "empty") =>
    publishBodies(workspace, me, [{ kind: "object", key: "deal", body: objectBody([field("size", type)]) }], {
      ...NOTE,
      failures,
    });
  await publish("text", "refuse");
  await insert(workspace, "deal", { name: "甲", size: "28万" });
  await insert(workspace, "deal", { name: "乙", size: "不详" });
  await assert.rejects(
    publish("number", "refuse"),
    (error) => error instanceof Refusal && error.code === "field_conversion",
  );
  assert.equal(compiledObject(await world(workspace), "deal").fields.get("size")?.type.type, "text");
  await publish("number", "empty");
  const column = compiledObject(await world(workspace), "deal").fields.get("size")?.column ?? "";
  const rows = await workspace.rows(
    sql`select name, ${ident(column)} as size from ${ident(workspace.schema, "deal")} order by id`,
  );
  assert.deepEqual(rows, [
    { name: "甲", size: "280000" },
    { name: "乙", size: null },
  ]);
});
