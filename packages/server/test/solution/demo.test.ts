import assert from "node:assert/strict";
import { test } from "node:test";
import { equip } from "../../src/composition/equip.ts";
import { recordSight } from "../../src/composition/record-sight.ts";
import { world } from "../../src/model/world.ts";
import type { PeopleOptions } from "../../src/people/people-options.ts";
import { loadDemo, removeDemo } from "../../src/solution/demo-company.ts";
import { testWorkspace } from "../support/database.ts";
import { databasePrint } from "../support/database-print.ts";

test("the demo company is loaded with one call and removed without traces", async (t) => {
  const clock = () => new Date("2026-11-23T02:00:00Z");
  const { db } = await testWorkspace(t, clock);
  const accountId = "account-demo";
  await db.pool.query(
    "insert into public.account (id, name, email, email_verified, created_at, updated_at) values ($1, '演示', 'demo@example.com', true, now(), now())",
    [accountId],
  );
  const before = await databasePrint(db);
  const options = {
    db,
    clock,
    worldOf: world,
    equip,
    records: recordSight,
    auth: undefined as unknown as PeopleOptions["auth"],
    removeFiles: async () => undefined,
  };
  const id = await loadDemo(options, { id: accountId, name: "演示", email: "demo@example.com" });
  const { rows } = await db.pool.query<{ key: string }>("select key from public.workspace where id = $1", [id]);
  const deals = await db.pool.query(`select id from w_${rows[0]?.key}.opportunity`);
  assert.ok((deals.rowCount ?? 0) > 2000);
  const { rows: entries } = await db.pool.query<{ total: string }>(
    `select sum(amount)::text as total, count(*) from w_${rows[0]?.key}.target_entry having count(*) > 1000`,
  );
  assert.equal(Number(entries[0]?.total), 0, "what is given to people is taken from the company's plan");
  assert.equal(await removeDemo(options, accountId), true);
  assert.deepEqual(await databasePrint(db), before);
});
