import type { Decimal } from "decimal.js";
import { raw, type Sql, sql } from "../../platform/sql.ts";
import { compareValues } from "../compare-values.ts";
import { quotient } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { type FormulaKind, SCALAR_KINDS } from "../formula-type.ts";
import { NUMBER } from "../parameters.ts";
import { powerJs, powerSql } from "../power.ts";
import { strict } from "../strict.ts";
import { textOfValue, textOfValueSql } from "../text-of-value.ts";
import { WRITABLE } from "./text.ts";

const ORDERED: readonly FormulaKind[] = ["number", "text", "select", "date", "datetime"];

export const operators: readonly FormulaFunction[] = [
  arithmetic(
    "+",
    { zh: "加；日期加天数", en: "Plus; a date plus days" },
    (a, b) => a.plus(b),
    (a, b) => sql`(${a} + ${b})`,
  ),
  arithmetic(
    "-",
    { zh: "减；日期相减得天数", en: "Minus; a date minus a date is days" },
    (a, b) => a.minus(b),
    (a, b) => sql`(${a} - ${b})`,
  ),
  arithmetic(
    "*",
    { zh: "乘", en: "Times" },
    (a, b) => a.times(b),
    (a, b) => sql`(${a} * ${b})`,
  ),
  arithmetic(
    "/",
    { zh: "除，保留 16 位小数；除数为 0 得空", en: "Divided by, to 16 decimals; empty for divisor 0" },
    quotient,
    (a, b) => sql`round(div(${a} * 1e17, nullif(${b}, 0)) * 1e-17, 16)`,
  ),
  arithmetic("^", { zh: "乘方", en: "To the power of" }, powerJs, powerSql),
  sign(
    "unary-",
    { zh: "取负", en: "The negative" },
    (a) => a.negated(),
    (a) => sql`(- ${a})`,
  ),
  sign(
    "unary+",
    { zh: "取正，不变", en: "As it is" },
    (a) => a,
    (a) => a,
  ),
  {
    name: "&",
    role: "operator",
    help: { zh: "连接文本；空值当作空文本", en: "Joins texts; an empty one adds nothing" },
    example: "[姓] & [名]",
    parameters: [
      { name: { zh: "左", en: "left" }, accepts: WRITABLE },
      { name: { zh: "右", en: "right" }, accepts: WRITABLE },
    ],
    result: "text",
    js: (args, { kinds }) => args.map((arg, index) => textOfValue(arg, kinds[index]!)).join(""),
    sql: ([a, b], { kinds }) => sql`(${textOfValueSql(a!, kinds[0]!)} || ${textOfValueSql(b!, kinds[1]!)})`,
  },
  comparison("=", SCALAR_KINDS, { zh: "等于", en: "Equals" }, (order) => order === 0),
  comparison("<>", SCALAR_KINDS, { zh: "不等于", en: "Differs from" }, (order) => order !== 0),
  comparison("<", ORDERED, { zh: "小于", en: "Less than" }, (order) => order < 0),
  comparison("<=", ORDERED, { zh: "小于等于", en: "At most" }, (order) => order <= 0),
  comparison(">", ORDERED, { zh: "大于", en: "More than" }, (order) => order > 0),
  comparison(">=", ORDERED, { zh: "大于等于", en: "At least" }, (order) => order >= 0),
];

function arithmetic(
  name: string,
  help: { zh: string; en: string },
  js: (a: Decimal, b: Decimal) => Decimal | null,
  toSql: (a: Sql, b: Sql, constant: string | undefined) => Sql,
): FormulaFunction {
  return {
    name,
    role: "operator",
    help,
    example: `[金额] ${name} 2`,
    parameters: [NUMBER, NUMBER],
    result: "number",
    js: strict(js),
    sql: ([a, b], { constants }) => toSql(a!, b!, constants[1]),
  };
}

function sign(
  name: string,
  help: { zh: string; en: string },
  js: (a: Decimal) => Decimal,
  toSql: (a: Sql) => Sql,
): FormulaFunction {
  return {
    name,
    role: "operator",
    help,
    example: `${name.at(-1)}[金额]`,
    parameters: [NUMBER],
    result: "number",
    js: strict(js),
    sql: ([a]) => toSql(a!),
  };
}

/** Both sides of one kind; null when a side is null, so never true (CV-2). */
function comparison(
  name: string,
  accepts: readonly FormulaKind[],
  help: { zh: string; en: string },
  holds: (order: number) => boolean,
): FormulaFunction {
  const equality = name === "=" || name === "<>";
  return {
    name,
    role: "operator",
    help,
    example: `[金额] ${name} 100`,
    parameters: [
      { name: { zh: "左", en: "left" }, accepts, group: "subject" },
      { name: { zh: "右", en: "right" }, accepts, group: "subject" },
    ],
    result: "boolean",
    js: ([a, b], { kinds }) => {
      const order = compareValues(a!, b!, kinds[0]);
      return order === null ? null : holds(order);
    },
    sql: ([a, b], { kinds }) =>
      !equality && kinds[0] === "text"
        ? sql`(${a} collate "C" ${raw(name)} ${b} collate "C")`
        : sql`(${a} ${raw(name)} ${b})`,
  };
}
