import { join, type Sql, sql } from "../../platform/sql.ts";
import { compareValues } from "../compare-values.ts";
import { isEmpty, isEmptySql, nullIfEmptySql } from "../emptiness.ts";
import type { FormulaFunction } from "../formula-function.ts";
import { ANY_KIND, SCALAR_KINDS } from "../formula-type.ts";
import { CONDITION, RESULT } from "../parameters.ts";

const SUBJECT = { name: { zh: "值", en: "value" }, accepts: SCALAR_KINDS, group: "subject" } as const;
const CHOICE = { name: { zh: "选项", en: "choice" }, accepts: SCALAR_KINDS, group: "subject" } as const;

export const logicFunctions: readonly FormulaFunction[] = [
  {
    name: "IF",
    role: "function",
    help: {
      zh: "条件成立取前者，否则取后者；条件为空当作不成立",
      en: "The first if the condition holds, else the second; an empty condition does not hold",
    },
    example: "IF([金额] >= 10万, [金额] * 5%, 0)",
    parameters: [CONDITION, RESULT, { ...RESULT, name: { zh: "否则", en: "otherwise" }, optional: true }],
    result: "result",
    js: ([condition, then, otherwise]) => (condition === true ? then! : (otherwise ?? null)),
    sql: ([condition, then, otherwise]) =>
      otherwise
        ? sql`case when ${condition} then ${then} else ${otherwise} end`
        : sql`case when ${condition} then ${then} end`,
  },
  {
    name: "IFS",
    role: "function",
    help: { zh: "依次判断，取第一个成立的条件的结果", en: "The result of the first condition that holds" },
    example: 'IFS([得分] >= 90, "A", [得分] >= 60, "B", TRUE, "C")',
    parameters: [],
    repeat: [CONDITION, RESULT],
    result: "result",
    js: (args) => {
      for (let index = 0; index + 1 < args.length; index += 2) if (args[index] === true) return args[index + 1]!;
      return null;
    },
    sql: (args) => sql`case ${branches(args)} end`,
  },
  {
    name: "SWITCH",
    role: "function",
    help: {
      zh: "值等于哪个选项就取哪个结果，都不等取最后的默认",
      en: "The result beside the choice that equals the value, else the default",
    },
    example: 'SWITCH([等级], "S", 120, "A", 100, 60)',
    parameters: [SUBJECT],
    repeat: [CHOICE, RESULT],
    last: { ...RESULT, name: { zh: "默认", en: "default" }, optional: true },
    result: "result",
    js: ([subject, ...rest], { kinds }) => {
      let index = 0;
      for (; index + 1 < rest.length; index += 2)
        if (compareValues(subject!, rest[index]!, kinds[0]) === 0) return rest[index + 1]!;
      return rest[index] ?? null;
    },
    sql: ([subject, ...rest]) => {
      const fallback = rest.length % 2 === 1 ? sql` else ${rest.at(-1)}` : sql``;
      return sql`case ${subject} ${branches(rest)}${fallback} end`;
    },
  },
  {
    name: "AND",
    role: "function",
    help: { zh: "全部成立", en: "All hold" },
    example: "AND([金额] > 0, [已审核])",
    parameters: [],
    repeat: [CONDITION],
    result: "boolean",
    js: (args) => (args.includes(false) ? false : args.includes(null) ? null : true),
    sql: (args) => sql`(${join(args, " and ")})`,
  },
  {
    name: "OR",
    role: "function",
    help: { zh: "至少一个成立", en: "At least one holds" },
    example: 'OR([来源] = "展会", [来源] = "转介绍")',
    parameters: [],
    repeat: [CONDITION],
    result: "boolean",
    js: (args) => (args.includes(true) ? true : args.includes(null) ? null : false),
    sql: (args) => sql`(${join(args, " or ")})`,
  },
  {
    name: "NOT",
    role: "function",
    help: { zh: "不成立；空值仍为空", en: "Does not hold; empty stays empty" },
    example: "NOT([已开票])",
    parameters: [CONDITION],
    result: "boolean",
    js: ([a]) => (a === null ? null : a !== true),
    sql: ([a]) => sql`(not ${a})`,
  },
  {
    name: "IN",
    role: "function",
    help: { zh: "值是其中之一", en: "The value is one of these" },
    example: 'IN([阶段], "报价", "谈判")',
    parameters: [SUBJECT],
    repeat: [CHOICE],
    result: "boolean",
    js: ([subject, ...choices], { kinds }) => {
      if (subject === null) return null;
      if (choices.some((choice) => compareValues(subject!, choice, kinds[0]) === 0)) return true;
      return choices.includes(null) ? null : false;
    },
    sql: ([subject, ...choices]) => sql`(${subject} in (${join(choices)}))`,
  },
  {
    name: "ISEMPTY",
    role: "function",
    help: { zh: "没有值，或是空文本、空列表", en: "No value, or an empty text or list" },
    example: "ISEMPTY([预计成交日])",
    parameters: [{ name: { zh: "值", en: "value" }, accepts: ANY_KIND }],
    result: "boolean",
    js: ([a]) => isEmpty(a!),
    sql: ([a], { kinds }) => isEmptySql(a!, kinds[0]!),
  },
  {
    name: "IFEMPTY",
    role: "function",
    help: { zh: "值为空时取后者", en: "The second when the first is empty" },
    example: "IFEMPTY([折扣], 1)",
    parameters: [RESULT, { ...RESULT, name: { zh: "替代", en: "instead" } }],
    result: "result",
    js: ([a, b]) => (isEmpty(a!) ? b! : a!),
    sql: ([a, b], { kinds }) => sql`coalesce(${nullIfEmptySql(a!, kinds[0]!)}, ${b})`,
  },
  {
    name: "COALESCE",
    role: "function",
    help: { zh: "第一个不为空的值", en: "The first value that is not empty" },
    example: "COALESCE([实际金额], [预计金额], 0)",
    parameters: [],
    repeat: [RESULT],
    result: "result",
    js: (args) => args.find((arg) => !isEmpty(arg)) ?? null,
    sql: (args, { kinds }) => sql`coalesce(${join(args.map((arg, index) => nullIfEmptySql(arg, kinds[index]!)))})`,
  },
];

function branches(args: readonly Sql[]): Sql {
  const pairs: Sql[] = [];
  for (let index = 0; index + 1 < args.length; index += 2) pairs.push(sql`when ${args[index]} then ${args[index + 1]}`);
  return join(pairs, " ");
}
