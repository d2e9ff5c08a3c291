import { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { decimal, ONE } from "@dabiao/core/numbers/decimal.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import type { KpiInfo } from "../../metrics/use-metrics.ts";
import { firstRule } from "../rule/first-rule.ts";

/** Weights people can remember. */
const WEIGHT_STEP = decimal(5);

/** A card of these KPIs, each in proportion to its attainment, their weights alike and 100 together. */
export function firstCard(label: LocalText, kpis: readonly KpiInfo[]): ScorecardBody {
  const weights = splitTarget(
    decimal(100),
    kpis.map(() => ONE),
    WEIGHT_STEP,
  );
  return ScorecardBody.parse({
    label,
    grain: "month",
    items: kpis.map((kpi, index) => kpiItem(kpi, String(weights[index] ?? 0), kpis)),
  });
}

/** A line of a KPI; one that gets better downwards is scored so. */
export function kpiItem(kpi: KpiInfo, weight: string, kpis: readonly KpiInfo[]) {
  const direction = kpi.metric.direction === "down" ? "down" : "up";
  return {
    key: kpi.key,
    kind: "scored" as const,
    weight,
    source: {
      kind: "kpi" as const,
      kpi: kpi.key,
      of: "member" as const,
      target: { kind: "ledger" as const },
      compose: "whole" as const,
    },
    rule: firstRule("proportional", direction, secondKpi(kpis, kpi.key)),
  };
}

/** Another KPI than this, for a table of two. */
export function secondKpi(kpis: readonly KpiInfo[], key: string): string {
  return kpis.find((kpi) => kpi.key !== key)?.key ?? key;
}
