import assert from "node:assert/strict";
import { test } from "node:test";
import { aggregateFacts } from "@dabiao/core/metrics/aggregate-facts.ts";
import { MetricDrillQuery, MetricExplainQuery } from "@dabiao/core/metrics/explain.ts";
import { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import fc from "fast-check";
import { drillIn, explainIn } from "../../src/metrics/explain.ts";
import { organisationFigures } from "../../src/metrics/organisation-figures.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { sealMonths } from "../../src/metrics/seal-store.ts";
import { inSnapshot } from "../../src/metrics/snapshot-store.ts";
import { type Company, company, wonDeals } from "./company.ts";
import { batch, emptyDiary, take } from "./random-story.ts";
import { type CutName, cellsByHand, type Diary, factsOf, shown } from "./recompute.ts";

const CLOSED = { filter: { field: ["stage"], op: "in", value: ["won", "lost"] } };
const METRICS = {
  won_amount: wonDeals("sum"),
  won_count: wonDeals("count", {}, { kind: "count" }),
  closed_count: wonDeals("count", CLOSED, { kind: "count" }),
  average: wonDeals("avg"),
  smallest: wonDeals("min"),
  median: wonDeals("median"),
  products: wonDeals("distinct", { value: "[product]" }),
  days: wonDeals("duration", { value: "[opened_on]" }),
  stock: wonDeals("last"),
  current: wonDeals("sum", { credit: { kind: "owner", at: "current" } }),
  split: wonDeals("sum", { credit: { kind: "split", split: "share_of_deal" } }),
  split_count: wonDeals("count", { credit: { kind: "split", split: "share_of_deal" } }),
};
type Key = keyof typeof METRICS;
const KEYS = Object.keys(METRICS) as Key[];
const WAYS: readonly (readonly CutName[])[] = [
  [],
  ["member"],
  ["unit"],
  ["month"],
  ["product"],
  ["member", "month"],
  ["unit", "month"],
  ["unit", "product"],
];
const DIMENSIONS = {
  member: { kind: "member" },
  unit: { kind: "unit" },
  month: { kind: "period", grain: "month" },
  product: { kind: "field", path: ["product"] },
};

test("[K-03] whatever happens, every cell equals a recompute by hand, in + out = universe, and the list of changes explains all of the change", async (t) => {
  const run = fc.asyncProperty(fc.array(batch, { minLength: 3, maxLength: 4 }), async (batches) => {
    const of = await company(t, METRICS);
    const products = await of.write(
      "product",
      ["a", "b", "c"].map((name) => ({ op: "create", values: { name } }) as const),
    );
    const diary = emptyDiary(of);
    let known: { at: Date; values: Record<Key, string | null> } | null = null;
    for (const { steps, hours, drain, seal } of batches) {
      for (const step of steps) await take(of, diary, products, step);
      if (drain) await of.drain();
      if (seal) await sealMonths(of.ws, await of.world(), of.clock.now);
      of.clock.now = new Date(of.clock.now.getTime() + 1);
      await everyCell(of, diary);
      await boardFigures(of, steps.length);
      await inAndOut(of, diary, steps.length);
      if (known) await whatChanged(of, known);
      known = { at: of.clock.now, values: await totals(of) };
      of.clock.now = new Date(of.clock.now.getTime() + hours * 3_600_000);
    }
  });
  await fc.assert(run, { numRuns: 5, endOnFailure: true });
});

async function everyCell(of: Company, diary: Diary): Promise<void> {
  const context = await of.context();
  for (const by of WAYS) {
    const query = MetricQuery.parse({
      metrics: KEYS,
      by: by.map((cut) => DIMENSIONS[cut]),
      period: "2026",
      limit: 50_000,
    });
    const answer = await answerMetrics(context, query);
    for (const [index, key] of KEYS.entries()) {
      const facts = factsOf(diary, measureOf(key), stagesOf(key));
      const byHand = cellsByHand(diary, measureOf(key), facts, by);
      const given = Object.fromEntries(
        answer.rows
          .map(
            ({ key: cell, values }) =>
              [["", ...cell.map((part) => part ?? "")].join("/"), values[index] ?? null] as const,
          )
          .filter(([cell]) => cell in byHand),
      );
      assert.deepEqual(given, byHand, `${key} by ${by.join(" and ")}`);
      assert.equal(
        answer.total[index],
        shown(aggregateFacts(measureOf(key), facts)),
        `total of ${key} by ${by.join(" and ")}`,
      );
    }
  }
}

/** A board reads everything in one pass; each of its figures is the one the metric gives by itself. */
async function boardFigures(of: Company, seed: number): Promise<void> {
  const context = await of.context();
  const unit = seed % 3 === 0 ? null : (of.units.offices[seed % 2] ?? null);
  const period = seed % 2 === 0 ? "2026" : "2026-02";
  const figures = await inSnapshot(of.ws, (on) =>
    organisationFigures(on, context, { metrics: KEYS, period, unit, asOf: null }),
  );
  const kind = seed % 4 < 2 ? "member" : "unit";
  const scope = unit === null ? {} : { unit };
  const query = MetricQuery.parse({ metrics: KEYS, by: [{ kind }], period, scope, limit: 50_000 });
  const answer = await answerMetrics(context, query);
  for (const { key, values } of answer.rows.filter((row) => row.key[0] !== null))
    assert.deepEqual(figures[kind](key[0] ?? ""), values, `${kind} of the board in ${period}`);
  assert.deepEqual(figures.whole(), answer.total, `the whole of the board in ${period}`);
}

async function inAndOut(of: Company, diary: Diary, seed: number): Promise<void> {
  const context = await of.context();
  const member = of.members[seed % of.members.length] ?? "";
  const cells = [{ member }, { unit: of.units.offices[seed % 2] }, { member, period: "2026-02" }, {}];
  for (const metric of ["won_amount", "split", "median"] as const) {
    for (const cell of cells) {
      const { period = "2026", ...rest } = cell as { period?: string };
      const explained = await explainIn(context, MetricExplainQuery.parse({ metric, period, ...rest }));
      const [part] = explained.parts;
      assert.ok(part);
      assert.equal(part.universe, diary.deals.size);
      assert.equal(part.in + part.out.reduce((total, { count }) => total + count, 0), part.universe);
      const scope = {
        ...("unit" in cell ? { unit: cell.unit } : {}),
        ...("member" in cell ? { members: [cell.member] } : {}),
      };
      const answer = await answerMetrics(context, MetricQuery.parse({ metrics: [metric], period, scope }));
      assert.equal(part.value, answer.total[0], `${metric} explained`);
      if (metric === "median") continue;
      const drill = await drillIn(context, MetricDrillQuery.parse({ metric, period, ...rest, limit: 200 }));
      assert.equal(drill.items.length, part.in);
      assert.equal(shown(sum(drill.items.map(({ value }) => decimal(value ?? "0")))), part.value);
    }
  }
}

async function whatChanged(of: Company, known: { at: Date; values: Record<Key, string | null> }): Promise<void> {
  const context = await of.context();
  const then = await answerMetrics(
    context,
    MetricQuery.parse({ metrics: KEYS, period: "2026", asOf: known.at.toISOString() }),
  );
  assert.deepEqual(
    then.total,
    KEYS.map((key) => known.values[key]),
    "as it was known then",
  );
  for (const metric of ["won_amount", "won_count", "split", "median", "average"] as const) {
    const explained = await explainIn(
      context,
      MetricExplainQuery.parse({ metric, period: "2026", since: known.at.toISOString() }),
    );
    const changes = explained.parts[0]?.changes;
    assert.ok(changes);
    assert.equal(changes.before, known.values[metric]);
    assert.equal(changes.after, explained.value);
    assert.equal(changes.other, "0", `${metric}: ${JSON.stringify(changes)}`);
    assert.equal(shown(sum(changes.events.map(({ effect }) => decimal(effect)))), changes.delta);
  }
}

async function totals(of: Company): Promise<Record<Key, string | null>> {
  const answer = await answerMetrics(await of.context(), MetricQuery.parse({ metrics: KEYS, period: "2026" }));
  return Object.fromEntries(KEYS.map((key, index) => [key, answer.total[index] ?? null])) as Record<Key, string | null>;
}

function measureOf(key: Key) {
  const body = MetricBody.parse({ label: { zh: key }, ...METRICS[key] });
  if (body.measure.kind !== "aggregate") throw new Error("aggregates only");
  return body.measure;
}

function stagesOf(key: Key): readonly string[] {
  return key === "closed_count" ? ["won", "lost"] : ["won"];
}
