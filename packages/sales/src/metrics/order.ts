import { text } from "../define.ts";
import { count, DAYS, filled, metric, PERCENT, YUAN } from "./define.ts";
import { ratio, summed, valued } from "./measures.ts";

const CUTS = [["region"], ["province"], ["category"], ["sub_category"], ["segment"], ["customer"]];

export const orderMetrics = [
  metric("order_amount", "订单销售额", "Order sales", {
    group: "order",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("order_line.ordered_on"),
  }),
  metric("order_profit", "订单利润", "Order profit", {
    group: "order",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("order_line.ordered_on", "[profit]"),
  }),
  metric("order_margin_rate", "订单毛利率", "Order margin", {
    group: "order",
    unit: PERCENT,
    dimensions: CUTS,
    measure: ratio("order_profit", "order_amount"),
  }),
  metric("order_quantity", "销售数量", "Units sold", {
    group: "order",
    unit: count("件", "units"),
    dimensions: [["region"], ["category"]],
    measure: summed("order_line.ordered_on", "[quantity]"),
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
    measure: summed("return_order.returned_on", "IFEMPTY([stated_amount], [order_amount])"),
  }),
  metric("net_order_amount", "净销售额", "Net sales", {
    group: "order",
    unit: YUAN,
    measure: { kind: "formula", formula: "[order_amount] - [returned_amount]" },
  }),
  metric("return_rate", "退货率", "Return rate", {
    group: "order",
    unit: PERCENT,
    direction: "down",
    description: text("期内退货额 ÷ 期内订单销售额", "Amount returned ÷ order sales of the period"),
    measure: ratio("returned_amount", "order_amount"),
  }),
  metric("ship_days", "发货用时", "Days to ship", {
    group: "order",
    unit: DAYS,
    direction: "down",
    dimensions: [["region"]],
    description: text("从下单到发货的平均天数，按发货日", "Mean days from order to shipment, by the day of shipment"),
    measure: valued("order.shipped_on", "duration", "[ordered_on]", filled("ordered_on")),
  }),
] as const;
