import { text } from "../define.ts";
import { cashKpis } from "./cash.ts";
import { customerKpis } from "./customer.ts";
import { efficiencyKpis } from "./efficiency.ts";
import { growthKpis } from "./growth.ts";
import { orderKpis } from "./order.ts";
import { pipelineKpis } from "./pipeline.ts";
import { qualityKpis } from "./quality.ts";
import { revenueKpis } from "./revenue.ts";
import { visitKpis } from "./visit.ts";

/** The starter library by group: results first, then what leads to them, then what supports both. */
export const KPI_GROUPS = [
  { key: "revenue", label: text("签约与收入", "Signatures and revenue"), kpis: revenueKpis },
  { key: "cash", label: text("回款与账款", "Cash and receivables"), kpis: cashKpis },
  { key: "order", label: text("订单与退货", "Orders and returns"), kpis: orderKpis },
  { key: "customer", label: text("客户与复购", "Customers and repeat business"), kpis: customerKpis },
  { key: "pipeline", label: text("线索与商机", "Leads and deals"), kpis: pipelineKpis },
  { key: "visit", label: text("拜访与跟进", "Visits and follow-ups"), kpis: visitKpis },
  { key: "efficiency", label: text("过程与效率", "Process and speed"), kpis: efficiencyKpis },
  { key: "quality", label: text("质量与数据", "Quality and data"), kpis: qualityKpis },
  { key: "growth", label: text("团队与成长", "Team and growth"), kpis: growthKpis },
] as const;

/** What a board opens on, before the rest of the library follows by group. */
const FIRST = [
  "signed_amount",
  "cash_amount",
  "gross_margin",
  "won_amount",
  "won_count",
  "new_signed_amount",
  "collection_rate_due",
  "order_amount",
  "visit_count",
  "engaged_count",
  "win_rate",
];

export const kpis = KPI_GROUPS.flatMap((group) => [...group.kpis]).map((definition, index) => {
  const first = FIRST.indexOf(definition.key);
  const body = { ...definition.body, order: first < 0 ? FIRST.length + index : first };
  return { ...definition, body };
});
