import { field, money, object, option, reference, select, text } from "../define.ts";

/** What was invoiced; a red-letter invoice is a negative one on its own day. */
export const invoice = object("invoice", {
  order: 90,
  label: text("开票", "Invoice"),
  plural: text("开票", "Invoices"),
  icon: "file-done",
  nameField: "invoice_no",
  dateField: "invoiced_on",
  fields: [
    field(
      "invoice_no",
      "text",
      text("发票号码", "Invoice number"),
      { maxLength: 80 },
      { required: true, unique: true },
    ),
    reference("contract", text("合同", "Contract"), "contract"),
    reference("customer", text("客户", "Customer"), "customer"),
    money("amount", text("开票金额", "Amount"), { required: true }),
    select("kind", text("发票类型", "Invoice type"), [
      option("special", "增值税专用发票", "Special VAT invoice"),
      option("ordinary", "普通发票", "Ordinary invoice"),
      option("red", "红字发票", "Red-letter invoice"),
    ]),
    field("requested_on", "date", text("申请日", "Requested on")),
    field("invoiced_on", "date", text("开票日", "Invoiced on"), {}, { required: true, default: "TODAY()" }),
  ],
});
