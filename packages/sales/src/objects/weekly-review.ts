import { field, money, object, text } from "../define.ts";

/** What a seller has in hand on a day, counted once a week: the stocks that flows alone do not tell. */
export const weeklyReview = object("weekly_review", {
  order: 170,
  label: text("周盘点", "Weekly review"),
  plural: text("周盘点", "Weekly reviews"),
  icon: "dashboard",
  nameField: "name",
  dateField: "counted_on",
  fields: [
    field("name", "text", text("盘点", "Review"), { maxLength: 120 }, { required: true }),
    field("counted_on", "date", text("盘点日", "Counted on"), {}, { required: true, default: "TODAY()" }),
    money("open_amount", text("在手商机金额", "Open pipeline")),
    field("open_deals", "integer", text("在手商机数", "Open deals"), { min: "0" }),
    field(
      "stalled_deals",
      "integer",
      text("停滞商机数", "Stalled deals"),
      { min: "0" },
      { help: text("30 天没有推进过阶段的在手商机", "Open deals that moved no stage in 30 days") },
    ),
    money("needed_amount", text("下月还需签约额", "Still to be signed next month")),
    field("customers", "integer", text("在手客户数", "Customers in hand"), { min: "0" }),
    field("key_customers", "integer", text("重点客户数（A 级）", "Key customers (tier A)"), { min: "0" }),
    money("receivable", text("应收余额", "Receivables")),
    money("overdue", text("其中逾期", "Of which overdue")),
    field("note", "long_text", text("说明", "Note")),
  ],
});
