import type { Decimal } from "decimal.js";
import { type Sql, sql } from "../../platform/sql.ts";
import { integerBetween } from "../between.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { TEXT } from "../parameters.ts";
import { strict } from "../strict.ts";

/** No text is as long; more is null. */
const FAR = 1_000_000;

const COUNT = { name: { zh: "字数", en: "count" }, accepts: ["number"] } as const;
const START = { name: { zh: "从第几个字", en: "start" }, accepts: ["number"] } as const;

/** Positions count from 1, in characters (code points). A fraction is cut off; a negative count gives null (FX-14). */
export const textPartFunctions: readonly FormulaFunction[] = [
  {
    name: "LEFT",
    role: "function",
    help: { zh: "左边几个字（默认 1）", en: "The first characters (1 if not given)" },
    example: "LEFT([编号], 4)",
    parameters: [TEXT, { ...COUNT, optional: true }],
    result: "text",
    js: strict((a: string, count?: Decimal) => part(a, 1, countOf(count))),
    sql: ([a, count]) => sql`left(${a}, ${countSql(count)})`,
  },
  {
    name: "RIGHT",
    role: "function",
    help: { zh: "右边几个字（默认 1）", en: "The last characters (1 if not given)" },
    example: "RIGHT([电话], 4)",
    parameters: [TEXT, { ...COUNT, optional: true }],
    result: "text",
    js: strict((a: string, count?: Decimal) => {
      const wanted = countOf(count);
      return wanted === null ? null : part(a, Math.max(0, [...a].length - wanted) + 1, wanted);
    }),
    sql: ([a, count]) => sql`right(${a}, ${countSql(count)})`,
  },
  {
    name: "MID",
    role: "function",
    help: { zh: "从第几个字起取几个字", en: "So many characters from a position on" },
    example: "MID([证件号], 7, 8)",
    parameters: [TEXT, START, COUNT],
    result: "text",
    js: strict((a: string, start: Decimal, count: Decimal) => part(a, countOf(start), countOf(count))),
    sql: ([a, start, count]) => sql`substr(${a}, ${integerBetween(start!, 1, FAR)}, ${countSql(count)})`,
  },
];

/** So many characters from a position on; null where either cannot be. */
function part(text: string, start: number | null, count: number | null): string | null {
  if (start === null || count === null || start < 1) return null;
  return [...text].slice(start - 1, start - 1 + count).join("");
}

function countOf(count: Decimal | undefined): number | null {
  const whole = count?.trunc().toNumber() ?? 1;
  return whole < 0 || whole > FAR ? null : whole;
}

function countSql(count: Sql | undefined): Sql {
  return count ? integerBetween(count, 0, FAR) : sql`1`;
}
