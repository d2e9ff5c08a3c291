import assert from "node:assert/strict";
import { test } from "node:test";
import { PASSWORD, peopleApp } from "./people-app.ts";

test("an invited colleague joins by a link that works once, and a used link opens nothing", async (t) => {
  const { call, admin, rootUnit } = await peopleApp(t);
  const made = await call(admin, "POST", "/members", {
    name: "李娜",
    email: "lina@example.cn",
    unitId: await rootUnit(),
    roleKeys: ["rep"],
  });
  const link = (await call(admin, "POST", `/members/${made.body.id}/invite`)).body;
  const shown = await call(null, "GET", `/invites/${link.token}`);
  assert.deepEqual(shown.body, { company: "蓝海科技", name: "李娜", email: "lina@example.cn", hasAccount: false });
  const weak = await call(null, "POST", `/invites/${link.token}`, { email: "lina@example.cn", password: "lina2026!!" });
  assert.equal(weak.body.code, "weak_password");
  const joined = await call(null, "POST", `/invites/${link.token}`, { email: "lina@example.cn", password: PASSWORD });
  assert.equal(joined.body.state, "signed_in");
  const me = (await call(joined.cookie, "GET", "/session")).body;
  assert.deepEqual([me.member.name, me.member.roleKeys, me.member.permissions], ["李娜", ["rep"], []]);
  const again = await call(null, "POST", `/invites/${link.token}`, { email: "x@example.cn", password: PASSWORD });
  assert.deepEqual([again.status, again.body.code], [410, "link_expired"]);
});

test("an invitation is void after seven days", async (t) => {
  let now = new Date();
  const { call, admin, rootUnit } = await peopleApp(t, () => now);
  const made = await call(admin, "POST", "/members", { name: "李娜", unitId: await rootUnit() });
  const link = (await call(admin, "POST", `/members/${made.body.id}/invite`)).body;
  now = new Date(now.getTime() + 7 * 86_400_000 + 1000);
  assert.equal((await call(null, "GET", `/invites/${link.token}`)).body.code, "link_expired");
});

test("an administrator's link lets a member choose a new password and ends the old sessions", async (t) => {
  const { call, admin, join, rootUnit } = await peopleApp(t);
  const rep = await join("李娜", "lina@example.cn", await rootUnit(), ["rep"]);
  assert.equal((await call(rep.cookie, "POST", `/members/${rep.id}/password-reset`)).status, 403);
  const link = (await call(admin, "POST", `/members/${rep.id}/password-reset`)).body;
  assert.equal(
    (await call(null, "POST", `/password-resets/${link.token}`, { password: "eleven green bottles" })).status,
    204,
  );
  assert.equal((await call(rep.cookie, "GET", "/session")).status, 401);
  const fresh = await call(null, "POST", "/session", { email: "lina@example.cn", password: "eleven green bottles" });
  assert.equal(fresh.body.state, "signed_in");
});

test("somebody who manages people cannot make a link for, or grant, more than their own permissions", async (t) => {
  const { call, adminId, join, rootUnit } = await peopleApp(t);
  const ops = await join("王运营", "ops@example.cn", await rootUnit(), ["ops"]);
  assert.equal((await call(ops.cookie, "POST", `/members/${adminId}/password-reset`)).status, 403);
  assert.equal((await call(ops.cookie, "PUT", `/members/${ops.id}/roles`, { roleKeys: ["ops", "admin"] })).status, 403);
  assert.equal((await call(ops.cookie, "PUT", `/members/${ops.id}/roles`, { roleKeys: ["ops", "rep"] })).status, 200);
});

test("the last administrator can neither leave nor lose the role", async (t) => {
  const { call, admin, adminId, join, rootUnit } = await peopleApp(t);
  const roles = { roleKeys: ["rep"] };
  assert.equal((await call(admin, "PUT", `/members/${adminId}/roles`, roles)).body.code, "last_admin");
  assert.equal(
    (await call(admin, "PUT", `/members/${adminId}/departure`, { day: "2026-03-09" })).body.code,
    "last_admin",
  );
  await join("李娜", "lina@example.cn", await rootUnit(), ["admin"]);
  assert.equal((await call(admin, "PUT", `/members/${adminId}/roles`, roles)).status, 200);
});

test("a member who leaves loses access at once, and has it again after coming back", async (t) => {
  const { call, admin, join, rootUnit } = await peopleApp(t);
  const rep = await join("李娜", "lina@example.cn", await rootUnit(), ["rep"]);
  assert.equal((await call(rep.cookie, "GET", "/members")).status, 200);
  const left = await call(admin, "PUT", `/members/${rep.id}/departure`, { day: "2026-03-31" });
  assert.deepEqual([left.body.state, left.body.leftOn], ["left", "2026-03-31"]);
  assert.equal((await call(rep.cookie, "GET", "/members")).status, 403);
  await call(admin, "DELETE", `/members/${rep.id}/departure`);
  assert.equal((await call(rep.cookie, "GET", "/members")).status, 200);
});

test("members are found by 汉字, full pinyin and initials, page by page in pinyin order", async (t) => {
  const { call, admin, rootUnit } = await peopleApp(t);
  const rows = ["张伟", "李娜", "单雄信", "王芳", "Alice Lee"].map((name) => ({ name }));
  assert.equal((await call(admin, "POST", "/members/batches", { rows })).body.created, 5);
  const found = async (search: string) => {
    const { items } = (await call(admin, "GET", `/members?search=${encodeURIComponent(search)}`)).body;
    return items.map((member: { name: string }) => member.name);
  };
  assert.deepEqual(await found("张"), ["张伟"]);
  assert.deepEqual(await found("shanxiong"), ["单雄信"]);
  assert.deepEqual(await found("ln"), ["李娜"]);
  assert.deepEqual(await found("alice"), ["Alice Lee"]);
  assert.deepEqual(await found("%"), []);
  const first = (await call(admin, "GET", "/members?limit=4")).body;
  const rest = (await call(admin, "GET", `/members?limit=4&cursor=${encodeURIComponent(first.next)}`)).body;
  const names = [...first.items, ...rest.items].map((member: { name: string }) => member.name);
  assert.deepEqual(names, ["Alice Lee", "陈总", "李娜", "单雄信", "王芳", "张伟"]);
  const unit = await rootUnit();
  assert.equal((await call(admin, "GET", `/members?unit=${unit}&role=admin`)).body.items.length, 1);
});

test("a pasted list makes units, members and leaders, and pasting it again changes nothing", async (t) => {
  const { call, admin } = await peopleApp(t);
  const rows = [
    { name: "Anna Snelling", unitPath: ["Central", "Dustin 团队"], leaderName: "Dustin Brinkmann" },
    { name: "Cecily Lampkin", unitPath: ["Central", "Dustin 团队"], leaderName: "Dustin Brinkmann" },
    { name: "Hayden Neloms", unitPath: ["West", "Summer 团队"], leaderName: "Summer Sewald" },
  ];
  const pasted = (await call(admin, "POST", "/members/batches", { rows })).body;
  assert.deepEqual([pasted.created, pasted.moved, pasted.units], [5, 0, 4]);
  const again = (await call(admin, "POST", "/members/batches", { rows })).body;
  assert.deepEqual([again.created, again.moved, again.units], [0, 0, 0]);
  assert.deepEqual(again.memberIds, pasted.memberIds);
  const { items } = (await call(admin, "GET", "/units")).body;
  const team = items.find((unit: { name: string }) => unit.name === "Dustin 团队");
  assert.deepEqual([team.leader.name, team.members], ["Dustin Brinkmann", 3]);
  const moved = [{ name: "Anna Snelling", unitPath: ["West", "Summer 团队"] }];
  assert.equal((await call(admin, "POST", "/members/batches", { rows: moved })).body.moved, 1);
});

test("a list in which somebody stands twice is refused whole, with the row", async (t) => {
  const { call, admin } = await peopleApp(t);
  const rows = [{ name: "张伟", unitPath: ["一组"] }, { name: "李娜" }, { name: "张伟", unitPath: ["一组"] }];
  const refused = await call(admin, "POST", "/members/batches", { rows });
  assert.deepEqual(refused.body.issues, [
    { code: "duplicate_person", params: { name: "张伟", row: 1 }, path: ["body", "rows", 2] },
  ]);
  assert.equal((await call(admin, "GET", "/members")).body.items.length, 1);
});

test("contact data is shown to those who manage people, and to oneself", async (t) => {
  const { call, admin, adminId, join, rootUnit } = await peopleApp(t);
  const rep = await join("李娜", "lina@example.cn", await rootUnit(), ["rep"]);
  assert.equal((await call(rep.cookie, "GET", `/members/${adminId}`)).body.email, null);
  assert.equal((await call(rep.cookie, "GET", `/members/${rep.id}`)).body.email, "lina@example.cn");
  assert.equal((await call(admin, "GET", `/members/${rep.id}`)).body.email, "lina@example.cn");
  assert.equal((await call(rep.cookie, "PATCH", `/members/${adminId}`, { name: "别人" })).status, 403);
});
