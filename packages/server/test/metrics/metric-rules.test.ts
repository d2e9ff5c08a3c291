import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { type Company, company, wonDeals } from "./company.ts";

const METRICS = {
  won_amount: wonDeals("sum"),
  won_count: wonDeals("count", {}, { kind: "count" }),
  closed_count: wonDeals(
    "count",
    { filter: { field: ["stage"], op: "in", value: ["won", "lost"] } },
    { kind: "count" },
  ),
  win_rate: {
    unit: { kind: "percent" },
    measure: { kind: "ratio", numerator: "won_count", denominator: "closed_count" },
  },
  clients: wonDeals("distinct", { value: "[product]" }, { kind: "count" }),
  average: wonDeals("avg"),
  stock: wonDeals("last"),
  split_amount: wonDeals("sum", { credit: { kind: "split", split: "share_of_deal" } }),
  overlay_amount: wonDeals("sum", { credit: { kind: "split", split: "share_of_deal", overlay: true } }),
  current_amount: wonDeals("sum", { credit: { kind: "owner", at: "current" } }),
  by_instant: wonDeals("sum", { date: "happened_at" }),
};

const won = (amount: string, closed_on: string, owner: string, more: object = {}) =>
  ({ op: "create", values: { amount, closed_on, owner, stage: "won", ...more } }) as const;

test("[K-03] a team's rate is pooled, not the mean of its people's rates", async (t) => {
  const of = await company(t, METRICS);
  const [a = "", b = ""] = of.members;
  const deals = (owner: string, stage: string, n: number) =>
    Array.from({ length: n }, () => ({ op: "create", values: { owner, stage, closed_on: "2026-02-03" } }) as const);
  await of.write("deal", [
    ...deals(a, "won", 2),
    ...deals(a, "lost", 2),
    ...deals(b, "won", 1),
    ...deals(b, "lost", 19),
  ]);
  const people = await ask(of, "win_rate", [{ kind: "member" }]);
  assert.deepEqual(people.cells, { [a]: "0.5", [b]: "0.05" });
  const units = await ask(of, "win_rate", [{ kind: "unit" }]);
  assert.equal(units.cells[of.units.teams[0] ?? ""], "0.125");
  assert.equal(units.total, "0.125");
});

test("[K-03] a client of two people is one client of their team", async (t) => {
  const of = await company(t, METRICS);
  const products = await of.write(
    "product",
    ["c1", "c2", "c3", "c4"].map((name) => ({ op: "create", values: { name } }) as const),
  );
  const [a = "", b = ""] = of.members;
  const deal = (owner: string, client: number) => won("1", "2026-02-03", owner, { product: products[client] });
  await of.write("deal", [deal(a, 0), deal(a, 1), deal(a, 2), deal(b, 2), deal(b, 3)]);
  const units = await ask(of, "clients", [{ kind: "unit" }]);
  assert.equal(units.cells[of.units.teams[0] ?? ""], "4");
  assert.deepEqual((await ask(of, "clients", [{ kind: "member" }])).cells, { [a]: "3", [b]: "2" });
});

test("[K-03] a stock of 10, 12 and 11 at month ends is 11 at the quarter's end, and adds up over people", async (t) => {
  const of = await company(t, METRICS);
  const [a = "", b = ""] = of.members;
  await of.write("deal", [
    won("10", "2026-01-31", a),
    won("12", "2026-02-28", a),
    won("11", "2026-03-31", a),
    won("5", "2026-02-10", b),
  ]);
  assert.deepEqual((await ask(of, "stock", [{ kind: "member" }])).cells, { [a]: "11", [b]: "5" });
  assert.equal((await ask(of, "stock", [{ kind: "unit" }])).cells[of.units.root], "16");
});

test("[CV-2] no deals: sums and counts are 0, averages and rates are no data", async (t) => {
  const of = await company(t, METRICS);
  const answer = await answerMetrics(
    await of.context(),
    MetricQuery.parse({ metrics: ["won_amount", "won_count", "average", "win_rate", "clients"], period: "2026-Q1" }),
  );
  assert.deepEqual(answer.total, ["0", "0", null, null, "0"]);
});

test("[CV-3] an instant counts for the business day of the company's zone", async (t) => {
  const of = await company(t, METRICS);
  const [a = ""] = of.members;
  await of.write("deal", [won("7", "2026-01-01", a, { happened_at: "2025-09-30T16:30:00Z" })]);
  assert.equal((await ask(of, "by_instant", [], "2025-10")).total, "7");
  assert.equal((await ask(of, "by_instant", [], "2025-09")).total, "0");
});

test("[K-05] a later transfer never moves past credit; today's owner may be asked for instead", async (t) => {
  const of = await company(t, METRICS, "2026-03-10T02:00:00Z");
  const [a = "", b = ""] = of.members;
  const [id = ""] = await of.write("deal", [won("100", "2026-02-03", a)]);
  of.clock.now = new Date("2026-03-11T02:00:00Z");
  await of.write("deal", [{ op: "update", id, values: { owner: b } }]);
  assert.deepEqual((await ask(of, "won_amount", [{ kind: "member" }])).cells, { [a]: "100" });
  assert.deepEqual((await ask(of, "current_amount", [{ kind: "member" }])).cells, { [b]: "100" });
});

test("[K-05] closed and handed over on one day, the deal is the closer's; handed over and then closed, the new owner's", async (t) => {
  const of = await company(t, METRICS, "2026-03-10T01:00:00Z");
  const [a = "", b = ""] = of.members;
  const today = { stage: "won", closed_on: "2026-03-10" };
  const [first = "", second = ""] = await of.write("deal", [
    { op: "create", values: { amount: "10", owner: a } },
    { op: "create", values: { amount: "20", owner: a } },
  ]);
  of.clock.now = new Date("2026-03-10T02:00:00Z");
  await of.write("deal", [
    { op: "update", id: first, values: today },
    { op: "update", id: second, values: { owner: b } },
  ]);
  of.clock.now = new Date("2026-03-10T03:00:00Z");
  await of.write("deal", [
    { op: "update", id: first, values: { owner: b } },
    { op: "update", id: second, values: today },
  ]);
  assert.deepEqual((await ask(of, "won_amount", [{ kind: "member" }])).cells, { [a]: "10", [b]: "20" });
});

test("[K-06] 100.00 in equal thirds is 33.34, 33.33, 33.33, and 60/40 credits 60/40", async (t) => {
  const of = await company(t, METRICS);
  const [a = "", b = "", c = ""] = of.members;
  const [thirds = "", sixty = ""] = await of.write("deal", [
    won("100.00", "2026-02-03", a),
    won("50.00", "2026-03-03", a),
  ]);
  const share = (record: string, member: string, percent: string) =>
    ({ op: "create", values: { record, member, percent } }) as const;
  await of.write("share_of_deal", [
    share(thirds, a, "33.333333"),
    share(thirds, b, "33.333333"),
    share(thirds, c, "33.333334"),
  ]);
  await of.write("share_of_deal", [share(sixty, a, "60"), share(sixty, b, "40")]);
  const february = await ask(of, "split_amount", [{ kind: "member" }], "2026-02");
  assert.deepEqual(Object.values(february.cells).sort(), ["33.33", "33.33", "33.34"]);
  assert.equal(february.total, "100");
  assert.deepEqual((await ask(of, "split_amount", [{ kind: "member" }], "2026-03")).cells, { [a]: "30", [b]: "20" });
});

test("[K-06] an overlay credits a person and never the company", async (t) => {
  const of = await company(t, METRICS);
  const [a = "", b = ""] = of.members;
  const [id = ""] = await of.write("deal", [won("100000", "2026-02-03", a)]);
  await of.write("share_of_deal", [{ op: "create", values: { record: id, member: b, percent: "20" } }]);
  const overlay = await ask(of, "overlay_amount", [{ kind: "member" }]);
  assert.deepEqual(overlay.cells, { [b]: "20000" });
  assert.equal(overlay.total, null);
  assert.equal((await ask(of, "won_amount", [])).total, "100000");
});

test("[K-04] a refund is a negative deal of its own day: March stays, April falls", async (t) => {
  const of = await company(t, METRICS);
  const [a = ""] = of.members;
  await of.write("deal", [won("50000", "2026-03-20", a), won("-20000", "2026-04-15", a)]);
  const months = await ask(of, "won_amount", [{ kind: "period", grain: "month" }], "2026");
  assert.deepEqual(months.cells, { "2026-03": "50000", "2026-04": "-20000" });
});

async function ask(of: Company, metric: string, by: object[], period = "2026-Q1") {
  const answer = await answerMetrics(await of.context(), MetricQuery.parse({ metrics: [metric], by, period }));
  const cells = Object.fromEntries(answer.rows.map(({ key, values }) => [key.join("/"), values[0] ?? null]));
  return { cells, total: answer.total[0] ?? null };
}
