import { field, money, object, option, reference, select, text } from "../define.ts";

export const paymentPlan = object("payment_plan", {
  order: 80,
  label: text("回款计划", "Payment plan"),
  plural: text("回款计划", "Payment plans"),
  icon: "schedule",
  nameField: "name",
  dateField: "due_on",
  fields: [
    field("name", "text", text("期次", "Instalment"), { maxLength: 120 }, { required: true }),
    reference("contract", text("合同", "Contract"), "contract", { required: true }),
    reference("customer", text("客户", "Customer"), "customer"),
    field("due_on", "date", text("到期日", "Due on"), {}, { required: true }),
    money("amount", text("应收金额", "Amount due"), { required: true }),
    field("received", "rollup", text("已核销", "Settled"), {
      object: "receipt",
      via: "payment_plan",
      aggregate: "sum",
      field: "amount",
    }),
  ],
});

/** Money that arrived; a refund is a negative receipt on its own day. */
export const receipt = object("receipt", {
  order: 100,
  label: text("回款", "Receipt"),
  plural: text("回款", "Receipts"),
  icon: "pay-circle",
  nameField: "name",
  dateField: "received_on",
  fields: [
    field("name", "text", text("回款编号", "Receipt number"), { maxLength: 120 }, { required: true }),
    reference("contract", text("合同", "Contract"), "contract"),
    reference("payment_plan", text("回款计划", "Payment plan"), "payment_plan"),
    reference("customer", text("客户", "Customer"), "customer"),
    money("amount", text("到账金额", "Amount"), { required: true }),
    field("received_on", "date", text("到账日", "Received on"), {}, { required: true }),
    select("method", text("方式", "Method"), [
      option("transfer", "转账", "Bank transfer"),
      option("bill", "承兑汇票", "Acceptance bill"),
      option("cash", "现金", "Cash"),
      option("online", "线上支付", "Online payment"),
    ]),
  ],
});
