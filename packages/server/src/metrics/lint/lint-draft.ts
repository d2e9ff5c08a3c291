import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { lintScore } from "@dabiao/core/metrics/lint/finding.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import type { KpiLint, KpiLintRequest } from "@dabiao/core/metrics/lint-contract.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { world } from "../../model/world.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { gatherFacts } from "./gather-facts.ts";
import type { KpiUsage } from "./kpi-usage.ts";
import { findingsOfTarget, pastOfTarget } from "./lint-target-of.ts";
import { lintContext } from "./publish-check.ts";

/** A KPI, and perhaps a target of it, held against SMART on the company's data, before anything is kept. */
export async function lintDraft(
  ws: Workspace,
  access: Access,
  { key, body, metric, target }: KpiLintRequest,
  usage: KpiUsage,
  now: Date,
): Promise<KpiLint> {
  if (!access.can("metrics.manage")) access.demand("goals.manage");
  const before = await world(ws);
  const drafted = worldWith(before, [
    { kind: kpiKind.kind, key, body },
    ...(metric ? [{ kind: metricKind.kind, key: body.metric, body: metric }] : []),
  ]);
  const context = lintContext(ws, drafted, now);
  const facts = await gatherFacts(context, before, key, body, usage);
  const past = target && facts.metric ? await pastOfTarget(context, body, facts.metric, target) : facts.past;
  const found = lintKpi(body, facts);
  // Of a KPI with a target at hand, what is said about reaching it is said about that target.
  const ofKpi = target ? found.filter(({ letter }) => letter !== "A") : found;
  const findings = [...ofKpi, ...(target && facts.metric ? findingsOfTarget(context, facts.metric, target, past) : [])];
  return { findings, score: lintScore(findings), targets: facts.change?.targets ?? 0, past: [...past] };
}
