import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricDrillQuery, MetricExplainQuery } from "@dabiao/core/metrics/explain.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { drillIn, explainIn } from "../../src/metrics/explain.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { publishAll } from "../../src/model/publish-store.ts";
import { type Company, company, definitions } from "./company.ts";
import { refusedWith } from "./refused.ts";

const text = (zh: string) => ({ zh });
const field = (key: string, type: string) => ({ key, type, label: text(key), settings: {} });
const USD = [{ currency: "USD", from: "2026-03-01", rate: "7.20" }];

function converted(date: string) {
  const currency = { field: "currency", rates: "company" };
  return {
    unit: { kind: "money", currency: "CNY" },
    measure: { kind: "aggregate", object: "booking", aggregate: "sum", value: "[amount]", date, currency },
  };
}

test("[CV-6] USD 10,000 signed at 7.20 and paid at 7.10 is 72,000 of bookings and 71,000 of cash, whatever the rate does later", async (t) => {
  const of = await company(t, {}, "2026-06-10T04:00:00Z");
  const fields = [field("name", "text"), field("amount", "number"), field("currency", "text")];
  const dates = [field("signed_on", "date"), field("paid_on", "date")];
  const object = { label: text("签约"), nameField: "name", fields: [...fields, ...dates] };
  await publish(of, [
    { kind: "object", key: "booking", body: object },
    { kind: "rates", key: "company", body: { label: text("汇率"), to: "CNY", rates: USD } },
    ...definitions("metric", { signed: converted("signed_on"), cash: converted("paid_on") }),
  ]);
  const [seller = ""] = of.members;
  const deal = (currency: string | null, amount: string, signed_on: string) =>
    ({ op: "create", values: { owner: seller, amount, currency, signed_on, paid_on: "2026-06-02" } }) as const;
  await of.write("booking", [
    deal("USD", "10000", "2026-03-28"),
    deal("CNY", "5", "2026-03-28"),
    deal(null, "1", "2026-03-28"),
  ]);
  await decideRates(of, [...USD, { currency: "USD", from: "2026-06-01", rate: "7.10" }]);
  assert.deepEqual(await figures(of), ["72006", "71006"]);
  await decideRates(of, [
    ...USD,
    { currency: "USD", from: "2026-06-01", rate: "7.10" },
    { currency: "USD", from: "2026-06-10", rate: "6.50" },
  ]);
  assert.deepEqual(await figures(of), ["72006", "71006"]);
  await assert.rejects(decideRates(of, [{ ...USD[0], rate: "8" }]), refusedWith("definition_invalid"));
  assert.deepEqual(await figures(of), ["72006", "71006"]);
});

test("[CV-6] a record whose currency has no rate on its day is left out and says why; a new currency may begin in the past", async (t) => {
  const of = await company(t, {}, "2026-06-10T04:00:00Z");
  const fields = [
    field("name", "text"),
    field("amount", "number"),
    field("currency", "text"),
    field("signed_on", "date"),
  ];
  await publish(of, [
    { kind: "object", key: "booking", body: { label: text("签约"), nameField: "name", fields } },
    { kind: "rates", key: "company", body: { label: text("汇率"), to: "CNY", rates: USD } },
    ...definitions("metric", { signed: converted("signed_on") }),
  ]);
  const deal = (currency: string, signed_on: string) =>
    ({ op: "create", values: { owner: of.members[0] ?? "", amount: "100", currency, signed_on } }) as const;
  await of.write("booking", [deal("usd", "2026-03-05"), deal("EUR", "2026-03-05"), deal("USD", "2026-02-28")]);
  const cell = { metric: "signed", period: "2026" };
  const before = (await explainIn(await of.context(), MetricExplainQuery.parse(cell))).parts[0];
  assert.deepEqual([before?.value, before?.in, before?.out], ["720", 1, [{ reason: "no_rate", count: 2 }]]);
  const out = await drillIn(await of.context(), MetricDrillQuery.parse({ ...cell, side: "no_rate" }));
  assert.equal(out.items.length, 2);
  await decideRates(of, [...USD, { currency: "EUR", from: "2026-01-01", rate: "8" }]);
  const after = (await explainIn(await of.context(), MetricExplainQuery.parse(cell))).parts[0];
  assert.deepEqual([after?.value, after?.in], ["1520", 2]);
});

async function publish(of: Company, changes: readonly { kind: string; key: string; body: object }[]): Promise<void> {
  await of.ws.transaction((trx) => publishAll(trx, of.access, changes, { note: "test" }));
}

async function decideRates(of: Company, rates: readonly object[]): Promise<void> {
  await publish(of, [{ kind: "rates", key: "company", body: { label: text("汇率"), to: "CNY", rates } }]);
}

async function figures(of: Company): Promise<(string | null)[]> {
  const ask = async (metric: string) =>
    (await answerMetrics(await of.context(), MetricQuery.parse({ metrics: [metric], period: "2026" }))).total[0] ??
    null;
  return [await ask("signed"), await ask("cash")];
}
