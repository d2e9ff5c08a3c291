import assert from "node:assert/strict";
import { test } from "node:test";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { compileSql, raw } from "@dabiao/core/platform/sql.ts";
import { ensureMetricIndexes } from "../../src/metrics/index-store.ts";
import { answerMetrics } from "../../src/metrics/query.ts";
import { literal } from "../../src/metrics/sql/inline.ts";
import { company, wonDeals } from "./company.ts";

test("metrics of the same deals share one index, built once, and a month's board is answered through it", async (t) => {
  const of = await company(t, {
    won_amount: wonDeals("sum"),
    won_count: wonDeals("count", {}, { kind: "count" }),
    by_product: wonDeals("count", { aggregate: "distinct", value: "[product.name]" }, { kind: "count" }),
  });
  const first = await ensureMetricIndexes(of.ws, await of.world());
  assert.equal(first.built.length, 1);
  assert.deepEqual(await ensureMetricIndexes(of.ws, await of.world()), { built: [], dropped: [] });
  const { schema } = of.ws;
  await of.ws.rows(
    raw(`insert into "${schema}".deal (id, version, created_at, updated_at, stage, amount, closed_on)
    select md5(g::text)::uuid, 1, '2026-01-01', '2026-01-01', 'won', g, '2024-01-01'::date + g % 900 from generate_series(1, 20000) g`),
  );
  await of.ws.rows(raw(`vacuum analyze "${schema}".deal`));
  const plans: string[] = [];
  const context = await of.context();
  const ws = {
    ...of.ws,
    transaction: <Result>(work: Parameters<typeof of.ws.transaction<Result>>[0]) =>
      of.ws.transaction<Result>((trx) =>
        work({
          ...trx,
          rows: async (statement) => {
            const compiled = statement.kind === "compiled" ? statement : compileSql(statement);
            if (compiled.text.startsWith("with base")) {
              // On so few rows reading the table is as cheap.
              for (const scan of ["bitmapscan", "seqscan"]) await trx.rows(raw(`set local enable_${scan} = off`));
              const plan = await trx.rows<{ "QUERY PLAN": string }>({ ...compiled, text: `explain ${compiled.text}` });
              plans.push(plan.map((line) => line["QUERY PLAN"]).join("\n"));
            }
            return trx.rows(statement);
          },
        }),
      ),
  };
  const answer = await answerMetrics(
    { ...context, ws },
    MetricQuery.parse({ metrics: ["won_amount"], by: [{ kind: "member" }], period: "2025-03" }),
  );
  assert.ok(Number(answer.total[0]) > 0);
  assert.match(plans[0] ?? "", /Scan using metric_ix_/);
});

test("an index of a metric that is gone is taken away", async (t) => {
  const of = await company(t, { won_amount: wonDeals("sum") });
  await ensureMetricIndexes(of.ws, await of.world());

  const without = worldWith(await of.world(), [{ kind: "metric", key: "won_amount", body: null }]);
  assert.equal((await ensureMetricIndexes(of.ws, without)).dropped.length, 1);
});

test("whatever a filter's value holds, it reads back from SQL text as it was", async (t) => {
  const of = await company(t, {});
  for (const text of ["it's", "back\\slash", "\\'; drop table deal; --", '$1 {a} "q"', "赢单", ""]) {
    const [row] = await of.ws.rows<{ text: string; list: string[] }>(
      raw(`select ${literal(text)}::text as text, ${literal([text, "x"])}::text[] as list`),
    );
    assert.deepEqual([row?.text, row?.list], [text, [text, "x"]]);
  }
});
