import assert from "node:assert/strict";
import { test } from "node:test";
import type { World } from "@dabiao/core/model/kind.ts";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { RoleBody } from "@dabiao/core/people/role.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { accessOf, resolveAccess } from "../../src/people/access.ts";
import { newId } from "../../src/platform/id.ts";
import type { Workspace } from "../../src/platform/postgres/db.ts";
import { testWorkspace } from "../support/database.ts";

const NOW = new Date("2026-03-09T02:00:00Z");

test("a leader's subtree holds the team's members and those of the teams below", async (t) => {
  const { ws, ids } = await company(t);
  const access = await resolveAccess(
    ws,
    world({ leader: { opportunity: { read: "subtree" } } }),
    actor(ws, ids.boss, ["leader"]),
    NOW,
  );
  assert.deepEqual([...access.members("subtree")].sort(), [ids.boss, ids.rep].sort());
  assert.deepEqual(access.members("unit"), [ids.boss]);
  assert.deepEqual(access.members("own"), [ids.boss]);
  assert.equal(access.units("subtree").length, 2);
});

test("rights of two roles add up, and no role means nothing is readable", async (t) => {
  const { ws, ids } = await company(t);
  const both = world({
    rep: { opportunity: { read: "own", create: true, fields: { cost: "hidden" } } },
    finance: { opportunity: { read: "all", fields: { cost: "read", phone: "masked" } } },
  });
  const access = await resolveAccess(ws, both, actor(ws, ids.rep, ["rep", "finance"]), NOW);
  const right = access.object("opportunity");
  assert.deepEqual(right.read, [{ kind: "all" }]);
  assert.deepEqual(
    [right.create, right.update, right.field("cost"), right.field("phone")],
    [true, [], "read", "write"],
  );
  const none = (await resolveAccess(ws, both, actor(ws, ids.rep, []), NOW)).object("opportunity");
  assert.deepEqual([none.read, none.field("amount")], [[], "hidden"]);
});

test("rights tried out in a draft are not mistaken for those in force", async (t) => {
  const { ws, ids } = await company(t);
  const asRep = actor(ws, ids.rep, ["rep"]);
  const draft = await resolveAccess(ws, world({ rep: { opportunity: { read: "all" } } }), asRep, NOW);
  const published = await resolveAccess(ws, world({ rep: { opportunity: { read: "own" } } }), asRep, NOW);
  assert.deepEqual(draft.object("opportunity").read, [{ kind: "all" }]);
  assert.deepEqual(published.object("opportunity").read, [{ kind: "members", ids: [ids.rep] }]);
});

test("the product's own work is not limited", () => {
  const access = accessOf(systemActor("w", "test", "r"));
  assert.deepEqual(access.object("opportunity").read, [{ kind: "all" }]);
  assert.ok(access.can("system.manage"));
});

async function company(t: Parameters<typeof testWorkspace>[0]) {
  const { workspace: ws } = await testWorkspace(t);
  const ids = { boss: newId(), rep: newId(), top: newId(), team: newId() };
  const at = { created_at: NOW, updated_at: NOW };
  await ws.transaction(async ({ tables }) => {
    const member = (id: string, name: string) => ({
      id,
      name,
      pinyin: name,
      search: name,
      state: "active" as const,
      ...at,
    });
    await tables
      .insertInto("member")
      .values(
        [member(ids.boss, "boss"), member(ids.rep, "rep")].map((row) => ({
          ...row,
          email: null,
          phone: null,
          employee_no: null,
          account_id: null,
          joined_on: null,
          left_on: null,
          locale: "zh-CN",
        })),
      )
      .execute();
    const unit = (id: string, parent: string | null) => ({
      id,
      parent_id: parent,
      name: id,
      level: null,
      leader_id: null,
      sort: 0,
      archived: false,
      ...at,
    });
    await tables
      .insertInto("unit")
      .values([unit(ids.top, null), unit(ids.team, ids.top)])
      .execute();
    const path = (ancestor_id: string, unit_id: string, depth: number) => ({
      ancestor_id,
      unit_id,
      depth,
      from_day: EVER,
      to_day: null,
    });
    await tables
      .insertInto("unit_path")
      .values([path(ids.top, ids.top, 0), path(ids.team, ids.team, 0), path(ids.top, ids.team, 1)])
      .execute();
    const place = (member_id: string, unit_id: string) => ({
      id: newId(),
      member_id,
      unit_id,
      kind: "primary" as const,
      from_day: EVER,
      to_day: null,
    });
    await tables
      .insertInto("membership")
      .values([place(ids.boss, ids.top), place(ids.rep, ids.team)])
      .execute();
  });
  return { ws, ids };
}

function actor(ws: Workspace, memberId: string, roleKeys: string[]): MemberActor {
  return {
    kind: "member",
    workspaceId: ws.id,
    memberId,
    accountId: null,
    roleKeys,
    orgVersion: 1,
    locale: "zh-CN",
    source: "ui",
    requestId: "r",
  };
}

function world(roles: Record<string, Record<string, unknown>>): World {
  const bodies = new Map(
    Object.entries(roles).map(([key, objects]) => [key, RoleBody.parse({ label: { zh: key }, objects })]),
  );
  return { version: 1, get: (_kind, key) => bodies.get(key) as never, list: () => [] };
}
