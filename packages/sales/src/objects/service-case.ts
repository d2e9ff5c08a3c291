import { field, object, option, reference, select, stages, text } from "../define.ts";

/** A customer's question or complaint, from the day it came in to the day it was settled. */
export const serviceCase = object("service_case", {
  order: 140,
  label: text("服务单", "Service case"),
  plural: text("服务单", "Service cases"),
  icon: "customer-service",
  nameField: "subject",
  stage: stages("status", { open: "open", solved: "won", closed: "lost" }),
  dateField: "opened_on",
  fields: [
    field("subject", "text", text("主题", "Subject"), { maxLength: 160 }, { required: true }),
    reference("customer", text("客户", "Customer"), "customer"),
    select(
      "kind",
      text("类型", "Type"),
      [
        option("question", "咨询", "Question"),
        option("fault", "故障", "Fault"),
        option("complaint", "投诉", "Complaint", "off"),
      ],
      { required: true, default: '"question"' },
    ),
    select(
      "status",
      text("状态", "Status"),
      [
        option("open", "处理中", "Open", "watch"),
        option("solved", "已解决", "Solved", "ok"),
        option("closed", "无法解决", "Closed unsolved", "off"),
      ],
      { required: true, default: '"open"' },
    ),
    field("opened_on", "date", text("受理日", "Opened on"), {}, { required: true, default: "TODAY()" }),
    field("solved_on", "date", text("解决日", "Solved on")),
    field("satisfaction", "integer", text("满意度（1-10）", "Satisfaction (1-10)"), { min: "1", max: "10" }),
    field("note", "long_text", text("经过", "What happened")),
  ],
});
