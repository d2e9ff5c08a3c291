import type { FormulaParameter } from "./formula-function.ts";
import { ANY_KIND } from "./formula-type.ts";

/** Parameters that many functions share, so that the same thing has the same name everywhere. */
export const NUMBER: FormulaParameter = { name: { zh: "数", en: "number" }, accepts: ["number"] };
export const TEXT: FormulaParameter = { name: { zh: "文本", en: "text" }, accepts: ["text", "select"] };
export const DATE: FormulaParameter = { name: { zh: "日期", en: "date" }, accepts: ["date"] };
export const CONDITION: FormulaParameter = { name: { zh: "条件", en: "condition" }, accepts: ["boolean"] };
export const RESULT: FormulaParameter = { name: { zh: "结果", en: "result" }, accepts: ANY_KIND, group: "result" };
export const DIGITS: FormulaParameter = {
  name: { zh: "小数位数", en: "decimals" },
  accepts: ["number"],
  optional: true,
  constant: { min: -12, max: 12 },
};
