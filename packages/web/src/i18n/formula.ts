import { defineMessages } from "./setup.ts";

defineMessages({
  "formula.kind.number": { zh: "数字", en: "number" },
  "formula.kind.text": { zh: "文本", en: "text" },
  "formula.kind.boolean": { zh: "是否", en: "yes or no" },
  "formula.kind.date": { zh: "日期", en: "date" },
  "formula.kind.datetime": { zh: "时间", en: "date and time" },
  "formula.kind.select": { zh: "单选", en: "option" },
  "formula.kind.list": { zh: "多选", en: "list" },
  "formula.what.source": { zh: "字数", en: "characters" },
  "formula.what.depth": { zh: "嵌套层数", en: "nesting levels" },
  "formula.what.nodes": { zh: "组成部分", en: "parts" },
  "formula.what.sql": { zh: "计算量", en: "computing steps" },
  "formula.example": { zh: "例：{example}", en: "Example: {example}" },
  "formula.placeholder": {
    zh: "输入公式，如 IF([金额]>=10万, [金额]*5%, 0)",
    en: "Type a formula, such as IF([Amount]>=100000, [Amount]*5%, 0)",
  },
  "formula.field": { zh: "字段", en: "Field" },
});
