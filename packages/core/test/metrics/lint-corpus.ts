import { metricTree } from "@dabiao/core/metrics/leaves.ts";
import type { Finding } from "@dabiao/core/metrics/lint/finding.ts";
import type { KpiFacts } from "@dabiao/core/metrics/lint/kpi-facts.ts";
import { type LintedItem, lintCard } from "@dabiao/core/metrics/lint/lint-card.ts";
import { lintKpi } from "@dabiao/core/metrics/lint/lint-kpi.ts";
import { lintTarget, type TargetFacts } from "@dabiao/core/metrics/lint/lint-target.ts";
import { KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

const LEADER = "0190a000-0000-7000-8000-000000000001";
const OPS = "0190a000-0000-7000-8000-000000000002";
const OTHER = "0190a000-0000-7000-8000-000000000003";

const counted = {
  label: { zh: "首次拜访数", en: "First visits" },
  unit: { kind: "count", label: { zh: "次" }, decimals: 0 },
  measure: {
    kind: "aggregate",
    object: "visit",
    aggregate: "count",
    date: "happened_on",
    basis: "happened",
    filter: { field: ["first_visit"], op: "eq", value: true },
  },
};

const entered = {
  label: { zh: "培训得分", en: "Training score" },
  unit: { kind: "score", decimals: 1 },
  measure: { kind: "manual", inputter: { kind: "role", role: "ops" }, confirmer: { kind: "role", role: "leader" } },
};

const soundKpi = {
  label: { zh: "首次拜访数", en: "First visits" },
  help: { zh: "对新客户的首次上门拜访，须有纪要。", en: "First visits with minutes." },
  metric: "first_visits",
  type: "process",
  grain: "month",
  cadence: "week",
  owner: { kind: "role", role: "rep" },
  strategy: { zh: "开拓新客户" },
};

/** A KPI without fault and the facts of a company that has been at work: what the bad ones are bent from. */
export function kpiFindings(kpi: object = {}, metric: object | null = {}, facts: Partial<KpiFacts> = {}): Finding[] {
  const byHand = metric !== null && "entered" in metric;
  const body = metric === null ? undefined : MetricBody.parse({ ...(byHand ? entered : counted), ...metric });
  const people = { owner: [OTHER], inputter: byHand ? [OPS] : [], confirmer: byHand ? [LEADER] : [] };
  return lintKpi(KpiBody.parse({ ...soundKpi, ...kpi }), {
    metric: body,
    tree: body ? metricTree("first_visits", () => body) : null,
    lastPeriod: { key: "2026-10", value: "42" },
    people,
    uses: 2,
    ...facts,
  });
}

export const byHand = { entered: true } as const;
export const people = { LEADER, OPS, OTHER };

/** A line per weight: the first is a result, the others show the way to it. */
export function cardOf(
  weights: readonly string[],
  change: (items: LintedItem[]) => LintedItem[] = (items) => items,
): Finding[] {
  const items = weights.map(
    (weight, index): LintedItem => ({
      key: `k${index}`,
      label: { zh: `指标${"甲乙丙丁戊己庚辛壬癸子丑"[index]}` },
      kpi: `kpi_${index}`,
      type: index === 0 ? "result" : "process",
      weight,
    }),
  );
  return lintCard({ items: change(items) });
}

export function targetFindings(amount: string, facts: Partial<TargetFacts> = {}, target: object = {}): Finding[] {
  return lintTarget(
    { amount: decimal(amount), lowerIsBetter: false, period: { start: "2026-12-01", end: "2027-01-01" }, ...target },
    { today: "2026-11-23", history: history("80 90 85 100 95 90"), linked: true, ...facts },
  );
}

export function history(text: string) {
  return text.split(" ").map((each) => (each === "-" ? null : decimal(each)));
}
