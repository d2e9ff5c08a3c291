import assert from "node:assert/strict";
import { test } from "node:test";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricTree } from "@dabiao/core/metrics/leaves.ts";
import { KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { checkDefinition } from "@dabiao/core/model/check-definition.ts";
import { KINDS } from "@dabiao/core/model/kinds.ts";
import { worldOf } from "@dabiao/core/model/world.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";

const unit = { kind: "count", decimals: 0 };

function metric(zh: string, measure: object, direction = "up") {
  return MetricBody.parse({ label: { zh }, unit, direction, measure });
}

function formula(zh: string, text: string) {
  return metric(zh, { kind: "formula", formula: text });
}

test("metrics that refer to each other in a circle are refused by a sentence that names the circle", () => {
  const bodies = { a: formula("拜访数", "[b] + 1"), b: formula("转化率", "[c] * 2"), c: formula("成交数", "[a]") };
  const world = worldOf(
    1,
    Object.entries(bodies).map(([key, body]) => ({ kind: "metric", key, body })),
  );
  const [issue] = checkDefinition(metricKind as never, "a", bodies.a, world, KINDS);
  assert.equal(issue?.code, "metric_circle");
  assert.match(refusalSentence(issue!, "zh-CN"), /拜访数 → 转化率 → 成交数 → 拜访数/);
  assert.throws(
    () => metricTree("b", (key) => bodies[key as "a"]),
    (error) => error instanceof Refusal && error.code === "metric_circle",
  );
});

test("a metric used twice by one formula is no circle", () => {
  const bodies = {
    sum: formula("合计", "[part] + [half]"),
    half: formula("一半", "[part] / 2"),
    part: formula("部分", "1 + 1"),
  };
  assert.equal(metricTree("sum", (key) => bodies[key as "sum"]).kind, "formula");
});

const kpi = { label: { zh: "在库天数" }, metric: "days", type: "support" };

function issuesOf(body: object, direction: string): string[] {
  const world = worldOf(1, [
    { kind: "metric", key: "days", body: metric("在库天数", { kind: "formula", formula: "1" }, direction) },
  ]);
  return kpiKind.check(KpiBody.parse({ ...kpi, ...body }), world, "days").map(({ code }) => code);
}

test("[K-12] a band needs its limits in order, and a target is raised only where higher is better", () => {
  assert.deepEqual(issuesOf({}, "band"), ["kpi_band"]);
  assert.deepEqual(issuesOf({ target: { kind: "maintain" } }, "band"), ["kpi_band"]);
  assert.deepEqual(issuesOf({ target: { kind: "maintain", least: "30", most: "20" } }, "band"), ["kpi_band_order"]);
  assert.deepEqual(issuesOf({ target: { kind: "maintain", least: "20", most: "30" } }, "band"), []);
  assert.deepEqual(issuesOf({ target: { kind: "maintain", tolerance: "5" } }, "band"), []);
  assert.deepEqual(issuesOf({ target: { kind: "maximize", start: "10" } }, "down"), ["kpi_target_direction"]);
  assert.deepEqual(issuesOf({ target: { kind: "minimize", start: "10" } }, "down"), []);
});

test("[K-01] a KPI of before names no owner, no rhythm and no target meaning, and still stands", () => {
  const thresholds = { ahead: 120, ok: 95, watch: 80 };
  const old = { label: { zh: "签约额" }, metric: "signed", type: "result", grain: "month", thresholds, step: "0.01" };
  assert.deepEqual(KpiBody.parse(old), old);
});

test("[K-13] one person cannot both enter and confirm a figure, nor can it be cut by fields", () => {
  const who = { kind: "member", id: "0190a000-0000-7000-8000-000000000001" };
  const body = MetricBody.parse({
    label: { zh: "培训得分" },
    unit,
    measure: { kind: "manual", inputter: who, confirmer: who },
    dimensions: [["tier"]],
  });
  const codes = metricKind.check(body, worldOf(1, []), "training").map(({ code }) => code);
  assert.deepEqual(codes, ["manual_four_eyes", "manual_dimensions"]);
});
