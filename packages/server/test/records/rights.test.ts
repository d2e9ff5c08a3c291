import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { test } from "node:test";
import type { MemberActor } from "@dabiao/core/people/actor.ts";
import { createServer } from "../../src/platform/http/server.ts";
import { recordRoutes } from "../../src/records/routes.ts";
import { actorHeaders } from "../support/app.ts";
import { type Company, company, type Person } from "./company.ts";

interface Http {
  get(person: Person, path: string): Promise<{ status: number; body: Json; text: string }>;
  send(
    person: Person,
    method: "POST" | "PATCH" | "DELETE",
    path: string,
    body: object,
  ): Promise<{ status: number; body: Json; text: string }>;
}
// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, read by the tests only
type Json = any;

async function http(t: TestContext, { db, ws, actor }: Company): Promise<Http> {
  const app = await createServer({
    db,
    checkAnswers: true,
    rate: { member: 0, address: 0 },
    authenticator: {
      async authenticate(request) {
        const header = String(request.headers["x-test-actor"]);
        const who = JSON.parse(decodeURIComponent(header)) as MemberActor;
        return { account: null, workspace: ws, actor: { ...who, requestId: request.id } };
      },
    },
  });
  recordRoutes(app);
  await app.ready();
  t.after(() => app.close());
  const inject = async (person: Person, method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: actorHeaders(actor(person)),
      ...(body ? { payload: body } : {}),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    return { status: answer.statusCode, body: isJson ? (answer.json() as Json) : null, text: answer.body };
  };
  return { get: (person, path) => inject(person, "GET", path), send: inject };
}

const q = (query: object) => `?q=${encodeURIComponent(JSON.stringify(query))}`;

test("every surface shows each role its own records and no others", async (t) => {
  const firm = await company(t);
  const { ids, system, create } = firm;
  const owners: Readonly<Record<string, string>> = { 单李: ids.li, 单王: ids.wang, 单陈: ids.chen };
  const deals: Record<string, string> = {};
  for (const [name, owner] of Object.entries(owners))
    [deals[name] = ""] = await create(system, "deal", { name, owner, amount: "10" });
  const { get, send } = await http(t, firm);
  const visible: Readonly<Record<Person, string[]>> = {
    li: ["单李"],
    wang: ["单王"],
    zhao: ["单李", "单王"],
    chen: ["单李", "单王", "单陈"],
  };
  for (const [person, names] of Object.entries(visible) as [Person, string[]][]) {
    const expected = [...names].sort();
    const list = await get(person, `/objects/deal/records${q({ fields: [["name"]] })}`);
    assert.deepEqual(list.body.items.map((item: Json) => item.values.name).sort(), expected, `${person} list`);
    const found = await send(person, "POST", "/objects/deal/query", { search: "单", fields: [["name"]] });
    assert.deepEqual(
      found.body.items.map((item: Json) => item.values.name).sort(),
      expected,
      `${person} search in list`,
    );
    const count = await send(person, "POST", "/objects/deal/count", {});
    assert.deepEqual(count.body, { count: names.length, capped: false }, `${person} count`);
    const bulk = await send(person, "POST", "/objects/deal/ids", {});
    assert.deepEqual(bulk.body.ids.sort(), names.map((name) => deals[name]).sort(), `${person} ids`);
    const groups = await send(person, "POST", "/objects/deal/groups", { group: ["stage"], sum: "amount", cards: 5 });
    assert.deepEqual(
      groups.body.groups.map(({ key, count, sum }: Json) => [key, count, sum]),
      [["lead", names.length, String(names.length * 10)]],
    );
    const everywhere = await get(person, `/search?q=${encodeURIComponent("单王")}`);
    assert.equal(everywhere.body.groups.length, names.includes("单王") ? 1 : 0, `${person} global search`);
    const file = await get(person, `/objects/deal/export${q({ fields: [["name"]] })}`);
    assert.deepEqual(file.text.trim().split("\r\n").slice(1).sort(), expected, `${person} export`);
    for (const [name, id] of Object.entries(deals)) {
      const seen = names.includes(name);
      assert.equal(
        (await get(person, `/objects/deal/records/${id}`)).status,
        seen ? 200 : 404,
        `${person} opens ${name}`,
      );
      assert.equal((await get(person, `/objects/deal/records/${id}/timeline`)).status, seen ? 200 : 404);
      const change = await send(person, "PATCH", `/objects/deal/records/${id}`, { values: { name } });
      assert.equal(change.status, seen ? 200 : 404, `${person} changes ${name}`);
      if (!seen) assert.equal((await send(person, "DELETE", `/objects/deal/records/${id}`, {})).status, 404);
    }
  }
});

test("a field one may not see can be neither shown, filtered, sorted, grouped nor found by", async (t) => {
  const firm = await company(t);
  const { ids, system, create } = firm;
  const [customer = ""] = await create(system, "customer", { name: "甲公司", owner: ids.li, phone: "+8613800138000" });
  const [id = ""] = await create(system, "deal", { name: "单", owner: ids.li, customer, notes: "机密价格" });
  const { get, send } = await http(t, firm);
  const refused = async (query: object, code: string) => {
    const answer = await send("li", "POST", "/objects/deal/query", query);
    assert.deepEqual([answer.status, answer.body.code], [403, code], JSON.stringify(query));
  };
  await refused({ fields: [["notes"]] }, "field_not_readable");
  await refused({ filter: { field: ["notes"], op: "contains", value: "机" } }, "field_not_readable");
  await refused({ filter: { not: { field: ["notes"], op: "is_empty" } } }, "field_not_readable");
  await refused({ sort: [{ field: ["notes"] }] }, "field_not_readable");
  await refused({ filter: { field: ["customer", "phone"], op: "starts_with", value: "+86138" } }, "field_masked");
  await refused({ sort: [{ field: ["customer", "phone"] }] }, "field_masked");
  assert.equal((await send("li", "POST", "/objects/deal/groups", { group: ["notes"] })).status, 403);
  assert.equal((await send("li", "POST", "/objects/deal/query", { search: "机密" })).body.items.length, 0);
  assert.equal((await send("chen", "POST", "/objects/deal/query", { search: "机密" })).body.items.length, 1);
  assert.equal((await send("li", "POST", "/objects/customer/query", { search: "13800138" })).body.items.length, 0);
  assert.equal((await send("chen", "POST", "/objects/customer/query", { search: "13800138" })).body.items.length, 1);
  const detail = await get("li", `/objects/deal/records/${id}`);
  assert.ok(!("notes" in detail.body.record.values));
  const timeline = await get("li", `/objects/deal/records/${id}/timeline`);
  assert.ok(!timeline.text.includes("机密"));
  const write = await send("li", "PATCH", `/objects/deal/records/${id}`, { values: { notes: "x" } });
  assert.deepEqual([write.status, write.body.code], [403, "field_not_writable"]);
});

test("a shared record is in reach until its day, and only to be read", async (t) => {
  const firm = await company(t);
  const { db, ids, system, create } = firm;
  const [id = ""] = await create(system, "deal", { name: "王单", owner: ids.wang });
  await create(system, "deal", { name: "李单", owner: ids.li });
  const { get, send } = await http(t, firm);
  const share = (until: string) =>
    db.pool.query(
      `insert into w_test.record_share (id, object, record_id, grantee_kind, grantee_id, access, until, reason, created_at)
       values ($1, 'deal', $1, 'member', $2, 'read', $3, '协作', now()) on conflict (object, record_id, grantee_id) do update set until = excluded.until`,
      [id, ids.li, until],
    );
  const names = async () =>
    (await get("li", `/objects/deal/records${q({ fields: [["name"]] })}`)).body.items
      .map((item: Json) => [item.values.name, item.canEdit])
      .sort();
  await share("2099-01-01");
  assert.deepEqual(await names(), [
    ["李单", true],
    ["王单", false],
  ]);
  assert.equal((await send("li", "PATCH", `/objects/deal/records/${id}`, { values: { name: "改" } })).status, 403);
  await share("2020-01-01");
  assert.deepEqual(await names(), [["李单", true]]);
  assert.equal((await get("li", `/objects/deal/records/${id}`)).status, 404);
});
