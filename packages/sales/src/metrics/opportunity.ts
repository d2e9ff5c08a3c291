import type { FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { BY_OWNER, count, DAYS, is, metric, oneOf, PERCENT, YUAN } from "./define.ts";

const CUTS: FieldPath[] = [["product"], ["product", "series"], ["customer"], ["customer", "industry"], ["source"]];
const WON: Filter = is("stage", "won");
const LOST: Filter = is("stage", "lost");
const OPEN: Filter = oneOf("stage", ["prospecting", "analysis", "proposal", "negotiation", "on_hold"]);

function deals(filter: Filter | undefined, date: string) {
  return {
    kind: "aggregate",
    object: "opportunity",
    aggregate: "count",
    date,
    credit: BY_OWNER,
    ...(filter ? { filter } : {}),
  } as const;
}

export const opportunityMetrics = [
  metric("won_amount", "赢单金额", "Won amount", {
    group: "opportunity",
    unit: YUAN,
    dimensions: CUTS,
    description: text("结单日在期内的赢单商机金额之和", "Amounts of deals won in the period, by their closing day"),
    measure: { ...deals(WON, "closed_on"), aggregate: "sum", value: "[amount]" },
  }),
  metric("won_count", "赢单数", "Deals won", {
    group: "opportunity",
    unit: count("单", "deals"),
    dimensions: CUTS,
    measure: deals(WON, "closed_on"),
  }),
  metric("lost_count", "输单数", "Deals lost", {
    group: "opportunity",
    unit: count("单", "deals"),
    direction: "down",
    dimensions: [...CUTS, ["loss_reason"]],
    measure: deals(LOST, "closed_on"),
  }),
  metric("closed_count", "结单数", "Deals closed", {
    group: "opportunity",
    unit: count("单", "deals"),
    dimensions: CUTS,
    measure: deals(oneOf("stage", ["won", "lost"]), "closed_on"),
  }),
  metric("win_rate", "赢单率", "Win rate", {
    group: "opportunity",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("赢单数 ÷ (赢单数 + 输单数)，按结单日", "Won ÷ (won + lost), by closing day"),
    measure: { kind: "ratio", numerator: "won_count", denominator: "closed_count" },
  }),
  metric("average_won", "平均赢单额", "Average won amount", {
    group: "opportunity",
    unit: YUAN,
    dimensions: CUTS,
    measure: { ...deals(WON, "closed_on"), aggregate: "avg", value: "[amount]" },
  }),
  metric("won_days", "赢单周期", "Days to win", {
    group: "opportunity",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    description: text("从接触到赢单的平均自然日", "Mean calendar days from first contact to the win"),
    measure: { ...deals(WON, "closed_on"), aggregate: "avg", value: "[cycle_days]" },
  }),
  metric("lost_days", "输单周期", "Days to lose", {
    group: "opportunity",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: { ...deals(LOST, "closed_on"), aggregate: "avg", value: "[cycle_days]" },
  }),
  metric("closed_days", "结单周期", "Days to close", {
    group: "opportunity",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: { ...deals(oneOf("stage", ["won", "lost"]), "closed_on"), aggregate: "avg", value: "[cycle_days]" },
  }),
  metric("median_won_days", "赢单周期中位数", "Median days to win", {
    group: "opportunity",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    measure: { ...deals(WON, "closed_on"), aggregate: "median", value: "[cycle_days]" },
  }),
  metric("engaged_count", "新增商机", "New opportunities", {
    group: "opportunity",
    unit: count("个", "deals"),
    dimensions: CUTS,
    measure: deals(undefined, "engaged_on"),
  }),
  metric("pipeline_amount", "在途商机金额", "Open pipeline", {
    group: "opportunity",
    unit: YUAN,
    dimensions: [...CUTS, ["stage"]],
    description: text("预计签约日在期内的未结商机", "Open deals expected to close in the period"),
    measure: { ...deals(OPEN, "expected_close_on"), aggregate: "sum", value: "[amount]" },
  }),
  metric("buying_customers", "成交客户数", "Buying customers", {
    group: "opportunity",
    unit: count("家", "customers"),
    measure: { ...deals(WON, "closed_on"), aggregate: "distinct", value: "[customer]" },
  }),
] as const;
