import { field, object, option, reference, select, stages, text } from "../define.ts";

export const task = object("task", {
  order: 150,
  label: text("任务", "Task"),
  plural: text("任务", "Tasks"),
  icon: "check-square",
  nameField: "name",
  stage: stages("status", { open: "open", done: "won", dropped: "lost" }),
  dateField: "due_on",
  fields: [
    field("name", "text", text("任务", "Task"), { maxLength: 200 }, { required: true }),
    select(
      "status",
      text("状态", "Status"),
      [
        option("open", "待办", "Open", "watch"),
        option("done", "完成", "Done", "ok"),
        option("dropped", "不做了", "Dropped", "none"),
      ],
      { required: true, default: '"open"' },
    ),
    field("due_on", "date", text("截止日", "Due on")),
    select("priority", text("优先级", "Priority"), [
      option("high", "高", "High", "off"),
      option("normal", "中", "Normal", "ok"),
      option("low", "低", "Low", "none"),
    ]),
    reference("customer", text("客户", "Customer"), "customer"),
    reference("opportunity", text("商机", "Opportunity"), "opportunity"),
    reference("lead", text("线索", "Lead"), "lead"),
    field("done_on", "date", text("完成日", "Done on")),
    field("note", "long_text", text("说明", "Note")),
  ],
});
