import { field, money, object, option, reference, select, stages, text } from "../define.ts";

export const quote = object("quote", {
  order: 60,
  label: text("报价", "Quote"),
  plural: text("报价", "Quotes"),
  icon: "file-text",
  nameField: "name",
  stage: stages("status", { draft: "open", sent: "open", accepted: "won", refused: "lost" }),
  dateField: "valid_until",
  fields: [
    field("name", "text", text("报价名称", "Name"), { maxLength: 160 }, { required: true }),
    reference("opportunity", text("商机", "Opportunity"), "opportunity"),
    reference("customer", text("客户", "Customer"), "customer"),
    money("amount", text("报价金额", "Amount")),
    money("list_amount", text("标准价金额", "Amount at list price")),
    field("discount", "percent", text("折扣", "Discount")),
    select(
      "status",
      text("状态", "Status"),
      [
        option("draft", "草稿", "Draft", "none"),
        option("sent", "已发出", "Sent", "watch"),
        option("accepted", "已接受", "Accepted", "ok"),
        option("refused", "已拒绝", "Refused", "off"),
      ],
      { required: true, default: '"draft"' },
    ),
    field("requested_on", "date", text("客户索价日", "Asked for on")),
    field("quoted_on", "date", text("报价日期", "Quoted on"), {}, { default: "TODAY()" }),
    field("valid_until", "date", text("有效期至", "Valid until")),
    field("answered_on", "date", text("客户答复日", "Answered on")),
  ],
});
