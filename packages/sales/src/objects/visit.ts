import { field, object, option, reference, select, text } from "../define.ts";

export const visit = object("visit", {
  order: 50,
  label: text("拜访与跟进", "Visit or follow-up"),
  plural: text("拜访与跟进", "Visits and follow-ups"),
  icon: "environment",
  nameField: "subject",
  dateField: "happened_on",
  fields: [
    field("subject", "text", text("主题", "Subject"), { maxLength: 160 }, { required: true }),
    select(
      "kind",
      text("方式", "Kind"),
      [
        option("visit", "上门拜访", "Visit"),
        option("call", "电话", "Call"),
        option("online", "线上会议", "Online meeting"),
        option("message", "微信/邮件", "Message"),
      ],
      { required: true, default: '"visit"' },
    ),
    reference("customer", text("客户", "Customer"), "customer"),
    reference("opportunity", text("商机", "Opportunity"), "opportunity"),
    reference("lead", text("线索", "Lead"), "lead"),
    field("happened_on", "date", text("日期", "Date"), {}, { required: true, default: "TODAY()" }),
    field("first_visit", "boolean", text("首次拜访", "First visit")),
    field("met_decider", "boolean", text("见到决策人", "Met the decision maker")),
    field("joint", "boolean", text("主管协访", "With the leader")),
    field("minutes", "integer", text("时长（分钟）", "Minutes"), { min: "0" }),
    field("result", "long_text", text("结果", "Result")),
    field("next_step", "text", text("下一步", "Next step"), { maxLength: 200 }),
    field("next_on", "date", text("下一步日期", "Next step on")),
    field("followed_on", "date", text("二次跟进日", "Followed up on")),
    field("recorded_on", "date", text("录入日", "Recorded on"), {}, { default: "TODAY()" }),
  ],
});
