import assert from "node:assert/strict";
import { test } from "node:test";
import type { WriteOp } from "@dabiao/core/records/write-batch.ts";
import { newId } from "../../src/platform/id.ts";
import { writeRecords } from "../../src/records/write-store.ts";
import { company } from "./company.ts";

const MANY = 300;

test("while many deals of a customer are being written nobody can end the customer, and afterwards its key holds it", async (t) => {
  const { ws, db, system } = await company(t);
  const customer = newId();
  const write = (object: string, ops: WriteOp[]) => ({
    object,
    ops,
    source: "import" as const,
    cause: "file-1",
    onError: "collect" as const,
  });
  await ws.transaction((trx) =>
    writeRecords(trx, system, write("customer", [{ op: "create", id: customer, values: { name: "华为" } }])),
  );
  const gone = newId();
  const ops = Array.from({ length: MANY }, (_, index): WriteOp => {
    const values = { name: `单 ${index}`, customer: index === 7 ? gone : customer };
    return { op: "create", values };
  });
  const other = await db.pool.connect();
  try {
    await ws.transaction(async (trx) => {
      const { created, issues } = await writeRecords(trx, system, write("deal", ops));
      assert.equal(created, MANY - 1);
      assert.deepEqual(
        issues.map(({ row, code }) => [row, code]),
        [[7, "reference_not_found"]],
      );
      await other.query("set lock_timeout = '200ms'");
      await assert.rejects(other.query("delete from w_test.customer where id = $1", [customer]), { code: "55P03" });
      const [role] = await trx.rows<{ role: string }>({
        kind: "compiled",
        text: "select current_setting('session_replication_role') as role",
        values: [],
      });
      assert.equal(role?.role, "origin", "what follows in the transaction is held to its keys again");
    });
    await assert.rejects(other.query("delete from w_test.customer where id = $1", [customer]), { code: "23503" });
  } finally {
    other.release(true);
  }
  const { rows } = await db.pool.query<{ deals: string; changes: string; found: string }>(`
    select count(*) as deals, (select count(*) from w_test.change where cause = 'file-1' and object = 'deal') as changes,
      count(*) filter (where search @> array['单']) as found from w_test.deal`);
  assert.deepEqual(rows[0], { deals: String(MANY - 1), changes: String(MANY - 1), found: String(MANY - 1) });
});
