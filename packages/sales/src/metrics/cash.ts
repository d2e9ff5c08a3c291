import { text } from "../define.ts";
import { BY_OWNER, count, metric, oneOf, PERCENT, YUAN } from "./define.ts";

const SIGNED = oneOf("status", ["signed", "ended"]);

function summed(object: string, date: string, value = "[amount]") {
  return { kind: "aggregate", object, aggregate: "sum", value, date, credit: BY_OWNER } as const;
}

export const cashMetrics = [
  metric("signed_amount", "签约额", "Signed amount", {
    group: "contract",
    unit: YUAN,
    dimensions: [["customer"], ["customer", "industry"], ["customer", "tier"]],
    description: text("签约日在期内的合同金额之和", "Contract amounts by signing day"),
    measure: { ...summed("contract", "signed_on"), filter: SIGNED },
  }),
  metric("signed_count", "签约数", "Contracts signed", {
    group: "contract",
    unit: count("份", "contracts"),
    measure: {
      kind: "aggregate",
      object: "contract",
      aggregate: "count",
      date: "signed_on",
      credit: BY_OWNER,
      filter: SIGNED,
    },
  }),
  metric("cash_amount", "回款额", "Cash received", {
    group: "cash",
    unit: YUAN,
    dimensions: [["customer"], ["method"]],
    description: text("到账日在期内的回款，退款为负", "Receipts by the day they arrived; refunds are negative"),
    measure: summed("receipt", "received_on"),
  }),
  metric("due_amount", "到期应收", "Amount due", {
    group: "cash",
    unit: YUAN,
    dimensions: [["customer"]],
    measure: summed("payment_plan", "due_on"),
  }),
  metric("due_settled", "到期已收", "Due and settled", {
    group: "cash",
    unit: YUAN,
    dimensions: [["customer"]],
    measure: summed("payment_plan", "due_on", "[received]"),
  }),
  metric("collection_rate_due", "当期到期回收率", "Collection rate of dues", {
    group: "cash",
    unit: PERCENT,
    description: text(
      "期内到期应收中已核销的比例；预收可使其超过 100%",
      "Share of the period's dues that is settled; prepayment can lift it over 100 %",
    ),
    measure: { kind: "ratio", numerator: "due_settled", denominator: "due_amount" },
  }),
  metric("cash_over_signed", "回款签约比", "Cash over signed", {
    group: "cash",
    unit: PERCENT,
    description: text("期内回款额 ÷ 期内签约额", "Cash received ÷ amount signed in the period"),
    measure: { kind: "ratio", numerator: "cash_amount", denominator: "signed_amount" },
  }),
  metric("order_amount", "订单销售额", "Order sales", {
    group: "order",
    unit: YUAN,
    dimensions: [["region"], ["province"], ["category"], ["sub_category"], ["segment"], ["customer"]],
    measure: summed("order_line", "ordered_on"),
  }),
  metric("order_profit", "订单利润", "Order profit", {
    group: "order",
    unit: YUAN,
    dimensions: [["region"], ["province"], ["category"], ["sub_category"], ["segment"]],
    measure: summed("order_line", "ordered_on", "[profit]"),
  }),
  metric("order_quantity", "销售数量", "Units sold", {
    group: "order",
    unit: count("件", "units"),
    dimensions: [["region"], ["category"]],
    measure: summed("order_line", "ordered_on", "[quantity]"),
  }),
  metric("returned_amount", "退货额", "Returned amount", {
    group: "order",
    unit: YUAN,
    direction: "down",
    dimensions: [["order", "region"]],
    description: text(
      "按退货自己的日期计，不动已过去的销售月",
      "By the day of the return, so past months of sales stay as they were",
    ),
    measure: summed("return_order", "returned_on", "IFEMPTY([stated_amount], [order_amount])"),
  }),
  metric("net_order_amount", "净销售额", "Net sales", {
    group: "order",
    unit: YUAN,
    measure: { kind: "formula", formula: "[order_amount] - [returned_amount]" },
  }),
  metric("refund_amount", "退款额", "Refunds", {
    group: "cash",
    unit: YUAN,
    direction: "down",
    measure: { ...summed("receipt", "received_on", "-[amount]"), filter: { field: ["amount"], op: "lt", value: 0 } },
  }),
] as const;
