import { field, money, object, option, reference, select, text } from "../define.ts";
import { CUSTOMER_TYPES, INDUSTRIES, SOURCES, TIERS } from "./options.ts";

/** The share of what one should know of a customer that is filled in. */
const COMPLETENESS = `(${["industry", "tier", "kind", "phone", "region", "employees", "source", "website"]
  .map((key) => `IF(ISEMPTY([${key}]), 0, 1)`)
  .join(" + ")}) / 8`;

export const customer = object("customer", {
  order: 20,
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
    select("kind", text("客户类型", "Customer type"), CUSTOMER_TYPES),
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
    field("filed_on", "date", text("建档日", "Filed on"), {}, { default: "TODAY()" }),
    field("lost_on", "date", text("流失日", "Lost on")),
    field("last_visit_on", "date", text("最近拜访", "Last visit")),
    money("credit_limit", text("信用额度", "Credit limit")),
    field("external_no", "text", text("外部编号", "Outside number"), { maxLength: 80 }, { unique: true }),
    field("completeness", "formula", text("资料完整度", "Completeness"), {
      formula: COMPLETENESS,
      result: "number",
      show: "percent",
    }),
    field("note", "long_text", text("备注", "Note")),
  ],
});
