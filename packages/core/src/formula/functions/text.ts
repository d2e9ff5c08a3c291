import { join, sql } from "../../platform/sql.ts";
import { Exact } from "../exact.ts";
import type { FormulaFunction } from "../formula-function.ts";
import type { FormulaKind } from "../formula-type.ts";
import { capitals, capitalsSql, smalls, smallsSql } from "../letters.ts";
import { TEXT } from "../parameters.ts";
import { strict } from "../strict.ts";
import { textOfValue, textOfValueSql } from "../text-of-value.ts";

/** Kinds that `&` and CONCAT write as text. */
export const WRITABLE: readonly FormulaKind[] = ["text", "select", "number", "boolean", "date"];

/** Spaces a person types: plain, no-break and full-width ones, tabs and line ends. */
const SPACES = " \t\r\n\u00a0\u3000";
/** SUBSTITUTE nests, and nesting multiplies lengths; so it reads and gives a bounded text. */
const SUBSTITUTE_LENGTH = 10_000;
const REPLACEMENT_LENGTH = 200;

const PART = { name: { zh: "片段", en: "part" }, accepts: ["text", "select"] } as const;
const TEXT_OR_LIST = { name: { zh: "文本或多选", en: "text or list" }, accepts: ["text", "select", "list"] } as const;

export const textFunctions: readonly FormulaFunction[] = [
  {
    name: "LEN",
    role: "function",
    help: { zh: "字数；多选则为项数", en: "Characters of a text, entries of a list" },
    example: "LEN([备注])",
    parameters: [TEXT_OR_LIST],
    result: "number",
    js: strict((a: string | readonly string[]) => new Exact([...a].length)),
    sql: ([a], { kinds }) => (kinds[0] === "list" ? sql`cardinality(${a})::numeric` : sql`char_length(${a})::numeric`),
  },
  {
    name: "UPPER",
    role: "function",
    help: { zh: "字母转大写", en: "Letters as capitals" },
    example: "UPPER([编号])",
    parameters: [TEXT],
    result: "text",
    js: strict((a: string) => capitals(a)),
    sql: ([a]) => capitalsSql(a!),
  },
  {
    name: "LOWER",
    role: "function",
    help: { zh: "字母转小写", en: "Letters as small ones" },
    example: "LOWER([邮箱])",
    parameters: [TEXT],
    result: "text",
    js: strict((a: string) => smalls(a)),
    sql: ([a]) => smallsSql(a!),
  },
  {
    name: "TRIM",
    role: "function",
    help: { zh: "去掉首尾空白（含全角空格）", en: "Without spaces at both ends" },
    example: "TRIM([客户名])",
    parameters: [TEXT],
    result: "text",
    js: strict((a: string) => trimmed(a)),
    sql: ([a]) => sql`btrim(${a}, ${SPACES}::text)`,
  },
  {
    name: "CONCAT",
    role: "function",
    help: { zh: "连成一段文本；空值当作空文本", en: "Joins into one text; empty ones add nothing" },
    example: 'CONCAT([客户.名称], "-", [编号])',
    parameters: [],
    repeat: [{ name: { zh: "值", en: "value" }, accepts: WRITABLE }],
    result: "text",
    js: (args, { kinds }) => args.map((arg, index) => textOfValue(arg, kinds[index]!)).join(""),
    sql: (args, { kinds }) =>
      sql`(${join(
        args.map((arg, index) => textOfValueSql(arg, kinds[index]!)),
        " || ",
      )})`,
  },
  {
    name: "CONTAINS",
    role: "function",
    help: {
      zh: "文本含有片段（分大小写）；多选含有选项",
      en: "The text holds the part (case matters); the list holds the entry",
    },
    example: 'CONTAINS([标签], "重点")',
    parameters: [
      { ...TEXT_OR_LIST, group: "option" },
      { ...PART, group: "option" },
    ],
    result: "boolean",
    js: ([a, part]) => contains(a as string | readonly string[] | null, part as string | null),
    sql: ([a, part], { kinds }) =>
      kinds[0] === "list" ? sql`(${part} = any(${a}))` : sql`(strpos(${a}, ${part}) > 0)`,
  },
  {
    name: "STARTSWITH",
    role: "function",
    help: { zh: "文本以片段开头（分大小写）", en: "The text begins with the part (case matters)" },
    example: 'STARTSWITH([电话], "138")',
    parameters: [TEXT, PART],
    result: "boolean",
    js: strict((a: string, part: string) => a.startsWith(part)),
    sql: ([a, part]) => sql`starts_with(${a}, ${part})`,
  },
  {
    name: "SUBSTITUTE",
    role: "function",
    help: {
      zh: "把旧片段全部换成新片段（前 1 万字内）",
      en: "Every old part becomes the new one (in the first 10,000 characters)",
    },
    example: 'SUBSTITUTE([电话], "-", "")',
    parameters: [TEXT, { ...PART, name: { zh: "旧片段", en: "old" } }, { ...PART, name: { zh: "新片段", en: "new" } }],
    result: "text",
    js: strict((a: string, old: string, replacement: string) => {
      const text = first(a, SUBSTITUTE_LENGTH);
      return old === "" ? text : first(text.split(old).join(first(replacement, REPLACEMENT_LENGTH)), SUBSTITUTE_LENGTH);
    }),
    sql: ([a, old, replacement]) =>
      sql`left(replace(left(${a}, ${SUBSTITUTE_LENGTH}::int), ${old}, left(${replacement}, ${REPLACEMENT_LENGTH}::int)), ${SUBSTITUTE_LENGTH}::int)`,
  },
];

/** No entry at all is no entry, even of an unknown name: SQL's `= any('{}')` says the same. */
function contains(a: string | readonly string[] | null, part: string | null): boolean | null {
  if (Array.isArray(a) && a.length === 0) return false;
  return a === null || part === null ? null : a.includes(part);
}

function first(text: string, count: number): string {
  return [...text].slice(0, count).join("");
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && SPACES.includes(text[from]!)) from++;
  while (to > from && SPACES.includes(text[to - 1]!)) to--;
  return text.slice(from, to);
}
