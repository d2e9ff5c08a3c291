import { field, object, option, reference, select, stages, text } from "../define.ts";
import { INDUSTRIES, SOURCES } from "./options.ts";

export const lead = object("lead", {
  order: 10,
  aliases: ["leads"],
  label: text("线索", "Lead"),
  plural: text("线索", "Leads"),
  icon: "thunderbolt",
  nameField: "name",
  stage: stages("status", { new: "open", contacted: "open", qualified: "won", discarded: "lost" }),
  dateField: "next_on",
  fields: [
    field("name", "text", text("线索名称", "Name"), { maxLength: 120 }, { required: true }),
    field("company", "text", text("公司", "Company"), { maxLength: 120 }),
    field("contact_name", "text", text("联系人", "Contact"), { maxLength: 60 }),
    field("phone", "phone", text("电话", "Phone")),
    field("email", "email", text("邮箱", "E-mail")),
    select(
      "status",
      text("状态", "Status"),
      [
        option("new", "新线索", "New", "none"),
        option("contacted", "已联系", "Contacted", "watch"),
        option("qualified", "已转化", "Qualified", "ok"),
        option("discarded", "已作废", "Discarded", "off"),
      ],
      { required: true, default: '"new"' },
    ),
    select("source", text("来源", "Source"), SOURCES),
    select("industry", text("行业", "Industry"), INDUSTRIES),
    field("received_on", "date", text("获得日期", "Received on"), {}, { default: "TODAY()" }),
    field("first_touch_on", "date", text("首次联系日", "First touch on")),
    field("response_hours", "number", text("首响用时（小时）", "Hours to first touch"), { decimals: 1, min: "0" }),
    field("next_on", "date", text("下次跟进", "Next follow-up")),
    reference("customer", text("转化客户", "Converted to"), "customer"),
    field("note", "long_text", text("备注", "Note")),
  ],
});
