import { test } from "node:test";
import type { FormulaFunction, FormulaParameter } from "@dabiao/core/formula/formula-function.ts";
import { FORMULA_CATALOGUE, type FormulaFamily } from "@dabiao/core/formula/registry.ts";
import { assertWritten } from "../support/written-page.ts";

const FAMILIES: Readonly<Record<FormulaFamily, string>> = {
  logic: "逻辑 · Logic",
  number: "数字 · Numbers",
  text: "文本 · Text",
  date: "日期 · Dates",
  operator: "运算符 · Operators",
};

const HEAD = `# 公式 · Formula

字段、条件和指标用同一种公式，写法像 Excel。算不出来的结果是空，从不报错中断；同一条公式在浏览器预览和数据库里结果相同。
Fields, conditions and metrics share one language that reads like Excel. What cannot be computed is empty, never an error; the preview in the browser and the database give the same answer.

- 字段写在方括号里，用名称或键：\`[金额]\`、\`[amount]\`；经过引用用点：\`[客户.行业]\`。
  Fields stand in brackets, by label or key; over a reference with a dot: \`[customer.industry]\`.
- 数字可带单位：\`1200\`、\`5%\`、\`10万\`、\`1.2亿\`。文本：\`"华东"\`。日期：\`DATE(2026, 3, 9)\`。全角符号与半角相同。
  Numbers may carry units; texts stand in quotes; dates are made with \`DATE\`. Full-width signs equal ASCII ones.
- \`IF([金额]>=10万, [金额]*5%, 0)\`：金额到十万按 5% 计，否则为 0。
  5 % of amounts from 100,000, otherwise 0.
- 单选直接和选项名比较：\`[阶段] = "赢单"\`。
  A select is compared with an option's name.
- 空值参与运算结果为空；除以 0 为空；\`SUM\`、\`MIN\`、\`MAX\` 跳过空值；要当 0 用 \`IFEMPTY([金额], 0)\`。
  Null stays null through arithmetic, and so does division by 0; \`SUM\`, \`MIN\` and \`MAX\` pass over it; \`IFEMPTY\` gives it a value.
- 除法保留 16 位小数，四舍五入；其余按十进制精确计算。
  Division keeps 16 decimals, half away from zero; all else is exact decimal arithmetic.

完整规则 · all rules: [packages/core/spec/formula.md](../packages/core/spec/formula.md)
`;

test("[FX-11] docs/formula.md has every function of the catalogue (UPDATE=1 writes it anew)", () => {
  const sections = Object.entries(FAMILIES).map(([family, title]) => {
    const rows = FORMULA_CATALOGUE[family as FormulaFamily].map(rowOf);
    return `## ${title}\n\n| 写法 · form | 作用 · what it does | 例 · example |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  assertWritten("docs/formula.md", [HEAD, ...sections].join("\n"));
});

function rowOf(declared: FormulaFunction): string {
  const help = `${declared.help.zh}<br>${declared.help.en ?? ""}`;
  return `| \`${cell(form(declared))}\` | ${cell(help)} | \`${cell(declared.example)}\` |`;
}

function form({ name, role, parameters, repeat, last }: FormulaFunction): string {
  if (role === "operator") return name.replace(/^unary(.)$/, "$1值");
  const named = (parameter: FormulaParameter) => (parameter.optional ? `[${parameter.name.zh}]` : parameter.name.zh);
  const repeated = repeat ? [...repeat.map(named), "…"] : [];
  return `${name}(${[...parameters.map(named), ...repeated, ...(last ? [`[${last.name.zh}]`] : [])].join(", ")})`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
