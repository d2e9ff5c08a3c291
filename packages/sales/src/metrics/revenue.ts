import type { FieldPath, Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { count, is, metric, oneOf, PERCENT, YUAN } from "./define.ts";
import { counted, ratio, summed, valued } from "./measures.ts";

/** What contracts may be cut by: the customer, its trade, type and region, the product line, the kind of sale. */
export const CONTRACT_CUTS: FieldPath[] = [
  ["product", "series"],
  ["product"],
  ["kind"],
  ["customer", "kind"],
  ["customer", "tier"],
  ["customer", "industry"],
  ["customer", "region"],
  ["customer"],
];
export const SIGNED = oneOf("status", ["signed", "ended"]);
const BIG: Filter = { field: ["amount"], op: "ge", value: 300_000 };

export const revenueMetrics = [
  metric("signed_amount", "签约额", "Signed amount", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    description: text("签约日在期内的合同金额之和", "Contract amounts by signing day"),
    measure: summed("contract.signed_on", "[amount]", SIGNED),
  }),
  metric("signed_count", "签约数", "Contracts signed", {
    group: "revenue",
    unit: count("份", "contracts"),
    dimensions: CONTRACT_CUTS,
    measure: counted("contract.signed_on", SIGNED),
  }),
  metric("new_signed_amount", "新客户签约额", "Signed with new customers", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    description: text("客户第一份合同的金额", "Amounts of customers' first contracts"),
    measure: summed("contract.signed_on", "[amount]", { and: [SIGNED, is("kind", "new")] }),
  }),
  metric("big_deal_amount", "大单签约额", "Signed in big deals", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    description: text("单份不低于 30 万元的合同", "Contracts of 300,000 yuan or more"),
    measure: summed("contract.signed_on", "[amount]", { and: [SIGNED, BIG] }),
  }),
  metric("average_contract", "客单价", "Average contract", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    measure: valued("contract.signed_on", "avg", "[amount]", SIGNED),
  }),
  metric("gross_margin", "毛利额", "Gross margin", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    description: text(
      "合同金额减成本；成本未填的不计",
      "Contract amount less cost; contracts without a cost do not count",
    ),
    measure: summed("contract.signed_on", "[amount] - [cost]", SIGNED),
  }),
  metric("costed_amount", "已核成本的签约额", "Signed amount with a known cost", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    measure: summed("contract.signed_on", "IF(ISEMPTY([cost]), 0, [amount])", SIGNED),
  }),
  metric("gross_margin_rate", "毛利率", "Gross margin rate", {
    group: "revenue",
    unit: PERCENT,
    dimensions: CONTRACT_CUTS,
    measure: ratio("gross_margin", "costed_amount"),
  }),
  metric("discount_amount", "让利额", "Discounts given", {
    group: "revenue",
    unit: YUAN,
    direction: "down",
    dimensions: CONTRACT_CUTS,
    measure: summed("contract.signed_on", "[list_amount] - [amount]", SIGNED),
  }),
  metric("list_amount", "标准价签约额", "Signed amount at list price", {
    group: "revenue",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    measure: summed("contract.signed_on", "[list_amount]", SIGNED),
  }),
  metric("discount_rate", "平均折扣率", "Average discount", {
    group: "revenue",
    unit: PERCENT,
    direction: "band",
    dimensions: CONTRACT_CUTS,
    description: text("让利额 ÷ 按标准价的金额", "Discounts given ÷ amount at list price"),
    measure: ratio("discount_amount", "list_amount"),
  }),
] as const;
