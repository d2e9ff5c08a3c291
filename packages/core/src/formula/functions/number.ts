import type { Decimal } from "decimal.js";
import { sql } from "../../platform/sql.ts";
import { Exact } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import type { FormulaValue } from "../formula-type.ts";
import { moduloJs, moduloSql } from "../modulo.ts";
import { NUMBER } from "../parameters.ts";
import { powerJs, powerSql } from "../power.ts";
import { strict } from "../strict.ts";

const DIVISOR = { name: { zh: "除数", en: "divisor" }, accepts: ["number"] } as const;
const STEP = { name: { zh: "倍数", en: "multiple" }, accepts: ["number"], optional: true } as const;
const EXPONENT = { name: { zh: "指数", en: "exponent" }, accepts: ["number"] } as const;

export const numberFunctions: readonly FormulaFunction[] = [
  {
    name: "ABS",
    role: "function",
    help: { zh: "绝对值", en: "The number without its sign" },
    example: "ABS([差额])",
    parameters: [NUMBER],
    result: "number",
    js: strict((a: Decimal) => a.abs()),
    sql: ([a]) => sql`abs(${a})`,
  },
  {
    name: "SUM",
    role: "function",
    help: { zh: "求和；空值不计，全空得 0", en: "Adds up; empty ones do not count, all empty is 0" },
    example: "SUM([首付款], [尾款])",
    parameters: [],
    repeat: [NUMBER],
    result: "number",
    js: (args) => args.reduce<Decimal>((total, arg) => total.plus(arg === null ? 0 : (arg as Decimal)), new Exact(0)),
    sql: (args) => args.map((arg) => sql`coalesce(${arg}, 0)`).reduce((total, arg) => sql`(${total} + ${arg})`),
  },
  {
    name: "MOD",
    role: "function",
    help: { zh: "余数，符号同除数；除数为 0 得空", en: "Remainder with the divisor's sign; empty for divisor 0" },
    example: "MOD([数量], 12)",
    parameters: [NUMBER, DIVISOR],
    result: "number",
    js: strict(moduloJs),
    sql: ([a, b]) => moduloSql(a!, b!),
  },
  {
    name: "INT",
    role: "function",
    help: { zh: "向下取整", en: "The whole number below or equal" },
    example: "INT([金额] / 10000)",
    parameters: [NUMBER],
    result: "number",
    js: strict((a: Decimal) => a.floor()),
    sql: ([a]) => sql`floor(${a})`,
  },
  {
    name: "FLOOR",
    role: "function",
    help: { zh: "向下取到倍数（默认 1）", en: "Down to a multiple (1 if not given)" },
    example: "FLOOR([金额], 100)",
    parameters: [NUMBER, STEP],
    result: "number",
    js: strict((a: Decimal, step?: Decimal) => toMultiple(a, step, (rest) => a.minus(rest))),
    sql: ([a, step]) => (step ? sql`(${a} - ${moduloSql(a!, sql`abs(${step})`)})` : sql`floor(${a})`),
  },
  {
    name: "CEILING",
    role: "function",
    help: { zh: "向上取到倍数（默认 1）", en: "Up to a multiple (1 if not given)" },
    example: "CEILING([时长], 0.5)",
    parameters: [NUMBER, STEP],
    result: "number",
    js: strict((a: Decimal, step?: Decimal) => toMultiple(a.negated(), step, (rest) => a.plus(rest))),
    sql: ([a, step]) => (step ? sql`(${a} + ${moduloSql(sql`(- ${a})`, sql`abs(${step})`)})` : sql`ceil(${a})`),
  },
  {
    name: "POWER",
    role: "function",
    help: { zh: "乘方；无意义或过大得空", en: "Raised to a power; empty where undefined or too large" },
    example: "POWER(1 + [月利率], 12)",
    parameters: [NUMBER, EXPONENT],
    result: "number",
    js: strict(powerJs),
    sql: ([base, exponent], { constants }) => powerSql(base!, exponent!, constants[1]),
  },
];

function toMultiple(a: Decimal, step: Decimal | undefined, result: (rest: Decimal) => Decimal): FormulaValue {
  const rest = moduloJs(a, step ? step.abs() : new Exact(1));
  return rest && result(rest);
}
