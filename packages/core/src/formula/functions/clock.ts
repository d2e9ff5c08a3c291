import type { FormulaFunction } from "../formula-function.ts";

/** What depends on the moment of reading. A stored or indexed formula may not use these (lessons D19). */
export const clockFunctions: readonly FormulaFunction[] = [
  {
    name: "TODAY",
    role: "function",
    help: { zh: "今天（工作区时区）", en: "Today, in the workspace's zone" },
    example: "DATEDIFF([创建时间], TODAY())",
    parameters: [],
    result: "date",
    usesClock: true,
    js: (_, { clock }) => clock.today,
    sql: (_, { clock }) => clock.today,
  },
  {
    name: "NOW",
    role: "function",
    help: { zh: "现在", en: "This moment" },
    example: "[截止时间] < NOW()",
    parameters: [],
    result: "datetime",
    usesClock: true,
    js: (_, { clock }) => clock.now,
    sql: (_, { clock }) => clock.now,
  },
];
