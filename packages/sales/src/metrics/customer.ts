import type { Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { count, DAYS, filled, is, metric, oneOf, PERCENT, YUAN } from "./define.ts";
import { counted, ratio, share, summed, valued } from "./measures.ts";
import { CONTRACT_CUTS, SIGNED } from "./revenue.ts";

const CUSTOMERS = count("家", "customers");
const CUTS = [["kind"], ["tier"], ["industry"], ["region"], ["source"]];
const KEY_VISITS: Filter = {
  and: [is("kind", "visit"), { field: ["customer", "tier"], op: "eq", value: "a" }],
};

export const customerMetrics = [
  metric("new_customer_count", "新增客户", "New customers", {
    group: "customer",
    unit: CUSTOMERS,
    dimensions: CUTS,
    description: text("建档日在期内的潜在或成交客户", "Customers put on file in the period, prospects or buying"),
    measure: counted("customer.filed_on", oneOf("state", ["prospect", "active"])),
  }),
  metric("lost_customer_count", "流失客户数", "Customers lost", {
    group: "customer",
    unit: CUSTOMERS,
    direction: "down",
    dimensions: CUTS,
    measure: counted("customer.lost_on", is("state", "lost")),
  }),
  metric("new_buying_customers", "新成交客户数", "New buying customers", {
    group: "customer",
    unit: CUSTOMERS,
    dimensions: CONTRACT_CUTS,
    measure: valued("contract.signed_on", "distinct", "[customer]", { and: [SIGNED, is("kind", "new")] }),
  }),
  metric("repeat_amount", "老客户复购额", "Repeat business", {
    group: "customer",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    description: text("老客户增购与续约的合同金额", "Amounts of further and renewed contracts"),
    measure: summed("contract.signed_on", "[amount]", { and: [SIGNED, oneOf("kind", ["repeat", "renewal"])] }),
  }),
  metric("repeat_share", "老客户贡献占比", "Share of repeat business", {
    group: "customer",
    unit: PERCENT,
    direction: "band",
    dimensions: CONTRACT_CUTS,
    measure: ratio("repeat_amount", "signed_amount"),
  }),
  metric("renewal_rate", "续约率", "Renewal rate", {
    group: "customer",
    unit: PERCENT,
    dimensions: CONTRACT_CUTS,
    description: text(
      "到期日在期内的合同中已续约的比例",
      "Share of the contracts that end in the period and were renewed",
    ),
    measure: share("contract.ends_on", "NOT(ISEMPTY([renewed_on]))", SIGNED),
  }),
  metric("customers_in_hand", "在手客户数", "Customers in hand", {
    group: "customer",
    unit: CUSTOMERS,
    measure: valued("weekly_review.counted_on", "last", "[customers]"),
  }),
  metric("key_customers_in_hand", "在手重点客户数", "Key customers in hand", {
    group: "customer",
    unit: CUSTOMERS,
    measure: valued("weekly_review.counted_on", "last", "[key_customers]"),
  }),
  metric("key_customers_visited", "拜访重点客户数", "Key customers visited", {
    group: "customer",
    unit: CUSTOMERS,
    measure: valued("visit.happened_on", "distinct", "[customer]", KEY_VISITS),
  }),
  metric("key_coverage", "重点客户拜访覆盖率", "Key customers visited, share", {
    group: "customer",
    unit: PERCENT,
    description: text("拜访过的 A 级客户 ÷ 在手 A 级客户", "Tier A customers visited ÷ tier A customers in hand"),
    measure: ratio("key_customers_visited", "key_customers_in_hand"),
  }),
  metric("satisfaction", "客户满意度", "Satisfaction", {
    group: "customer",
    unit: { kind: "score", decimals: 2 },
    dimensions: [["kind"], ["customer", "kind"]],
    measure: valued("service_case.solved_on", "avg", "[satisfaction]", filled("satisfaction")),
  }),
  metric("complaint_count", "投诉数", "Complaints", {
    group: "customer",
    unit: count("件", "complaints"),
    direction: "down",
    dimensions: [
      ["customer", "kind"],
      ["customer", "industry"],
    ],
    measure: counted("service_case.opened_on", is("kind", "complaint")),
  }),
  metric("case_days", "服务单解决时长", "Days to solve a case", {
    group: "efficiency",
    unit: DAYS,
    direction: "down",
    dimensions: [["kind"]],
    measure: valued("service_case.solved_on", "duration", "[opened_on]", is("status", "solved")),
  }),
] as const;
