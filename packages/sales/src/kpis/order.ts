import { text } from "../define.ts";
import { kpisOf } from "./define.ts";

const kpi = kpisOf("order", text("订单净额稳步增长", "Net order sales that grow steadily"));

export const orderKpis = [
  kpi("order_amount", "订单销售额", "Order sales", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["订单", "收入"],
    zh: [
      "客户下的订单总额，适合按单供货的业务。",
      "订单明细销售额之和，按订单日期归期。",
      "提高下单客户数和每单品类数，盯老客户补货周期。",
      "未扣退货，月末冲量后常见次月退货，看净销售额。",
    ],
    en: [
      "What customers ordered, for business that ships by the order.",
      "Sum of the sales of order lines, by order date.",
      "More ordering customers, more categories an order; know when customers run out.",
      "Returns are not taken off: a push at month end often comes back, so see net sales.",
    ],
  }),
  kpi("net_order_amount", "净销售额", "Net sales", {
    type: "result",
    step: "money",
    owner: "director",
    tags: ["订单", "退货", "核心"],
    zh: [
      "扣掉退货之后真正留住的销售额。",
      "订单销售额 − 退货额；退货算在退货当天，不改动已过去的月份。",
      "发货前核对型号和数量，对退货原因逐条复盘。",
      "退货多的月份可能为负，这是真实的，不要补录到销售月。",
    ],
    en: [
      "The sales that stay once returns are taken off.",
      "Order sales − returns; a return counts on its own day and leaves past months alone.",
      "Check model and quantity before shipping; go through the reasons of returns.",
      "A month of many returns may be negative. That is true: do not move them to the month of the sale.",
    ],
  }),
  kpi("order_margin_rate", "订单毛利率", "Order margin", {
    type: "result",
    step: "rate",
    owner: "leader",
    tags: ["订单", "利润"],
    zh: [
      "订单每卖一百元挣多少毛利。",
      "订单利润 ÷ 订单销售额，按订单日期汇总后再除。",
      "按类别找低毛利品，限制叠加折扣。",
      "利润未导入时会是 0，先检查明细的利润列。",
    ],
    en: [
      "The margin of every hundred yuan ordered.",
      "Order profit ÷ order sales, summed by order date before dividing.",
      "Find the categories with little margin; do not stack discounts.",
      "Without profits imported it is 0: check the profit column first.",
    ],
  }),
  kpi("return_rate", "退货率", "Return rate", {
    type: "result",
    step: "rate",
    owner: "leader",
    tags: ["订单", "退货", "越低越好"],
    zh: [
      "卖出去又退回来的比例。",
      "期内退货额 ÷ 期内订单销售额，两头各按自己的日期。",
      "分原因治理：质量、发错、多订、到货晚各有责任人。",
      "退货滞后于销售，单月可能偏高，看三个月滚动更公平。",
    ],
    en: [
      "The share of sales that comes back.",
      "Returns of the period ÷ order sales of the period, each by its own date.",
      "Treat it by reason: quality, wrong item, too many, too late each have an owner.",
      "Returns lag behind sales: three months together are fairer than one.",
    ],
  }),
  kpi("ship_days", "发货用时", "Days to ship", {
    type: "support",
    step: "days",
    owner: "ops",
    tags: ["订单", "交付", "越低越好"],
    zh: [
      "从下单到发货要几天，客户对交付的第一印象。",
      "期内发货订单的（发货日 − 订单日期）平均天数，按发货日归期。",
      "常用型号备货，下午四点前的订单当天出库。",
      "只算已发货的订单，压着不发反而显得快，要看未发订单清单。",
    ],
    en: [
      "Days from order to shipment, the first thing a customer notices.",
      "Mean days from order date to shipping date, by shipping date.",
      "Keep common models in stock; ship the same day what is ordered before four.",
      "Only shipped orders count: orders held back make it look quick, so see those not shipped.",
    ],
  }),
] as const;
