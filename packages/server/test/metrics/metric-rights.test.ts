import assert from "node:assert/strict";
import { test } from "node:test";
import { boardRoutes } from "../../src/goals/board-routes.ts";
import { goalRoutes } from "../../src/goals/routes.ts";
import { metricRoutes } from "../../src/metrics/routes.ts";
import { world } from "../../src/model/world.ts";
import { memberActor, testApp } from "../support/app.ts";
import { companyIn, definitions, wonDeals } from "./company.ts";

const DEFINITIONS = [
  ...definitions("metric", {
    won_amount: wonDeals("sum"),
    won_count: wonDeals("count", {}, { kind: "count" }),
    rate: { unit: { kind: "percent" }, measure: { kind: "ratio", numerator: "won_amount", denominator: "won_count" } },
  }),
  ...definitions("kpi", { won: { metric: "won_amount", type: "result", step: "1" } }),
  ...definitions("role", {
    rep: { objects: { deal: { read: "own", create: true, update: "own" } } },
    clerk: { objects: { deal: { read: "all", fields: { amount: "hidden" } } } },
    boss: { permissions: ["goals.manage", "metrics.manage"], objects: { "*": { read: "all" } } },
  }),
];
const PERIOD = "2026-Q1";

async function office(t: Parameters<typeof testApp>[0]) {
  const clock = { now: new Date("2026-03-10T02:00:00Z") };
  const options = { worldOf: world, clock: () => clock.now };
  const { workspace, call } = await testApp(t, {
    clock: options.clock,
    rooms: [(app) => metricRoutes(app, options), (app) => boardRoutes(app, options), (app) => goalRoutes(app, options)],
  });
  const of = await companyIn(workspace, clock, DEFINITIONS);
  const [a = "", b = "", , d = ""] = of.members;
  const deal = (owner: string, amount: string) =>
    ({ op: "create", values: { owner, amount, stage: "won", closed_on: "2026-02-03" } }) as const;
  await of.write("deal", [deal(a, "100"), deal(b, "30"), deal(d, "7")]);
  const post = (memberId: string, role: string, url: string, payload: object, method: "POST" | "PUT" = "POST") =>
    call(memberActor(workspace, { memberId, roleKeys: [role] }), { method, url: `/api/v1${url}`, payload });
  return { of, post, a, b, d };
}

test("a rep's figures are made of the rep's own records, and say that they are not all", async (t) => {
  const { post, a } = await office(t);
  const answer = (
    await post(a, "rep", "/metrics/query", {
      metrics: ["won_amount", "rate"],
      by: [{ kind: "member" }],
      period: PERIOD,
    })
  ).json();
  assert.deepEqual(
    [answer.rows, answer.total, answer.partial],
    [[{ key: [a], values: ["100", "100"] }], ["100", "100"], true],
  );
  const all = (await post(a, "boss", "/metrics/query", { metrics: ["won_amount"], period: PERIOD })).json();
  assert.deepEqual([all.total, all.partial], [["137"], false]);
});

test("an explanation counts the records out of reach and never shows them", async (t) => {
  const { post, a } = await office(t);
  const [part] = (await post(a, "rep", "/metrics/explain", { metric: "won_amount", period: PERIOD })).json().parts;
  assert.deepEqual([part.universe, part.in, part.out], [3, 1, [{ reason: "scope", count: 2 }]]);
  const hidden = (await post(a, "rep", "/metrics/drill", { metric: "won_amount", period: PERIOD, side: "out" })).json();
  assert.deepEqual(hidden.items, []);
});

test("who may not see an amount gets no figure made of it, and cannot cut or filter by it either", async (t) => {
  const { post, a } = await office(t);
  const asked = (query: object) =>
    post(a, "clerk", "/metrics/query", { metrics: ["won_count"], period: PERIOD, ...query });
  assert.equal((await asked({})).json().total[0], "3");
  for (const query of [
    { metrics: ["won_amount"] },
    { by: [{ kind: "field", path: ["amount"] }] },
    { filter: { field: ["amount"], op: "gt", value: 50 } },
  ]) {
    const refused = await asked(query);
    assert.deepEqual(
      [refused.statusCode >= 400 && refused.statusCode < 500, refused.json().code],
      [true, "field_not_readable"],
    );
  }
});

test("the board shows a rep the own unit's people and units, and another office is not there", async (t) => {
  const { of, post, a, b } = await office(t);
  const own = (await post(a, "rep", "/kpi/board", { kpis: ["won"], period: "2026-02" })).json();
  assert.equal(own.total.id, of.units.teams[0]);
  assert.equal(own.total.cells[0].actual, "130");
  assert.deepEqual(own.people.map(({ id }: { id: string }) => id).sort(), [a, b].sort());
  assert.equal(
    (await post(a, "rep", "/kpi/board", { kpis: ["won"], period: "2026-02", unit: of.units.offices[1] })).statusCode,
    404,
  );
  const whole = (await post(a, "boss", "/kpi/board", { kpis: ["won"], period: "2026-02" })).json();
  assert.deepEqual(
    [whole.total.kind, whole.total.cells[0].actual, whole.people.length, whole.units.length],
    ["company", "137", 5, 7],
  );
});

test("targets are for those who plan: a rep is refused, and a plan over HTTP reaches the board", async (t) => {
  const { post, a } = await office(t);
  const plan = { kpi: "won", period: "2026", amount: "1200", reason: "年度目标" };
  assert.equal((await post(a, "rep", "/goals/year", plan)).statusCode, 403);
  assert.equal((await post(a, "boss", "/goals/year", plan)).json().basis, "workdays");
  const whole = (await post(a, "boss", "/kpi/board", { kpis: ["won"], period: "2026" })).json();
  assert.equal(whole.total.cells[0].target, "1200");
  const history = await post(a, "boss", "/goals/targets/history", {
    kpi: "won",
    subject: { kind: "company" },
    period: "2026",
  });
  assert.equal(history.json().items[0].amount, "1200");
});

test("a draft metric is tried on named people with its records before anybody else sees it", async (t) => {
  const { post, a, b } = await office(t);
  const body = { label: { zh: "大单" }, ...wonDeals("sum", { filter: { field: ["amount"], op: "ge", value: 50 } }) };
  const preview = (
    await post(a, "boss", "/metrics/preview", { key: "large", body, members: [a, b], period: PERIOD })
  ).json();
  assert.deepEqual(
    preview.people.map(({ value }: { value: string | null }) => value),
    ["100", null],
  );
  assert.deepEqual(
    preview.people[0].records[0].drill.items.map(({ value }: { value: string }) => value),
    ["100"],
  );
  assert.equal(
    (await post(a, "rep", "/metrics/preview", { key: "large", body, members: [a], period: PERIOD })).statusCode,
    403,
  );
  const faulty = await post(a, "boss", "/metrics/preview", {
    key: "x",
    body: { ...body, measure: { ...body.measure, value: "[nothing]" } },
    members: [a],
    period: PERIOD,
  });
  assert.deepEqual([faulty.statusCode, faulty.json().code], [422, "metric_draft"]);
});
