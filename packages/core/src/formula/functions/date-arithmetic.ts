import type { Decimal } from "decimal.js";
import { sql } from "../../platform/sql.ts";
import {
  daysBetween,
  endOfMonth,
  endOfMonthSql,
  monthsBetween,
  monthsBetweenSql,
  plusDays,
  plusDaysSql,
  plusMonths,
  plusMonthsSql,
} from "../date-steps.ts";
import { DATE_UNIT_WORDS, dateUnit, UNIT_STEPS } from "../date-unit.ts";
import { Exact } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { DATE } from "../parameters.ts";
import { strict } from "../strict.ts";

const AMOUNT = { name: { zh: "数量", en: "amount" }, accepts: ["number"] } as const;
const UNIT = {
  name: { zh: "单位", en: "unit" },
  accepts: ["text"],
  optional: true,
  constant: DATE_UNIT_WORDS,
} as const;

/** Amounts are cut to whole numbers; a step of more than 4,000 years and a result outside the years 1 to 9999 are null (FX-16). */
export const dateArithmeticFunctions: readonly FormulaFunction[] = [
  {
    name: "DATEADD",
    role: "function",
    help: {
      zh: "日期加减若干天/周/月/季/年（默认天）；月末不溢出",
      en: "A date so many days, weeks, months, quarters or years later (days if not given); stays inside the month",
    },
    example: 'DATEADD([签约日], 3, "月")',
    parameters: [DATE, AMOUNT, UNIT],
    result: "date",
    js: strict((date: string, amount: Decimal, word?: string) => {
      const step = UNIT_STEPS[dateUnit(word)];
      const count = amount.trunc().times(step.count);
      return step.of === "day" ? plusDays(date, count) : plusMonths(date, count);
    }),
    sql: ([date, amount], { constants }) => {
      const step = UNIT_STEPS[dateUnit(constants[2])];
      const count = step.count === 1 ? sql`trunc(${amount})` : sql`(trunc(${amount}) * ${step.count}::numeric)`;
      return step.of === "day" ? plusDaysSql(date!, count) : plusMonthsSql(date!, count);
    },
  },
  {
    name: "DATEDIFF",
    role: "function",
    help: {
      zh: "从前一日期到后一日期满多少天/周/月/季/年（默认天）",
      en: "Whole days, weeks, months, quarters or years from the first date to the second (days if not given)",
    },
    example: 'DATEDIFF([签约日], [到期日], "月")',
    parameters: [{ ...DATE, name: { zh: "开始", en: "start" } }, { ...DATE, name: { zh: "结束", en: "end" } }, UNIT],
    result: "number",
    js: strict((start: string, end: string, word?: string) => {
      const step = UNIT_STEPS[dateUnit(word)];
      const whole = step.of === "day" ? daysBetween(start, end) : monthsBetween(start, end);
      return new Exact(whole).divToInt(step.count);
    }),
    sql: ([start, end], { constants }) => {
      const step = UNIT_STEPS[dateUnit(constants[2])];
      const whole = step.of === "day" ? sql`(${end} - ${start})::numeric` : monthsBetweenSql(start!, end!);
      return step.count === 1 ? whole : sql`div(${whole}, ${step.count}::numeric)`;
    },
  },
  {
    name: "EOMONTH",
    role: "function",
    help: {
      zh: "若干个月之后那个月的最后一天（默认本月）",
      en: "The last day of the month so many months later (this month if not given)",
    },
    example: "EOMONTH([签约日], 1)",
    parameters: [DATE, { ...AMOUNT, name: { zh: "月数", en: "months" }, optional: true }],
    result: "date",
    js: strict((date: string, months?: Decimal) => endOfMonth(date, (months ?? new Exact(0)).trunc())),
    sql: ([date, months]) => endOfMonthSql(date!, months ?? sql`0::numeric`),
  },
];
