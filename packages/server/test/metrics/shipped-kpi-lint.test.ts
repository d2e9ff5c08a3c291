import assert from "node:assert/strict";
import { test } from "node:test";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricTree } from "@dabiao/core/metrics/leaves.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { worldOf } from "@dabiao/core/model/world.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";

const shipped = worldOf(1, salesSolution);

test("[K-02] every KPI the sales solution brings passes the SMART lint without a warning, before a company has data", () => {
  const kpis = shipped.list(kpiKind);
  assert.ok(kpis.length >= 60, `${kpis.length} KPIs`);
  const faults = kpis.flatMap(({ key, body }) => {
    const metric = shipped.get(metricKind, body.metric);
    const tree = metric ? metricTree(body.metric, (part) => shipped.get(metricKind, part)) : null;
    const people = { owner: ["a"], inputter: ["b"], confirmer: ["c"] };
    const found = lintKpi(body, { metric, tree, people, uses: 0 });
    return found.filter(({ level }) => level !== "pass").map(({ code }) => `${key}: ${code}`);
  });
  assert.deepEqual(faults, []);
});

test("[K-04] every KPI the sales solution brings counts by a date that is named in words", () => {
  const silent = shipped
    .list(metricKind)
    .flatMap(({ key, body: { measure } }) =>
      measure.kind === "aggregate" && measure.basis === undefined ? [key] : [],
    );
  assert.deepEqual(silent, []);
});
