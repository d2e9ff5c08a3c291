import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../src/platform/id.ts";
import type { Db } from "../../src/platform/postgres/db.ts";
import { undoBatch } from "../../src/records/undo-store.ts";
import { company } from "./company.ts";

/** Every byte of the tables that hold the company's data. */
async function fingerprint(db: Db): Promise<unknown> {
  const { rows } = await db.pool.query(`
    select (select md5(string_agg(c::text, '|' order by c.id)) from w_test.customer c) as customers,
      (select md5(string_agg(d::text, '|' order by d.id)) from w_test.deal d) as deals,
      (select md5(string_agg(o::text, '|' order by o.record_id, o.from_at)) from w_test.ownership o) as owners`);
  return rows[0];
}

test("undoing an import of new, changed, transferred and deleted records leaves every byte as before", async (t) => {
  let now = new Date("2026-03-01T02:00:00Z");
  const { db, ws, ids, system, access, create, write } = await company(t, () => now);
  const zhao = await access("zhao");
  const [customer = ""] = await create(zhao, "customer", { name: "上海华为", sector: "通信" });
  const deals = await create(
    zhao,
    "deal",
    { name: "A", amount: "1.50", tags: ["a"] },
    { name: "B", owner: ids.li },
    { name: "C", customer },
  );
  now = new Date("2026-03-02T02:00:00Z");
  await write(zhao, "deal", [{ op: "update", id: deals[1] ?? "", values: { owner: ids.wang } }]);
  const before = await fingerprint(db);
  now = new Date("2026-03-03T02:00:00Z");
  const cause = newId();
  const fresh = newId();
  await write(
    zhao,
    "customer",
    [
      { op: "create", id: fresh, values: { name: "新客户" } },
      { op: "update", id: customer, values: { name: "北京华为", sector: null } },
    ],
    cause,
  );
  await write(
    zhao,
    "deal",
    [
      { op: "create", values: { name: "D", customer: fresh } },
      { op: "update", id: deals[0] ?? "", values: { name: "改名", amount: "2.00", tags: null, customer: fresh } },
      { op: "update", id: deals[1] ?? "", values: { owner: ids.zhao } },
      { op: "delete", id: deals[2] ?? "" },
    ],
    cause,
  );
  now = new Date("2026-03-04T02:00:00Z");
  await write(
    zhao,
    "deal",
    [
      { op: "update", id: deals[0] ?? "", values: { amount: "3" } },
      { op: "update", id: deals[1] ?? "", values: { owner: ids.li } },
    ],
    cause,
  );
  assert.notDeepEqual(await fingerprint(db), before);
  const result = await ws.transaction((trx) => undoBatch(trx, system, cause));
  assert.deepEqual(result, { undone: 6, kept: [] });
  assert.deepEqual(await fingerprint(db), before);
});

test("undo leaves alone and lists what was changed since or is referred to by now", async (t) => {
  const { ws, access, create, write } = await company(t);
  const zhao = await access("zhao");
  const cause = newId();
  const made = await write(
    zhao,
    "customer",
    ["甲", "乙", "丙"].map((name) => ({ op: "create", values: { name } })),
    cause,
  );
  const [a = "", b = "", c = ""] = made.records.map((record) => record?.id ?? "");
  await write(zhao, "customer", [{ op: "update", id: a, values: { name: "甲甲" } }]);
  await create(zhao, "deal", { name: "D", customer: b });
  const result = await ws.transaction((trx) => undoBatch(trx, zhao, cause));
  assert.equal(result.undone, 1);
  assert.deepEqual(
    new Set(result.kept.map(({ id, reason }) => `${id} ${reason}`)),
    new Set([`${a} changed_since`, `${b} still_referenced`]),
  );
  const again = await ws.transaction((trx) => undoBatch(trx, zhao, cause));
  assert.equal(again.undone, 0);
  assert.ok(again.kept.some(({ id }) => id === c));
});
