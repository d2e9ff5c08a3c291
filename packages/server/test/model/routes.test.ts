import assert from "node:assert/strict";
import { test } from "node:test";
import type { Actor } from "@dabiao/core/people/actor.ts";
import { publishBodies } from "../../src/model/draft-store.ts";
import { modelRoutes } from "../../src/model/routes.ts";
import { runSchemaOps } from "../../src/model/schema-ops.ts";
import { world } from "../../src/model/world.ts";
import { accessFor } from "../../src/people/access-for.ts";
import { memberActor, type TestApp, testApp } from "../support/app.ts";
import { definer, field, objectBody } from "./objects.ts";

const roles = [
  {
    kind: "role",
    key: "admin",
    body: {
      label: { zh: "管理员" },
      permissions: ["model.manage", "roles.manage", "metrics.manage"],
      objects: { "*": { read: "all" } },
    },
  },
  {
    kind: "role",
    key: "seller",
    body: { label: { zh: "销售" }, objects: { deal: { read: "own", create: true, fields: { cost: "hidden" } } } },
  },
];

/** An app whose administrator and salesperson have the roles above. */
async function modelApp(t: Parameters<typeof testApp>[0]): Promise<TestApp & { admin: Actor; seller: Actor }> {
  const clock = () => new Date();
  const app = await testApp(t, {
    rooms: [
      (http) =>
        modelRoutes(http, {
          accessOf: accessFor({ worldOf: world, clock }),
          behind: async (ws) => void (await runSchemaOps(ws)),
        }),
    ],
  });
  const deal = { kind: "object", key: "deal", body: objectBody([field("amount", "money"), field("cost", "money")]) };
  const secret = { kind: "object", key: "payroll", body: objectBody([]) };
  await publishBodies(app.workspace, definer(app.workspace), [deal, secret, roles[0]!], { note: "" });
  await publishBodies(app.workspace, definer(app.workspace), [roles[1]!], { note: "" });
  return { ...app, admin: memberActor(app.workspace), seller: memberActor(app.workspace, { roleKeys: ["seller"] }) };
}

test("an administrator drafts a field, sees what it does, publishes it and takes it back", async (t) => {
  const { call, admin } = await modelApp(t);
  const path = "/api/v1/definitions/object/deal";
  const body = objectBody([field("amount", "money"), field("cost", "money"), field("won_on", "date")]);
  const draft = await call(admin, { method: "PUT", url: `${path}/draft`, payload: { body } });
  assert.deepEqual(draft.json(), { issues: [] });
  const impact = (await call(admin, { method: "GET", url: `${path}/draft/impact` })).json();
  assert.deepEqual(impact.fields, [{ field: "won_on", change: "add", records: 0, failed: 0, examples: [] }]);
  assert.deepEqual(
    impact.dependants.map((each: { key: string }) => each.key),
    ["seller"],
  );
  const published = await call(admin, { method: "POST", url: `${path}/versions`, payload: { note: "加成交日" } });
  assert.deepEqual(published.json(), { kind: "object", key: "deal", version: 2, state: "published" });
  const diff = (await call(admin, { method: "GET", url: `${path}/diff?from=1&to=2` })).json();
  assert.deepEqual(
    diff.differences.map(({ op, path: at }: { op: string; path: string[] }) => `${op} ${at.join("/")}`),
    ["add fields/won_on"],
  );
  const back = await call(admin, { method: "POST", url: `${path}/versions`, payload: { from: 1, note: "撤回" } });
  assert.equal(back.json().version, 3);
  const detail = (await call(admin, { method: "GET", url: path })).json();
  assert.deepEqual(
    detail.versions.map(({ version, note }: { version: number; note: string }) => `${version} ${note}`),
    ["3 撤回", "2 加成交日", "1 "],
  );
  const list = (await call(admin, { method: "GET", url: "/api/v1/definitions?kind=object&limit=1" })).json();
  assert.deepEqual([list.items.length, typeof list.next], [1, "string"]);
});

test("a draft begun before somebody else published is not published over it", async (t) => {
  const { call, admin, workspace } = await modelApp(t);
  const path = "/api/v1/definitions/object/deal";
  const more = objectBody([field("amount", "money"), field("cost", "money"), field("a", "text")]);
  await call(admin, { method: "PUT", url: `${path}/draft`, payload: { body: more } });
  await publishBodies(
    workspace,
    definer(workspace),
    [
      {
        kind: "object",
        key: "deal",
        body: objectBody([field("amount", "money"), field("cost", "money"), field("b", "text")]),
      },
    ],
    { note: "" },
  );
  const answer = await call(admin, { method: "POST", url: `${path}/versions`, payload: {} });
  assert.deepEqual([answer.statusCode, answer.json().code], [409, "definition_moved"]);
});

test("a salesperson sees the objects and fields of the role and changes no definition", async (t) => {
  const { call, seller } = await modelApp(t);
  const index = (await call(seller, { method: "GET", url: "/api/v1/world?object=deal" })).json();
  assert.deepEqual(
    index.objects.map(({ key }: { key: string }) => key),
    ["deal"],
  );
  const keys = index.object.fields.map(({ key }: { key: string }) => key);
  assert.ok(keys.includes("amount") && !keys.includes("cost"));
  assert.equal((await call(seller, { method: "GET", url: "/api/v1/world?object=payroll" })).statusCode, 404);
  for (const request of [
    { method: "PUT", url: "/api/v1/definitions/object/deal/draft", payload: { body: {} } },
    { method: "GET", url: "/api/v1/definitions" },
    { method: "GET", url: "/api/v1/definitions/object/deal" },
    { method: "DELETE", url: "/api/v1/definitions/object/deal" },
    { method: "GET", url: "/api/v1/schema-operations" },
    { method: "GET", url: "/api/v1/packages" },
  ] as const) {
    assert.equal((await call(seller, request)).statusCode, 403, `${request.method} ${request.url}`);
  }
});

test("what is not a definition is answered with what is wrong, never with a fault of ours", async (t) => {
  const { call, admin } = await modelApp(t);
  for (const body of [null, 1, [], {}, { fields: [] }, { fields: [{ key: "__proto__" }] }, { label: { zh: {} } }]) {
    for (const kind of ["object", "view", "form", "role", "metric", "kpi", "calendar"]) {
      const answer = await call(admin, {
        method: "PUT",
        url: `/api/v1/definitions/${kind}/x/draft`,
        payload: { body },
      });
      assert.equal(answer.statusCode, 200, `${kind} ${JSON.stringify(body)} ${answer.body}`);
    }
  }
  assert.equal(
    (await call(admin, { method: "PUT", url: "/api/v1/definitions/nothing/x/draft", payload: { body: {} } }))
      .statusCode,
    404,
  );
  assert.equal(
    (await call(admin, { method: "POST", url: "/api/v1/definitions/object/x/versions", payload: {} })).json().code,
    "definition_invalid",
  );
});

test("a member keeps own settings of a view, and nobody else sees them", async (t) => {
  const { call, seller, admin, workspace } = await modelApp(t);
  const body = { object: "deal", label: { zh: "全部" }, columns: [{ field: ["name"] }] };
  await publishBodies(workspace, definer(workspace), [{ kind: "view", key: "all_deals", body }], { note: "" });
  await call(seller, { method: "PUT", url: "/api/v1/views/all_deals/personal", payload: { body: { width: 3 } } });
  const personal = async (actor: Actor) =>
    (await call(actor, { method: "GET", url: "/api/v1/world?object=deal" })).json().object.views[0].personal;
  assert.deepEqual(await personal(seller), { width: 3 });
  assert.equal(await personal({ ...admin, memberId: "01920000-0000-7000-8000-000000000002" } as Actor), null);
  await call(seller, { method: "PUT", url: "/api/v1/views/all_deals/personal", payload: { body: null } });
  assert.equal(await personal(seller), null);
});
