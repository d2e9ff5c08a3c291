import type { Decimal } from "decimal.js";
import { Temporal } from "temporal-polyfill";
import { type Sql, sql } from "../../platform/sql.ts";
import { dateOf, dateSql } from "../calendar-date.ts";
import { Exact } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { DATE } from "../parameters.ts";
import { strict } from "../strict.ts";

const YEAR = { name: { zh: "年", en: "year" }, accepts: ["number"] } as const;
const MONTH = { name: { zh: "月", en: "month" }, accepts: ["number"] } as const;
const DAY = { name: { zh: "日", en: "day" }, accepts: ["number"] } as const;

/** An instant given where a date is asked for is taken as its business day in the workspace's zone (CV-3). */
export const dateFunctions: readonly FormulaFunction[] = [
  {
    name: "DATE",
    role: "function",
    help: {
      zh: "由年、月、日得到日期；不存在的日期得空",
      en: "A date of year, month and day; empty if there is no such day",
    },
    example: "DATE(2026, 12, 31)",
    parameters: [YEAR, MONTH, DAY],
    result: "date",
    js: strict((year: Decimal, month: Decimal, day: Decimal) => dateOf(year, month, day)),
    sql: ([year, month, day]) => dateSql(year!, month!, day!),
  },
  part(
    "YEAR",
    { zh: "年份", en: "The year" },
    (date) => date.year,
    (date) => sql`extract(year from ${date})`,
  ),
  part(
    "QUARTER",
    { zh: "第几季度，1 到 4", en: "The quarter, 1 to 4" },
    quarterOf,
    (date) => sql`extract(quarter from ${date})`,
  ),
  part(
    "MONTH",
    { zh: "月份，1 到 12", en: "The month, 1 to 12" },
    (date) => date.month,
    (date) => sql`extract(month from ${date})`,
  ),
  part(
    "DAY",
    { zh: "几号，1 到 31", en: "The day of the month" },
    (date) => date.day,
    (date) => sql`extract(day from ${date})`,
  ),
  part(
    "WEEKDAY",
    { zh: "星期几，周一为 1，周日为 7", en: "The day of the week, Monday 1 to Sunday 7" },
    (date) => date.dayOfWeek,
    (date) => sql`extract(isodow from ${date})`,
  ),
];

function part(
  name: string,
  help: { zh: string; en: string },
  js: (date: Temporal.PlainDate) => number,
  toSql: (date: Sql) => Sql,
): FormulaFunction {
  return {
    name,
    role: "function",
    help,
    example: `${name}([签约日])`,
    parameters: [DATE],
    result: "number",
    js: strict((date: string) => new Exact(js(Temporal.PlainDate.from(date)))),
    sql: ([date]) => toSql(date!),
  };
}

function quarterOf(date: Temporal.PlainDate): number {
  return Math.ceil(date.month / 3);
}
