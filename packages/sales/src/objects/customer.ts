import { field, money, object, option, reference, select, text } from "../define.ts";
import { INDUSTRIES, SOURCES, TIERS } from "./options.ts";

export const customer = object("customer", {
  aliases: ["accounts", "客户台账"],
  label: text("客户", "Customer"),
  plural: text("客户", "Customers"),
  icon: "bank",
  nameField: "name",
  fields: [
    field(
      "name",
      "text",
      text("客户名称", "Name"),
      { maxLength: 160 },
      { required: true, aliases: ["account", "公司名称", "公司"] },
    ),
    select("industry", text("行业", "Industry"), INDUSTRIES, { aliases: ["sector"] }),
    select("tier", text("客户分层", "Tier"), TIERS),
    select("state", text("状态", "State"), [
      option("prospect", "潜在", "Prospect"),
      option("active", "成交", "Active"),
      option("dormant", "沉默", "Dormant"),
      option("lost", "流失", "Lost"),
    ]),
    field("phone", "phone", text("电话", "Phone")),
    field("website", "url", text("网址", "Website")),
    field("region", "text", text("地区", "Region"), { maxLength: 60 }, { aliases: ["office_location"] }),
    field("address", "address", text("地址", "Address")),
    field("employees", "integer", text("员工数", "Employees"), { min: "0" }),
    field("revenue", "number", text("年营收（百万）", "Annual revenue (millions)"), { decimals: 2 }),
    field(
      "founded_year",
      "integer",
      text("成立年份", "Founded in"),
      { min: "1500", max: "2200" },
      { aliases: ["year_established"] },
    ),
    reference("parent", text("母公司", "Parent company"), "customer", { aliases: ["subsidiary_of", "上级公司"] }),
    select("source", text("来源", "Source"), SOURCES),
    field("last_visit_on", "date", text("最近拜访", "Last visit")),
    money("credit_limit", text("信用额度", "Credit limit")),
    field("external_no", "text", text("外部编号", "Outside number"), { maxLength: 80 }, { unique: true }),
    field("note", "long_text", text("备注", "Note")),
  ],
});
