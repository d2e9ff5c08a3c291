import assert from "node:assert/strict";
import { test } from "node:test";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { type ChangeConsumer, openDispatcher } from "../../src/records/dispatcher.ts";
import { company } from "./company.ts";

const note: ChangeConsumer = {
  name: "note",
  async consume(trx, changes) {
    for (const { id } of changes)
      await trx.rows(sql`insert into ${ident(trx.schema, "effect")} (change_id) values (${id}::uuid)`);
  },
};

test("a change takes effect once, however often the consumer fails and whoever dispatches at the same time", async (t) => {
  const { db, ws, access, create } = await company(t);
  await db.pool.query("create table w_test.effect (change_id uuid)");
  let failures = 2;
  const failing: ChangeConsumer = {
    name: "failing",
    async consume() {
      if (failures-- > 0) throw new Error("killed between the effect and its commit");
    },
  };
  const open = () => openDispatcher({ db, consumers: [note, failing], pollMs: 60_000 });
  const [one, two] = [open(), open()];
  t.after(() => Promise.all([one.close(), two.close()]));
  const zhao = await access("zhao");
  await create(zhao, "deal", ...Array.from({ length: 30 }, (_, index) => ({ name: `D${index}` })));
  for (let attempt = 0; attempt < 5; attempt++) await Promise.allSettled([one.drain(ws), two.drain(ws)]);
  const { rows } = await db.pool.query(`
    select (select count(*)::int from w_test.effect) as effects, (select count(distinct change_id)::int from w_test.effect) as once,
      (select count(*)::int from w_test.change) as changes, (select count(*)::int from w_test.change_pending) as pending`);
  assert.deepEqual(rows[0], { effects: 30, once: 30, changes: 30, pending: 0 });
});

test("a write in this process is seen by the consumers at once", async (t) => {
  const { db, access, create } = await company(t);
  const seen = Promise.withResolvers<readonly string[]>();
  const dispatcher = openDispatcher({
    db,
    consumers: [],
    onDispatched: (_workspace, changes) => seen.resolve(changes.map(({ object, op }) => `${object} ${op}`)),
    pollMs: 60_000,
  });
  t.after(() => dispatcher.close());
  await create(await access("li"), "deal", { name: "A" });
  assert.deepEqual(await seen.promise, ["deal create"]);
});
