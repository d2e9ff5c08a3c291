import type { MetricRule } from "@dabiao/core/metrics/explain.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { leavesOf, metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { LibraryKpi } from "@dabiao/core/metrics/library-contract.ts";
import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { dependantsOf } from "@dabiao/core/model/dependants.ts";
import { inOrder } from "@dabiao/core/model/in-order.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { KINDS } from "@dabiao/core/model/kinds.ts";
import { memberSearchText } from "@dabiao/core/people/member.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import { findMetric } from "./context.ts";
import { ruleOfLeaf } from "./rule-of-leaf.ts";

const KPIS_MAX = 1000;

/** Every KPI with what a page says about it; rules only of objects the reader may see. */
export function kpiLibrary(world: World, access: Access, withTargets: ReadonlySet<string>): LibraryKpi[] {
  return inOrder(world.list(kpiKind))
    .slice(0, KPIS_MAX)
    .map(({ key, body }) => ({
      key,
      body,
      search: searchOf(body),
      formula: formulaOf(world, body.metric),
      rules: rulesOf(world, body.metric).filter(({ object, manual }) => manual !== undefined || sees(access, object)),
      uses: dependantsOf(KINDS, world, { kind: kpiKind.kind, key }).map(({ kind, key: user, label }) => ({
        kind,
        key: user,
        label,
      })),
      hasTargets: withTargets.has(key),
    }));
}

function searchOf({ label, tags = [], metric, description }: KpiBody): string {
  const found = memberSearchText({ name: label.zh });
  return [found, label.en, ...tags, metric, description?.zh, description?.en].join(" ").toLowerCase();
}

function formulaOf(world: World, key: string): string | null {
  const measure = world.get(metricKind, key)?.measure;
  if (measure?.kind === "formula") return measure.formula;
  return measure?.kind === "ratio" ? `[${measure.numerator}] / [${measure.denominator}]` : null;
}

/** A KPI that lost its metric since is shown without rules. */
function rulesOf(world: World, key: string): MetricRule[] {
  try {
    return leavesOf(metricTree(key, findMetric(world))).map(ruleOfLeaf);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function sees(access: Access, object: string): boolean {
  return access.object(object).read.length > 0 || access.can("metrics.manage");
}
