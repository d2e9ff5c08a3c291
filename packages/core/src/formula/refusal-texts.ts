import type { RefusalTexts } from "../platform/refusal.ts";
import type { formulaRefusals } from "./refusals.ts";

/** Sentences for formulas: most are shown under the place they speak of. */
export const formulaRefusalTexts: RefusalTexts<typeof formulaRefusals> = {
  formula_empty: { zh: "公式是空的。请输入公式。", en: "The formula is empty. Type one." },
  formula_syntax: {
    zh: "这里不该有“{found}”。请检查逗号、括号和运算符。",
    en: "“{found}” does not belong here. Check commas, brackets and operators.",
  },
  formula_unclosed: {
    zh: "“{found}”没有配对的另一半。请补上右括号或右引号。",
    en: "“{found}” is never closed. Add the closing bracket or quote.",
  },
  formula_incomplete: {
    zh: "公式没写完。请补上后面的值或右括号。",
    en: "The formula stops too early. Add the missing value or bracket.",
  },
  formula_character: {
    zh: "这里有一个看不见的坏字符。请删掉重新输入。",
    en: "There is a broken invisible character here. Delete it and type again.",
  },
  formula_number: {
    zh: "数字太长。整数部分最多 30 位，小数最多 16 位。",
    en: "The number is too long. At most 30 digits before and 16 behind the point.",
  },
  formula_bare_name: {
    zh: "“{name}”是字段就写成 [{name}]，是文本就加引号，是函数就加括号。",
    en: "Write [{name}] for a field, quotes for a text, or brackets behind it for a function.",
  },
  formula_too_large: {
    zh: "公式太大（{what}超过 {limit}）。请拆成几个公式字段。",
    en: "The formula is too large (more than {limit} in {what}). Split it into several formula fields.",
  },
  formula_unknown_field: {
    zh: "没有字段“{name}”，它可能已改名或删除。请从提示中重新选择。",
    en: "There is no field “{name}”; it may be renamed or deleted. Choose one from the list.",
  },
  formula_unknown_function: {
    zh: "没有函数“{name}”。请从提示中选择。",
    en: "There is no function “{name}”. Choose one from the list.",
  },
  formula_clock: {
    zh: "{name} 随时间变化，不能用在要保存的公式里。请改用日期字段。",
    en: "{name} changes with time and cannot stand in a stored formula. Use a date field.",
  },
  formula_argument_count: {
    zh: "{name} 需要 {expected} 个参数，现在有 {found} 个。",
    en: "{name} takes {expected} arguments; there are {found}.",
  },
  formula_argument_type: {
    zh: "{name} 这里需要{expected}，现在是{found}。请换一个值或字段。",
    en: "{name} needs {expected} here, but this is {found}. Use another value or field.",
  },
  formula_constant: {
    zh: "{name} 这里只能直接写：{allowed}，不能用字段或算式。",
    en: "{name} takes only one of these, written out, here: {allowed}.",
  },
  formula_type_mixed: {
    zh: "{name} 里的值要同一类：前面是{expected}，这里是{found}。日期请用 DATE(年,月,日)。",
    en: "Values of {name} must be of one kind: before it is {expected}, here {found}. Write dates as DATE(year, month, day).",
  },
  formula_option: {
    zh: "没有选项“{option}”。可用的选项：{options}。",
    en: "There is no option “{option}”. Options: {options}.",
  },
  formula_result_type: {
    zh: "这里的公式要得到{expected}，现在得到{found}。",
    en: "The formula must give {expected} here; it gives {found}.",
  },
};
