import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { type Definition, text } from "../define.ts";

function kpi(
  key: string,
  zh: string,
  en: string,
  metric: string,
  type: KpiBody["type"],
  step = "1",
): Definition<KpiBody> {
  const thresholds = { ahead: 120, ok: 95, watch: 80 };
  return { kind: "kpi", key, body: { label: text(zh, en), metric, type, grain: "month", thresholds, step } };
}

/** The KPIs a company starts with: results, the activity that leads to them, and what supports both. */
export const kpis = [
  kpi("won_amount", "赢单金额", "Won amount", "won_amount", "result", "0.01"),
  kpi("signed_amount", "签约额", "Signed amount", "signed_amount", "result", "0.01"),
  kpi("cash_amount", "回款额", "Cash received", "cash_amount", "result", "0.01"),
  kpi("collection_rate_due", "当期到期回收率", "Collection rate of dues", "collection_rate_due", "result", "0.0001"),
  kpi("won_count", "赢单数", "Deals won", "won_count", "result"),
  kpi("order_amount", "订单销售额", "Order sales", "order_amount", "result", "0.01"),
  kpi("visit_count", "拜访数", "Visits", "visit_count", "process"),
  kpi("first_visit_count", "首次拜访数", "First visits", "first_visit_count", "process"),
  kpi("engaged_count", "新增商机", "New opportunities", "engaged_count", "process"),
  kpi("win_rate", "赢单率", "Win rate", "win_rate", "process", "0.0001"),
  kpi("lead_conversion", "线索转化率", "Lead conversion", "lead_conversion", "process", "0.0001"),
  kpi("decider_rate", "见到决策人比例", "Decision makers met", "decider_rate", "process", "0.0001"),
  kpi("lead_count", "新增线索", "New leads", "lead_count", "support"),
  kpi("quote_count", "报价数", "Quotes", "quote_count", "support"),
] as const;
