import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { peopleApp } from "./people-app.ts";

test("after a transfer a member belongs to the old team before the day and to the new one from it", async (t) => {
  const { call, admin, rep, first, second, unitNames } = await twoTeams(t);
  const done = await call(admin, "POST", `/members/${rep}/transfers`, { unitId: second, day: "2026-03-01" });
  assert.deepEqual(
    done.body.items.map((each: { unit: { name: string }; fromDay: string; toDay: string | null }) => [
      each.unit.name,
      each.fromDay,
      each.toDay,
    ]),
    [
      ["二组", "2026-03-01", null],
      ["一组", "1900-01-01", "2026-03-01"],
    ],
  );
  assert.deepEqual(await unitNames("2026-02-28"), ["蓝海科技", "一组"]);
  assert.deepEqual(await unitNames("2026-03-01"), ["蓝海科技", "二组"]);
  const back = await call(admin, "POST", `/members/${rep}/transfers`, { unitId: first, day: "2026-03-01" });
  assert.equal(back.body.items.length, 2);
  assert.deepEqual(await unitNames("2026-03-01"), ["蓝海科技", "一组"]);
});

test("two primary units on one day are refused, a second supporting one is not", async (t) => {
  const { call, admin, rep, second } = await twoTeams(t);
  const primary = { unitId: second, kind: "primary", fromDay: "2026-01-01", toDay: "2026-02-01" };
  const refused = await call(admin, "POST", `/members/${rep}/memberships`, primary);
  assert.deepEqual([refused.status, refused.body.code, refused.body.params.unit], [409, "membership_overlaps", "一组"]);
  const secondary = await call(admin, "POST", `/members/${rep}/memberships`, { ...primary, kind: "secondary" });
  assert.equal(secondary.body.items.length, 2);
  const reversed = await call(admin, "POST", `/members/${rep}/memberships`, {
    unitId: second,
    fromDay: "2026-02-01",
    toDay: "2026-01-01",
  });
  assert.equal(reversed.body.code, "days_reversed");
});

test("a wrong day in the history can be corrected and a mistaken entry taken back", async (t) => {
  const { call, admin, rep, second, unitNames } = await twoTeams(t);
  const moved = (await call(admin, "POST", `/members/${rep}/transfers`, { unitId: second, day: "2026-03-01" })).body
    .items;
  const [now, before] = moved;
  const overlapping = await call(admin, "PATCH", `/members/${rep}/memberships/${now.id}`, { fromDay: "2026-02-01" });
  assert.equal(overlapping.body.code, "membership_overlaps");
  await call(admin, "PATCH", `/members/${rep}/memberships/${before.id}`, { toDay: "2026-02-01" });
  assert.equal(
    (await call(admin, "PATCH", `/members/${rep}/memberships/${now.id}`, { fromDay: "2026-02-01" })).status,
    200,
  );
  assert.deepEqual(await unitNames("2026-02-10"), ["蓝海科技", "二组"]);
  assert.equal((await call(admin, "DELETE", `/members/${rep}/memberships/${now.id}`)).body.items.length, 1);
  assert.deepEqual(await unitNames("2026-02-10"), []);
});

test("a team that moves takes its history with it only from the day of the move", async (t) => {
  const { call, admin, first, second, unitNames } = await twoTeams(t);
  const moved = await call(admin, "POST", `/units/${first}/moves`, { parentId: second, day: "2026-03-01" });
  assert.equal(moved.body.parentId, second);
  assert.deepEqual(await unitNames("2026-02-28"), ["蓝海科技", "一组"]);
  assert.deepEqual(await unitNames("2026-03-01"), ["蓝海科技", "二组", "一组"]);
  const circle = await call(admin, "POST", `/units/${second}/moves`, { parentId: first, day: "2026-04-01" });
  assert.deepEqual([circle.status, circle.body.code], [409, "unit_cycle"]);
  assert.deepEqual(await unitNames("2026-04-01"), ["蓝海科技", "二组", "一组"]);
});

test("a unit with people in it cannot be archived, an empty one can and takes nobody any more", async (t) => {
  const { call, admin, rep, first, second, root } = await twoTeams(t);
  assert.deepEqual((await call(admin, "PATCH", `/units/${first}`, { archived: true })).body.params, {
    members: 1,
    units: 0,
  });
  assert.equal((await call(admin, "PATCH", `/units/${root}`, { archived: true })).body.code, "unit_root");
  assert.equal((await call(admin, "PATCH", `/units/${second}`, { archived: true })).body.archived, true);
  const transfer = await call(admin, "POST", `/members/${rep}/transfers`, { unitId: second, day: "2026-03-01" });
  assert.equal(transfer.body.code, "unit_archived");
});

test("what changed in the organisation, and who changed it, is in the audit log", async (t) => {
  const { call, admin, adminId, rep, second, join, root } = await twoTeams(t);
  await call(admin, "POST", `/members/${rep}/transfers`, { unitId: second, day: "2026-03-01" });
  const { items } = (await call(admin, "GET", "/audit?kind=membership_changed")).body;
  assert.deepEqual([items.length, items[0].member.id, items[0].subjectId], [1, adminId, rep]);
  const signIns = (await call(admin, "GET", "/audit?limit=1")).body;
  const next = (await call(admin, "GET", `/audit?limit=1&cursor=${encodeURIComponent(signIns.next)}`)).body;
  assert.notEqual(signIns.items[0].id, next.items[0].id);
  const other = await join("李娜", "lina@example.cn", root, ["rep"]);
  assert.equal((await call(other.cookie, "GET", "/audit")).status, 403);
});

async function twoTeams(t: TestContext) {
  const company = await peopleApp(t);
  const { call, admin } = company;
  const root = await company.rootUnit();
  const first = (await call(admin, "POST", "/units", { parentId: root, name: "一组" })).body.id as string;
  const second = (await call(admin, "POST", "/units", { parentId: root, name: "二组" })).body.id as string;
  const rep = (await call(admin, "POST", "/members", { name: "张伟", unitId: first })).body.id as string;
  const unitNames = async (day: string): Promise<string[]> => {
    const { units } = (await call(admin, "GET", `/members/${rep}/unit?day=${day}`)).body;
    return units.map((unit: { name: string }) => unit.name);
  };
  return { ...company, root, first, second, rep, unitNames };
}
