import { field, money, object, option, reference, select, stages, text } from "../define.ts";

import { CONTRACT_KINDS } from "./options.ts";

export const contract = object("contract", {
  order: 70,
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
    reference("product", text("产品", "Product"), "product"),
    select("kind", text("合同类型", "Contract type"), CONTRACT_KINDS),
    money("amount", text("合同金额", "Amount"), { required: true }),
    money("list_amount", text("标准价金额", "Amount at list price")),
    money("cost", text("成本", "Cost")),
    field("margin", "formula", text("毛利", "Gross margin"), {
      formula: "[amount] - [cost]",
      result: "number",
      show: "money",
    }),
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
    field("requested_on", "date", text("提请日", "Requested on")),
    field("signed_on", "date", text("签约日", "Signed on")),
    field("archived_on", "date", text("归档日", "Filed on")),
    field("ends_on", "date", text("到期日", "Ends on")),
    field("renewed_on", "date", text("续约日", "Renewed on")),
    field("received", "rollup", text("已回款", "Received"), {
      object: "receipt",
      via: "contract",
      aggregate: "sum",
      field: "amount",
    }),
  ],
});
