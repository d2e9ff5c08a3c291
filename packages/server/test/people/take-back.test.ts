import assert from "node:assert/strict";
import { test } from "node:test";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { accessOf } from "../../src/people/access.ts";
import { createRootUnit } from "../../src/people/organisation-store.ts";
import { upsertPeople } from "../../src/people/people-batch.ts";
import { forgetExpired } from "../../src/people/sign-in/expired-store.ts";
import { takeBackPeople } from "../../src/people/take-back-store.ts";
import { listUnits } from "../../src/people/unit-store.ts";
import { testWorkspace } from "../support/database.ts";

test("people and units an import made can be taken back, but not a unit others have joined", async (t) => {
  const { workspace: ws } = await testWorkspace(t);
  const access = accessOf(systemActor(ws.id, "test", "test"));
  await ws.transaction((trx) => createRootUnit(trx, "公司"));
  const rows = [
    { name: "张伟", unitPath: ["华东", "一组"], leaderName: "王主管" },
    { name: "李娜", unitPath: ["华西"] },
  ];
  const { made } = await ws.transaction((trx) => upsertPeople(trx, access, rows));
  await ws.transaction((trx) => upsertPeople(trx, access, [{ name: "后来的人", unitPath: ["华东"] }]));
  assert.deepEqual(await ws.transaction((trx) => takeBackPeople(trx, access, made)), { members: 3, units: 2 });
  assert.deepEqual(
    (await listUnits(ws)).map((unit) => unit.name),
    ["公司", "华东"],
  );
});

test("a list of names gives leaders the leader's role beside their own", async (t) => {
  const { workspace: ws } = await testWorkspace(t);
  const access = accessOf(systemActor(ws.id, "test", "test"));
  await ws.transaction((trx) => createRootUnit(trx, "公司"));
  await ws.transaction((trx) =>
    upsertPeople(trx, access, [{ name: "张伟", unitPath: ["一组"], leaderName: "王主管" }]),
  );
  const rows = await ws.tables
    .selectFrom("member_role")
    .innerJoin("member", "member.id", "member_id")
    .select(["name", "role_key"])
    .orderBy("name")
    .orderBy("role_key")
    .execute();
  assert.deepEqual(
    rows.map((row) => `${row.name}:${row.role_key}`).sort(),
    ["张伟:rep", "王主管:leader", "王主管:rep"].sort(),
  );
});

test("what has expired leaves the database", async (t) => {
  const { db } = await testWorkspace(t);
  const now = new Date();
  const old = new Date(now.getTime() - 2 * 86_400_000);
  await db.platform
    .insertInto("sign_in_failure")
    .values([
      { key: "a", failures: 1, since: old },
      { key: "b", failures: 1, since: now },
    ])
    .execute();
  await forgetExpired(db, now);
  assert.deepEqual(await db.platform.selectFrom("sign_in_failure").select("key").execute(), [{ key: "b" }]);
});
