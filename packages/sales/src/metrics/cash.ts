import type { Filter } from "@dabiao/core/records/filter.ts";
import { text } from "../define.ts";
import { DAYS, filled, metric, PERCENT, YUAN } from "./define.ts";
import { ratio, share, summed, valued } from "./measures.ts";
import { CONTRACT_CUTS, SIGNED } from "./revenue.ts";

const CUTS = [
  ["contract", "product"],
  ["customer", "kind"],
  ["customer", "industry"],
  ["customer", "region"],
  ["customer"],
];
const IN: Filter = { field: ["amount"], op: "gt", value: 0 };
const OUT: Filter = { field: ["amount"], op: "lt", value: 0 };

export const cashMetrics = [
  metric("cash_amount", "回款额", "Cash received", {
    group: "cash",
    unit: YUAN,
    dimensions: [...CUTS, ["method"]],
    description: text("到账日在期内的回款，退款为负", "Receipts by the day they arrived; refunds are negative"),
    measure: summed("receipt.received_on"),
  }),
  metric("cash_in_amount", "到账总额", "Cash in before refunds", {
    group: "cash",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("receipt.received_on", "[amount]", IN),
  }),
  metric("refund_amount", "退款额", "Refunds", {
    group: "cash",
    unit: YUAN,
    direction: "down",
    dimensions: CUTS,
    measure: summed("receipt.received_on", "-[amount]", OUT),
  }),
  metric("refund_rate", "退款率", "Refund rate", {
    group: "cash",
    unit: PERCENT,
    direction: "down",
    dimensions: CUTS,
    description: text("退款额 ÷ 到账总额，退款算在退款当天", "Refunds ÷ cash in; a refund counts on its own day"),
    measure: ratio("refund_amount", "cash_in_amount"),
  }),
  metric("due_amount", "到期应收", "Amount due", {
    group: "cash",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("payment_plan.due_on"),
  }),
  metric("due_settled", "到期已收", "Due and settled", {
    group: "cash",
    unit: YUAN,
    dimensions: CUTS,
    measure: summed("payment_plan.due_on", "[received]"),
  }),
  metric("collection_rate_due", "当期到期回收率", "Collection rate of dues", {
    group: "cash",
    unit: PERCENT,
    dimensions: CUTS,
    description: text(
      "期内到期应收中已核销的比例；预收可使其超过 100%",
      "Share of the period's dues that is settled; prepayment can lift it over 100 %",
    ),
    measure: ratio("due_settled", "due_amount"),
  }),
  metric("signed_to_date", "累计签约额", "Signed so far", {
    group: "cash",
    unit: YUAN,
    dimensions: CONTRACT_CUTS,
    measure: { ...summed("contract.signed_on", "[amount]", SIGNED), reach: "to_date" },
  }),
  metric("cash_to_date", "累计回款额", "Cash received so far", {
    group: "cash",
    unit: YUAN,
    dimensions: CUTS,
    measure: { ...summed("receipt.received_on"), reach: "to_date" },
  }),
  metric("collection_rate_cumulative", "累计回款率", "Cumulative collection rate", {
    group: "cash",
    unit: PERCENT,
    description: text(
      "截至期末的累计回款 ÷ 截至期末的累计签约",
      "Cash received up to the period's end ÷ amount signed up to it",
    ),
    measure: ratio("cash_to_date", "signed_to_date"),
  }),
  metric("invoiced_amount", "开票额", "Amount invoiced", {
    group: "cash",
    unit: YUAN,
    dimensions: [...CUTS, ["kind"]],
    description: text("开票日在期内的发票，红字为负", "Invoices by their day; red-letter ones are negative"),
    measure: summed("invoice.invoiced_on"),
  }),
  metric("invoice_collection_rate", "开票回款率", "Cash over invoiced", {
    group: "cash",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("期内回款额 ÷ 期内开票额；预收可使其超过 100%", "Cash received ÷ amount invoiced in the period"),
    measure: ratio("cash_amount", "invoiced_amount"),
  }),
  metric("cash_over_signed", "回款签约比", "Cash over signed", {
    group: "cash",
    unit: PERCENT,
    description: text("期内回款额 ÷ 期内签约额", "Cash received ÷ amount signed in the period"),
    measure: ratio("cash_amount", "signed_amount"),
  }),
  metric("on_time_cash_rate", "按期到账率", "Cash on time", {
    group: "cash",
    unit: PERCENT,
    dimensions: CUTS,
    description: text("期内到账的各笔中不晚于到期日的比例", "Share of receipts that came no later than they were due"),
    measure: share("receipt.received_on", "[received_on] <= [payment_plan.due_on]", {
      and: [IN, filled("payment_plan")],
    }),
  }),
  metric("collection_days", "加权回款天数", "Days to collect, by amount", {
    group: "cash",
    unit: DAYS,
    direction: "down",
    dimensions: CUTS,
    description: text("从签约到到账的天数，按金额加权", "Days from signing to arrival, weighted by amount"),
    measure: {
      ...valued("receipt.received_on", "wavg", "DATEDIFF([contract.signed_on], [received_on])", IN),
      weight: "[amount]",
    },
  }),
  metric("receivable_stock", "应收余额", "Receivables", {
    group: "cash",
    unit: YUAN,
    direction: "down",
    measure: valued("weekly_review.counted_on", "last", "[receivable]"),
  }),
  metric("overdue_stock", "逾期应收余额", "Overdue receivables", {
    group: "cash",
    unit: YUAN,
    direction: "down",
    description: text("每人期内最近一次盘点的逾期应收", "Everybody's latest weekly review in the period"),
    measure: valued("weekly_review.counted_on", "last", "[overdue]"),
  }),
] as const;
