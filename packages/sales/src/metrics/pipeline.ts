import type { FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { count, DAYS, filled, is, metric, oneOf, PERCENT, YUAN } from "./define.ts";
import { counted, ratio, share, summed, valued } from "./measures.ts";

const CUTS: FieldPath[] = [["product"], ["product", "series"], ["customer"], ["customer", "industry"], ["source"]];
const WON: Filter = is("stage", "won");
const LOST: Filter = is("stage", "lost");
const CLOSED = oneOf("stage", ["won", "lost"]);
const OPEN: Filter = oneOf("stage", ["prospecting", "analysis", "proposal", "negotiation", "on_hold"]);
const DEALS = count("个", "deals");

export const pipelineMetrics = [
  metric("won_amount", "赢单金额", "Won amount", {
    group: "revenue",
    unit: YUAN,
    dimensions: CUTS,
    description: text("结单日在期内的赢单商机金额之和", "Amounts of deals won in the period, by their closing day"),
    measure: summed("opportunity.closed_on", "[amount]", WON),
  }),
  metric("won_count", "赢单数", "Deals won", {
    group: "revenue",
    unit: count("单", "deals"),
    dimensions: CUTS,
    measure: counted("opportunity.closed_on", WON),
  }),
  metric("lost_count", "输单数", "Deals lost", {
    group: "pipeline",
    unit: count("单", "deals"),
    direction: "down",
    dimensions: [...CUTS, ["loss_reason"]],
    measure: counted("opportunity.closed_on", LOST),
  }),
  metric("closed_count", "结单数", "Deals closed", {
    group: "pipeline",
    unit: count("单", "deals"),
    dimensions: CUTS,
    measure: counted("opportunity.closed_on", CLOSED),
  }),
  metric("win_rate", "赢单率", "Win rate", {
    group: "pipeline",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("赢单数 ÷ (赢单数 + 输单数)，按结单日", "Won ÷ (won + lost), by closing day"),
    measure: ratio("won_count", "closed_count"),
  }),
  metric("average_won", "平均赢单额", "Average won amount", {
    group: "revenue",
    unit: YUAN,
    dimensions: CUTS,
    measure: valued("opportunity.closed_on", "avg", "[amount]", WON),
  }),
  metric("won_days", "赢单周期", "Days to win", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    description: text("从接触到赢单的平均自然日", "Mean calendar days from first contact to the win"),
    measure: valued("opportunity.closed_on", "avg", "[cycle_days]", WON),
  }),
  metric("lost_days", "输单周期", "Days to lose", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: valued("opportunity.closed_on", "avg", "[cycle_days]", LOST),
  }),
  metric("closed_days", "结单周期", "Days to close", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: valued("opportunity.closed_on", "avg", "[cycle_days]", CLOSED),
  }),
  metric("median_won_days", "赢单周期中位数", "Median days to win", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: valued("opportunity.closed_on", "median", "[cycle_days]", WON),
  }),
  metric("engaged_count", "新增商机", "New opportunities", {
    group: "pipeline",
    unit: DEALS,
    dimensions: CUTS,
    description: text("接触日在期内、已关联客户的商机", "Deals with a customer, by the day of first contact"),
    measure: counted("opportunity.engaged_on", filled("customer")),
  }),
  metric("engaged_amount", "新增商机金额", "Amount of new opportunities", {
    group: "pipeline",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("opportunity.engaged_on", "[amount]", filled("customer")),
  }),
  metric("price_loss_share", "价格输单占比", "Share lost on price", {
    group: "pipeline",
    unit: PERCENT,
    direction: "down",
    dimensions: CUTS,
    measure: share("opportunity.closed_on", '[loss_reason] = "price"', LOST),
  }),
  metric("pipeline_stock", "在手商机金额", "Pipeline in hand", {
    group: "pipeline",
    unit: YUAN,
    description: text("每人期内最近一次盘点的在手商机", "Everybody's latest weekly review in the period"),
    measure: valued("weekly_review.counted_on", "last", "[open_amount]"),
  }),
  metric("needed_stock", "下月还需签约额", "Still to be signed next month", {
    group: "pipeline",
    unit: YUAN,
    measure: valued("weekly_review.counted_on", "last", "[needed_amount]"),
  }),
  metric("pipeline_coverage", "商机覆盖倍数", "Pipeline coverage", {
    group: "pipeline",
    unit: { kind: "other", label: text("倍", "×"), decimals: 2 },
    direction: "band",
    measure: ratio("pipeline_stock", "needed_stock"),
  }),
  metric("stalled_deals", "停滞商机数", "Stalled deals", {
    group: "pipeline",
    unit: DEALS,
    direction: "down",
    measure: valued("weekly_review.counted_on", "last", "[stalled_deals]"),
  }),
  metric("pipeline_amount", "在途商机金额", "Open pipeline", {
    group: "pipeline",
    unit: YUAN,
    dimensions: [...CUTS, ["stage"]],
    description: text("预计签约日在期内的未结商机", "Open deals expected to close in the period"),
    measure: summed("opportunity.expected_close_on", "[amount]", OPEN),
  }),
  metric("buying_customers", "成交客户数", "Buying customers", {
    group: "customer",
    unit: count("家", "customers"),
    measure: valued("opportunity.closed_on", "distinct", "[customer]", WON),
  }),
] as const;
