import { field, money, object, option, reference, select, stages, text } from "../define.ts";

export const contract = object("contract", {
  aliases: ["contracts"],
  label: text("合同", "Contract"),
  plural: text("合同", "Contracts"),
  icon: "audit",
  nameField: "name",
  stage: stages("status", { draft: "open", signed: "won", ended: "won", cancelled: "lost" }),
  dateField: "signed_on",
  fields: [
    field("contract_no", "text", text("合同编号", "Contract number"), { maxLength: 80 }, { unique: true }),
    field("name", "text", text("合同名称", "Name"), { maxLength: 160 }, { required: true }),
    reference("customer", text("客户", "Customer"), "customer"),
    reference("opportunity", text("商机", "Opportunity"), "opportunity"),
    money("amount", text("合同金额", "Amount"), { required: true }),
    select(
      "status",
      text("状态", "Status"),
      [
        option("draft", "草拟", "Draft", "none"),
        option("signed", "已签约", "Signed", "ok"),
        option("ended", "已完成", "Completed", "series-1"),
        option("cancelled", "已取消", "Cancelled", "off"),
      ],
      { required: true, default: '"draft"' },
    ),
    field("signed_on", "date", text("签约日", "Signed on")),
    field("ends_on", "date", text("到期日", "Ends on")),
    field("received", "rollup", text("已回款", "Received"), {
      object: "receipt",
      via: "contract",
      aggregate: "sum",
      field: "amount",
    }),
  ],
});
