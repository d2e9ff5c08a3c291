import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startProductOnTestServer } from "../support/product.ts";
import type { Caller, Json } from "./caller.ts";
import { checked, uploaded } from "./importing.ts";
import { keyOf, openOffice } from "./office.ts";

const SECRET = "机密回扣";
const link = (query: object) => `?q=${encodeURIComponent(JSON.stringify(query))}`;

/** 李 and 王 sell in 东区 under 赵, 孙 in 西区. 李's role hides a deal's note and masks a customer's phone. */
async function scene(t: Parameters<typeof startProductOnTestServer>[0]) {
  const product = await startProductOnTestServer(t);
  const office = await openOffice(product.address, product.setupToken);
  const { admin, units } = office;
  await office.publish("role", "seller", {
    label: { zh: "销售" },
    permissions: ["export", "import"],
    objects: {
      "*": { read: "own", create: true, update: "own", delete: "own", export: true },
      opportunity: {
        read: "own",
        create: true,
        update: "own",
        export: true,
        fields: { note: "hidden", amount: "hidden" },
      },
      customer: { read: "own", create: true, update: "own", export: true, fields: { phone: "masked" } },
    },
  });
  const li = await office.join("李明", units.east, ["seller"]);
  const wang = await office.join("王芳", units.east, ["rep"]);
  const zhao = await office.join("赵强", units.east, ["leader"]);
  const sun = await office.join("孙丽", units.west, ["rep"]);
  const make = async (owner: string, name: string) => {
    const customer = await office.create(admin, "customer", { name: `${name}客户`, owner, phone: "13800138000" });
    const deal = await office.create(admin, "opportunity", {
      name: `${name}商机`,
      owner,
      customer,
      amount: "1234",
      stage: "won",
      closed_on: "2026-03-05",
      note: SECRET,
    });
    return { customer, deal };
  };
  const things = { li: await make(li.id, "甲"), wang: await make(wang.id, "乙"), sun: await make(sun.id, "丙") };
  return { product, office, admin, li, wang, zhao, sun, things };
}

test("each surface shows each role what it may see and nothing else: a matrix of people, keys and ways", async (t) => {
  const { office, admin, li, zhao, sun, things, wang } = await scene(t);
  const liKey = await keyOf(admin, ["admin"]).then(() => li.call);
  const people: readonly (readonly [string, Caller, readonly string[]])[] = [
    ["李", li.call, ["甲"]],
    ["李 again", liKey, ["甲"]],
    ["赵", zhao.call, ["甲", "乙"]],
    ["孙", sun.call, ["丙"]],
    ["陈", admin, ["甲", "乙", "丙"]],
    ["陈's key", await keyOf(admin, ["admin"]), ["甲", "乙", "丙"]],
    ["陈 as 孙", admin.with({ "x-preview-as": sun.id }), ["丙"]],
  ];
  const ids: Record<string, string> = { 甲: things.li.deal, 乙: things.wang.deal, 丙: things.sun.deal };
  for (const [who, caller, may] of people) {
    const hidden = ["甲", "乙", "丙"].filter((name) => !may.includes(name));
    const query = { fields: [["name"], ["customer"], ["customer", "name"]] };
    const texts: Record<string, string> = {};
    const took = async (surface: string, path: string, body?: unknown) => {
      texts[surface] = JSON.stringify(await caller.ok(body ? "POST" : "GET", path, body)) ?? "";
    };
    await took("list", `/objects/opportunity/records${link(query)}`);
    await took("query", "/objects/opportunity/query", { ...query, search: "商机" });
    await took("kanban", "/objects/opportunity/groups", {
      group: ["stage"],
      cards: 10,
      fields: [["name"], ["customer"]],
    });
    await took("groups by customer", "/objects/opportunity/groups", { group: ["customer"] });
    await took("ids", "/objects/opportunity/ids", {});
    await took("search", `/search?q=${encodeURIComponent("商机")}`);
    await took("cut", "/metrics/query", {
      metrics: ["won_count"],
      by: [{ kind: "field", path: ["customer"] }],
      period: "2026-03",
    });
    await took("cut by name", "/metrics/query", {
      metrics: ["won_count"],
      by: [{ kind: "field", path: ["customer", "name"] }],
      period: "2026-03",
    });
    for (const side of ["in", "out", "scope"])
      await took(`drill ${side}`, "/metrics/drill", { metric: "won_count", period: "2026-03", side });
    await took("explain", "/metrics/explain", {
      metric: "won_count",
      period: "2026-03",
      since: "2020-01-01T00:00:00Z",
    });
    texts["export"] = (
      await caller.get(`/objects/opportunity/export${link({ fields: [["name"], ["customer"]] })}`)
    ).text;
    for (const [surface, text] of Object.entries(texts)) {
      for (const name of hidden) {
        assert.ok(
          !text.includes(`${name}商机`) && !text.includes(`${name}客户`),
          `${who}, ${surface} tells of ${name}: ${text}`,
        );
        assert.ok(!text.includes(ids[name]!), `${who}, ${surface} tells the id of ${name}`);
      }
    }
    for (const surface of ["list", "query", "kanban", "search", "drill in", "ids"])
      for (const name of may)
        assert.ok(texts[surface]?.includes(ids[name]!), `${who}, ${surface} lacks ${name}: ${texts[surface]}`);
    for (const name of hidden) {
      for (const path of ["", "/timeline", "/attachments", "/shares"])
        assert.equal(
          (await caller.get(`/objects/opportunity/records/${ids[name]}${path}`)).status,
          404,
          `${who} ${name}${path}`,
        );
    }
    const total = (await caller.ok("POST", "/metrics/query", { metrics: ["won_count"], period: "2026-03" })).total;
    assert.deepEqual(total, [String(may.length)], `${who}'s won deals`);
  }
  // A record one may see can refer to one out of reach: neither its name nor a way to probe for it comes along.
  const deal = await office.create(admin, "opportunity", {
    name: "借来的",
    owner: li.id,
    customer: things.sun.customer,
  });
  const seen = await li.call.get(`/objects/opportunity/records/${deal}`);
  assert.ok(!seen.text.includes("丙客户"), seen.text);
  const probe = { filter: { field: ["customer", "name"], op: "starts_with", value: "丙" } };
  assert.deepEqual(
    (await li.call.ok("POST", "/objects/opportunity/count", probe)).count,
    0,
    "filtering by what is out of reach",
  );
  assert.deepEqual(
    (await li.call.ok("POST", "/objects/opportunity/groups", { group: ["customer", "name"] })).groups.filter(
      ({ key }: Json) => key === "丙客户",
    ),
    [],
  );
  assert.ok(
    !(
      await li.call.get(`/objects/opportunity/export${link({ fields: [["name"], ["customer", "name"]] })}`)
    ).text.includes("丙客户"),
  );
  // Nor does writing tell: a unique value, a reference or a share of what is out of reach.
  const refers = await wang.call.post("/objects/opportunity/records", {
    values: { name: "探", customer: things.sun.customer },
  });
  const missing = await wang.call.post("/objects/opportunity/records", {
    values: { name: "探", customer: "01920000-0000-7000-8000-00000000dead" },
  });
  assert.deepEqual(
    [refers.status, refers.body.issues?.[0]?.code ?? refers.body.code],
    [missing.status, missing.body.issues?.[0]?.code ?? missing.body.code],
  );
});

test("hidden and masked fields stay so on every surface, for sorting, cutting, figures, drafts and descriptions", async (t) => {
  const { li, things } = await scene(t);
  const refused = async (path: string, body: object) => {
    const answer = await li.call.post(path, body);
    assert.ok(
      [403, 404, 422].includes(answer.status),
      `${path} ${JSON.stringify(body)}: ${answer.status} ${answer.text}`,
    );
    assert.ok(!answer.text.includes("1234") && !answer.text.includes(SECRET), answer.text);
  };
  const period = "2026-03";
  const amount = { field: ["amount"], op: "gt", value: 1000 };
  await refused("/objects/opportunity/query", { filter: amount });
  await refused("/objects/opportunity/query", { sort: [{ field: ["amount"] }] });
  await refused("/objects/opportunity/groups", { group: ["stage"], sum: "amount" });
  await refused("/objects/opportunity/ids", { filter: amount });
  await refused("/metrics/query", { metrics: ["won_amount"], period });
  await refused("/metrics/query", { metrics: ["average_won"], period });
  await refused("/metrics/query", { metrics: ["won_count"], period, filter: amount });
  await refused("/metrics/drill", { metric: "won_amount", period });
  await refused("/metrics/drill", { metric: "won_count", period, filter: amount });
  await refused("/metrics/explain", { metric: "won_amount", period });
  await refused("/objects/customer/query", { filter: { field: ["phone"], op: "starts_with", value: "138" } });
  await refused("/objects/opportunity/query", {
    filter: { field: ["customer", "phone"], op: "contains", value: "138" },
  });
  const bulk = { selection: { filter: amount }, change: { op: "update", values: { name: "x" } }, expected: 1 };
  assert.equal((await li.call.send("PATCH", "/objects/opportunity/records", bulk)).status, 403);
  for (const path of [
    `/objects/opportunity/records/${things.li.deal}`,
    `/objects/opportunity/records/${things.li.deal}/timeline`,
    `/objects/opportunity/records`,
    `/objects/opportunity/export`,
    `/objects/customer/records/${things.li.customer}`,
    `/objects/customer/records/${things.li.customer}/timeline`,
    `/objects/customer/export`,
    `/search?q=13800138000`,
    `/search?q=${encodeURIComponent(SECRET)}`,
  ]) {
    const { text } = await li.call.get(path);
    for (const secret of [SECRET, "1234", "13800138000"])
      assert.ok(!text.includes(secret), `${path} tells ${secret}: ${text}`);
  }
  assert.deepEqual((await li.call.ok("GET", `/search?q=${encodeURIComponent(SECRET)}`)).groups, []);
  const board = await li.call.post("/kpi/board", { kpis: ["won_amount"], period });
  assert.ok(!board.text.includes("1234"), `the board tells what the role hides: ${board.text.slice(0, 300)}`);
  const id = await uploaded(li.call, "探.csv", "商机名称,客户名称\n甲商机,丙客\n甲商机,丙客户\n");
  const { problems } = await checked(li.call, id, null);
  assert.deepEqual(
    problems.map((problem: Json) => [problem.code, problem.value, problem.suggestions.includes("丙客户")]),
    [
      ["import_not_found", "丙客", false],
      ["import_not_found", "丙客户", false],
    ],
  );
});

test("the live channel tells a listener only of records in reach, and a role taken away closes the door", async (t) => {
  const { admin, li, sun, things } = await scene(t);
  const controller = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const data of await sun.call.listen(controller.signal)) heard.push(data);
  })();
  await sleep(300);
  const rename = (deal: string) =>
    admin.ok("PATCH", `/objects/opportunity/records/${deal}`, { values: { name: `改${heard.length}` } });
  await rename(things.li.deal);
  for (const end = Date.now() + 10_000; Date.now() < end && !heard.some((data) => data.includes(things.sun.deal)); ) {
    await sleep(400);
    await rename(things.sun.deal);
  }
  controller.abort();
  await listening.catch(() => undefined);
  assert.ok(
    heard.some((data) => data.includes(things.sun.deal)),
    heard.join("\n"),
  );
  assert.ok(!heard.some((data) => data.includes(things.li.deal)), heard.join("\n"));
  await admin.ok("PUT", `/members/${li.id}/roles`, { roleKeys: [] });
  assert.equal((await li.call.get("/objects/opportunity/records")).status, 403);
  await admin.ok("PUT", `/members/${sun.id}/departure`, { day: "2026-01-01" });
  assert.ok([401, 403].includes((await sun.call.get("/objects/opportunity/records")).status));
});
