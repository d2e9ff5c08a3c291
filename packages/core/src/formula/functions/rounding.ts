import { Decimal } from "decimal.js";
import { type Sql, sql } from "../../platform/sql.ts";
import { Exact } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { DIGITS, NUMBER } from "../parameters.ts";
import { strict } from "../strict.ts";

/** Rounding takes its number of decimals as a literal: -2 means to hundreds. */
export const roundingFunctions: readonly FormulaFunction[] = [
  {
    name: "ROUND",
    role: "function",
    help: { zh: "四舍五入到几位小数（默认 0）", en: "Rounds half away from zero to so many decimals (0 if not given)" },
    example: "ROUND([金额] * 5%, 2)",
    parameters: [NUMBER, DIGITS],
    result: "number",
    js: strict((a: Decimal, digits?: Decimal) => rounded(a, digits, Decimal.ROUND_HALF_UP)),
    sql: ([a], { constants }) => sql`round(${a}, ${digitsOf(constants)}::int)`,
  },
  {
    name: "ROUNDDOWN",
    role: "function",
    help: { zh: "向零舍去到几位小数（默认 0）", en: "Cuts towards zero to so many decimals (0 if not given)" },
    example: "ROUNDDOWN([佣金], 2)",
    parameters: [NUMBER, DIGITS],
    result: "number",
    js: strict((a: Decimal, digits?: Decimal) => rounded(a, digits, Decimal.ROUND_DOWN)),
    sql: ([a], { constants }) => sql`trunc(${a}, ${digitsOf(constants)}::int)`,
  },
  {
    name: "ROUNDUP",
    role: "function",
    help: { zh: "远离零进位到几位小数（默认 0）", en: "Rounds away from zero to so many decimals (0 if not given)" },
    example: "ROUNDUP([箱数], 0)",
    parameters: [NUMBER, DIGITS],
    result: "number",
    js: strict((a: Decimal, digits?: Decimal) => rounded(a, digits, Decimal.ROUND_UP)),
    sql: ([a], { constants }) => upSql(a!, digitsOf(constants)),
  },
];

function digitsOf(constants: readonly (string | undefined)[]): number {
  return Number(constants[1] ?? "0");
}

function rounded(a: Decimal, digits: Decimal | undefined, mode: Decimal.Rounding): Decimal {
  const places = digits?.toNumber() ?? 0;
  return a.times(tenTo(places)).toDecimalPlaces(0, mode).times(tenTo(-places));
}

function upSql(a: Sql, digits: number): Sql {
  return sql`(sign(${a}) * ceil(abs(${a}) * ${tenTo(digits).toFixed()}::numeric) * ${tenTo(-digits).toFixed()}::numeric)`;
}

function tenTo(exponent: number): Decimal {
  return new Exact(`1e${exponent}`);
}
