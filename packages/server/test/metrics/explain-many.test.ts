import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricExplainQuery } from "@dabiao/core/metrics/explain.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import { explainIn } from "../../src/metrics/explain.ts";
import { company, wonDeals } from "./company.ts";

test("[CV-5] more changes than can be listed still explain all of the change: the rest is one line with its own sum", async (t) => {
  const of = await company(t, { won_amount: wonDeals("sum"), average: wonDeals("avg") });
  const [owner = ""] = of.members;
  const deal = (amount: number) =>
    ({ op: "create", values: { owner, amount: String(amount), closed_on: "2026-03-02", stage: "won" } }) as const;
  const [first = ""] = await of.write("deal", [deal(7)]);
  of.clock.now = new Date(of.clock.now.getTime() + 1000);
  const since = of.clock.now.toISOString();
  of.clock.now = new Date(of.clock.now.getTime() + 1000);
  await of.write("deal", [
    { op: "update", id: first, values: { amount: "9" } },
    ...Array.from({ length: 30 }, (_, at) => deal(at)),
  ]);
  for (let at = 0; at < 205; at++) {
    of.clock.now = new Date(of.clock.now.getTime() + 1000);
    await of.write("deal", at % 5 === 0 ? [{ op: "update", id: first, values: { amount: String(at) } }] : [deal(at)]);
  }
  of.clock.now = new Date(of.clock.now.getTime() + 1000);
  for (const metric of ["won_amount", "average"]) {
    const query = MetricExplainQuery.parse({ metric, period: "2026", since });
    const changes = (await explainIn(await of.context(), query)).parts[0]?.changes;
    assert.ok(changes);
    const told = sum(
      [...changes.events, ...(changes.earlier ? [changes.earlier] : [])].map(({ effect }) => decimal(effect)),
    );
    assert.deepEqual([changes.other, told.toFixed()], ["0", changes.delta], metric);
    assert.ok(changes.events.length <= 200 && changes.earlier !== null, metric);
  }
});
