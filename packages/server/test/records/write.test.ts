import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../../src/platform/id.ts";
import { getRecord, listRecords } from "../../src/records/list-store.ts";
import { company } from "./company.ts";

test("a new deal gets its owner, default stage and number, and reads back as written", async (t) => {
  const { ws, ids, system, access, create } = await company(t);
  const li = await access("li");
  const [customer = ""] = await create(system, "customer", {
    owner: ids.li,
    name: "上海华为技术有限公司",
    sector: "通信",
    phone: "+8613800138000",
  });
  const [id = ""] = await create(li, "deal", {
    name: "服务器",
    customer,
    amount: "1234.50",
    tags: ["b", "a"],
    closed_on: "2026-03-09",
  });
  const { record, titles } = await getRecord(ws, li, "deal", id);
  assert.equal(record.version, 1);
  const { created_at, updated_at, ...values } = record.values;
  assert.match(String(created_at), /^\d{4}-\d\d-\d\dT.*Z$/);
  assert.equal(created_at, updated_at);
  assert.deepEqual(values, {
    id,
    version: "1",
    owner: ids.li,
    created_by: ids.li,
    updated_by: ids.li,
    name: "服务器",
    customer,
    amount: "1234.5",
    stage: "lead",
    closed_on: "2026-03-09",
    tags: ["b", "a"],
    partners: null,
    no: "SJ-0001",
    doubled: "2469",
    sector: "通信",
  });
  assert.deepEqual(titles, { member: { [ids.li]: "李明" }, customer: { [customer]: "上海华为技术有限公司" } });
  assert.ok(record.canEdit && record.canDelete);
  const page = await listRecords(ws, li, { object: "customer", fields: [["name"], ["phone"], ["won"]] });
  assert.deepEqual(page.items[0]?.values, { name: "上海华为技术有限公司", phone: "+86138****8000", won: "1234.5" });
});

test("two people change different fields of one deal and both stay; the same field is a conflict with both values", async (t) => {
  const { ws, access, create, write } = await company(t);
  const li = await access("li");
  const zhao = await access("zhao");
  const [id = ""] = await create(li, "deal", { name: "A", amount: "1" });
  await write(zhao, "deal", [{ op: "update", id, version: 1, values: { amount: "2" } }]);
  const merged = await write(li, "deal", [{ op: "update", id, version: 1, values: { name: "B" } }]);
  assert.deepEqual(merged.records, [{ id, version: 3 }]);
  await assert.rejects(
    write(li, "deal", [{ op: "update", id, version: 1, values: { amount: "3" } }]),
    (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.code, "record_changed");
      assert.deepEqual(error.params, { fields: ["amount"], version: 3, yours: "3", theirs: "2" });
      return true;
    },
  );
  assert.equal((await getRecord(ws, li, "deal", id)).record.values["amount"], "2");
});

test("a faulty batch writes nothing and tells every fault with its row and field", async (t) => {
  const { ws, access, create, write } = await company(t);
  const li = await access("li");
  await create(li, "customer", { name: "甲", credit_no: "X1" });
  const ops = [
    { op: "create", values: { name: "乙", credit_no: "X1" } },
    { op: "create", values: { sector: "x" } },
    { op: "create", values: { name: "丙", nonsense: 1 } },
    { op: "create", values: { name: "丁", owner: newId() } },
  ] as const;
  await assert.rejects(write(li, "customer", ops), (error: unknown) => {
    assert.ok(error instanceof Refusal);
    assert.deepEqual(
      error.issues.map(({ code, path }) => [code, ...path]),
      [
        ["value_not_unique", "ops", 0, "values", "credit_no"],
        ["field_required", "ops", 1, "values", "name"],
        ["field_unknown", "ops", 2, "values", "nonsense"],
        ["reference_not_found", "ops", 3, "values", "owner"],
      ],
    );
    return true;
  });
  assert.equal((await listRecords(ws, li, { object: "customer" })).items.length, 1);
  await assert.rejects(create(li, "deal", { name: "A", amount: "-1" }), {
    code: "record_rule",
    params: { zh: "金额不能为负", en: "The amount may not be negative" },
  });
});

test("saving without a difference makes no version and no entry in the log", async (t) => {
  const { db, access, create, write } = await company(t);
  const li = await access("li");
  const [id = ""] = await create(li, "deal", { name: "A", amount: "1.50" });
  const saved = await write(li, "deal", [{ op: "update", id, version: 1, values: { name: "A", amount: "1.5" } }]);
  assert.deepEqual(saved.records, [{ id, version: 1 }]);
  const { rows } = await db.pool.query("select op from w_test.change");
  assert.deepEqual(rows, [{ op: "create" }]);
});

test("a deal that changes hands keeps who owned it when", async (t) => {
  let now = new Date("2026-03-01T02:00:00Z");
  const { db, ids, access, create, write } = await company(t, () => now);
  const zhao = await access("zhao");
  const [id = ""] = await create(zhao, "deal", { name: "A", owner: ids.li });
  now = new Date("2026-03-05T02:00:00Z");
  await write(zhao, "deal", [{ op: "update", id, values: { owner: ids.wang } }]);
  now = new Date("2026-03-09T02:00:00Z");
  await write(zhao, "deal", [{ op: "update", id, values: { owner: ids.zhao } }]);
  const { rows } = await db.pool.query("select member_id, from_at, to_at from w_test.ownership order by from_at");
  assert.deepEqual(rows, [
    { member_id: ids.li, from_at: new Date("1900-01-01T00:00:00Z"), to_at: new Date("2026-03-05T02:00:00Z") },
    { member_id: ids.wang, from_at: new Date("2026-03-05T02:00:00Z"), to_at: new Date("2026-03-09T02:00:00Z") },
    { member_id: ids.zhao, from_at: new Date("2026-03-09T02:00:00Z"), to_at: null },
  ]);
});
