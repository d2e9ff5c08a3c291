import { field, object, option, select, text } from "../define.ts";

/** One person at one training, with the result of its test. */
export const training = object("training", {
  order: 180,
  label: text("培训记录", "Training"),
  plural: text("培训记录", "Trainings"),
  icon: "read",
  nameField: "topic",
  dateField: "held_on",
  fields: [
    field("topic", "text", text("主题", "Topic"), { maxLength: 160 }, { required: true }),
    select("kind", text("形式", "Kind"), [
      option("course", "集中培训", "Course"),
      option("coaching", "一对一辅导", "Coaching"),
      option("online", "线上学习", "Online"),
    ]),
    field("held_on", "date", text("日期", "Held on"), {}, { required: true, default: "TODAY()" }),
    field("hours", "number", text("学时", "Hours"), { decimals: 1, min: "0" }),
    field("score", "number", text("考核分", "Test score"), { decimals: 1, min: "0", max: "100" }),
  ],
});
