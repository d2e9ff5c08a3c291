import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { DEAL, peopleApp } from "./people-app.ts";

test("previewing as a rep shows the rep's rights, changes nothing and is logged", async (t) => {
  const { call, admin, adminId, rep, root } = await team(t);
  const as = { "x-preview-as": rep.id };
  const me = (await call(admin, "GET", "/session", undefined, as)).body;
  assert.deepEqual([me.member.name, me.member.permissions, me.preview], ["张伟", [], { memberId: rep.id }]);
  assert.equal((await call(admin, "GET", "/audit", undefined, as)).status, 403);
  const write = await call(admin, "POST", "/members", { name: "别人", unitId: root }, as);
  assert.deepEqual([write.status, write.body.code], [403, "preview_read_only"]);
  assert.equal((await call(admin, "DELETE", "/account/sessions", undefined, as)).body.code, "preview_read_only");
  const { items } = (await call(admin, "GET", "/audit?kind=preview")).body;
  assert.deepEqual(
    items.map((each: { member: { id: string }; subjectId: string }) => [each.member.id, each.subjectId]),
    [[adminId, rep.id]],
  );
});

test("only those who manage people may preview, and nobody with more permissions than their own", async (t) => {
  const { call, admin, adminId, rep, join, root } = await team(t);
  const ops = await join("王运营", "ops@example.cn", root, ["ops"]);
  assert.equal((await call(ops.cookie, "GET", "/session", undefined, { "x-preview-as": rep.id })).status, 200);
  assert.equal((await call(ops.cookie, "GET", "/session", undefined, { "x-preview-as": adminId })).status, 403);
  assert.equal((await call(rep.cookie, "GET", "/session", undefined, { "x-preview-as": adminId })).status, 403);
  assert.equal((await call(admin, "GET", "/session", undefined, { "x-preview-as": "nobody" })).status, 404);
});

test("why a leader sees a rep's deal is answered with the role, the scope and the way down the organisation", async (t) => {
  const { call, admin, leader, rep, deal } = await team(t);
  deal.ownerId = rep.id;
  const answer = (await call(admin, "GET", `/members/${leader.id}/why?object=deal&id=${DEAL}`)).body;
  assert.equal(answer.record.owner.name, "张伟");
  const read = answer.grants.find((grant: { action: string }) => grant.action === "read");
  assert.deepEqual([read.role, read.scope, read.covers, read.through], ["leader", "subtree", true, ["华东", "一组"]]);
  const other = (await call(admin, "GET", `/members/${rep.id}/why?object=deal&id=${DEAL}`)).body;
  assert.deepEqual(
    other.grants.map((grant: { scope: string; covers: boolean }) => [grant.scope, grant.covers]),
    [
      ["own", true],
      ["own", true],
    ],
  );
  assert.equal(other.fields.find((field: { key: string }) => field.key === "phone").right, "write");
  deal.ownerId = leader.id;
  const hidden = (await call(admin, "GET", `/members/${rep.id}/why?object=deal&id=${DEAL}`)).body;
  assert.equal(hidden.grants[0].covers, false);
});

test("one may ask why about oneself, not about others", async (t) => {
  const { call, leader, rep } = await team(t);
  assert.equal((await call(rep.cookie, "GET", `/members/${rep.id}/why?object=deal`)).status, 200);
  assert.equal((await call(rep.cookie, "GET", `/members/${leader.id}/why?object=deal`)).status, 403);
});

test("a key acts with the roles given to it, never more than its maker has, and stops when revoked", async (t) => {
  const { call, admin, join, root } = await team(t);
  const beyond = await call(admin, "POST", "/api-keys", { name: "BI", roleKeys: ["finance"] });
  assert.deepEqual([beyond.status, beyond.body.code], [403, "key_beyond_own_roles"]);
  const second = await join("赵管理", "zhao@example.cn", root, ["admin", "rep"]);
  const made = (await call(second.cookie, "POST", "/api-keys", { name: "BI", roleKeys: ["admin"], days: 30 })).body;
  const key = { authorization: `Bearer ${made.text}` };
  assert.match(made.text, /^dbk_/);
  assert.equal((await call(null, "GET", "/audit", undefined, key)).status, 200);
  assert.equal((await call(null, "GET", "/session", undefined, key)).status, 403);
  assert.equal(
    (await call(null, "POST", "/api-keys", { name: "more", roleKeys: ["admin"] }, key)).body.code,
    "keys_by_people_only",
  );
  await call(admin, "PUT", `/members/${second.id}/roles`, { roleKeys: ["rep"] });
  assert.equal((await call(null, "GET", "/audit", undefined, key)).status, 403);
  assert.equal((await call(null, "GET", "/members", undefined, key)).status, 200);
  assert.equal((await call(admin, "DELETE", `/api-keys/${made.id}`)).status, 204);
  assert.equal((await call(null, "GET", "/members", undefined, key)).status, 401);
  const [shown] = (await call(admin, "GET", "/api-keys")).body.items;
  assert.ok(shown.revokedAt && shown.lastUsedAt);
});

test("a key expires on its day and a guessed one opens nothing", async (t) => {
  let now = new Date();
  const { call, admin } = await peopleApp(t, () => now);
  const made = (await call(admin, "POST", "/api-keys", { name: "BI", roleKeys: ["admin"], days: 1 })).body;
  const guess = `${made.text.slice(0, -1)}${made.text.endsWith("A") ? "B" : "A"}`;
  assert.equal((await call(null, "GET", "/members", undefined, { authorization: `Bearer ${guess}` })).status, 401);
  now = new Date(now.getTime() + 86_400_001);
  assert.equal((await call(null, "GET", "/members", undefined, { authorization: `Bearer ${made.text}` })).status, 401);
});

async function team(t: TestContext) {
  const company = await peopleApp(t);
  const { call, admin } = company;
  const root = await company.rootUnit();
  const east = (await call(admin, "POST", "/units", { parentId: root, name: "华东" })).body.id as string;
  const one = (await call(admin, "POST", "/units", { parentId: east, name: "一组" })).body.id as string;
  const leader = await company.join("王主管", "wang@example.cn", east, ["leader"]);
  const rep = await company.join("张伟", "zhang@example.cn", one, ["rep"]);
  return { ...company, root, leader, rep };
}
