import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { Finding } from "@dabiao/core/metrics/lint/finding.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import type { PublishCheck } from "../../model/publish-check.ts";
import { accessOf } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { findMetric, type MetricContext, metricContext } from "../context.ts";
import { gatherFacts } from "./gather-facts.ts";
import type { KpiUsage } from "./kpi-usage.ts";

/** Findings that a changed metric brings upon the KPIs that rest on it: the rest is theirs to answer for. */
const OF_CHANGE = new Set(["kpi_changed_mid_period", "kpi_changes_often"]);

/** Holds KPIs, and metrics that KPIs rest on, against the lint when they are published. */
export function kpiPublishCheck(usage: KpiUsage, clock: () => Date): PublishCheck {
  return async (ws, { kind, key, body }, { before, after }) => {
    const context = lintContext(ws, after, clock());
    if (kind === kpiKind.kind) return await findingsOf(context, before, key, body as KpiBody, usage);
    if (kind !== metricKind.kind) return [];
    const found: Finding[] = [];
    for (const kpi of kpisOn(before, key)) {
      const findings = await findingsOf(context, before, kpi.key, kpi.body, usage);
      found.push(...findings.filter(({ code }) => OF_CHANGE.has(code)));
    }
    return found;
  };
}

/** The lint reads the company's figures whoever publishes. */
export function lintContext(ws: Workspace, world: World, now: Date): MetricContext {
  return metricContext(ws, world, accessOf(systemActor(ws.id, "lint", "lint")), now, "company");
}

async function findingsOf(context: MetricContext, before: World, key: string, body: KpiBody, usage: KpiUsage) {
  return lintKpi(body, await gatherFacts(context, before, key, body, usage));
}

function kpisOn(world: World, metric: string) {
  return world.list(kpiKind).filter(({ body }) => body.metric === metric || restsOn(world, body.metric, metric));
}

function restsOn(world: World, whole: string, part: string): boolean {
  if (!world.get(metricKind, whole)) return false;
  return leavesOf(metricTree(whole, findMetric(world))).some(({ key }) => key === part);
}
