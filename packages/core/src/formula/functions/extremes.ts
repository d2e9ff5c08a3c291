import { join, sql } from "../../platform/sql.ts";
import { compareValues } from "../compare-values.ts";
import type { FormulaFunction, JsCall } from "../formula-function.ts";
import type { FormulaKind, FormulaValue } from "../formula-type.ts";

const ORDERED: readonly FormulaKind[] = ["number", "date", "datetime"];
const VALUE = { name: { zh: "值", en: "value" }, accepts: ORDERED, group: "result" } as const;

/** Empty arguments do not count; with nothing left the answer is null (CV-2). */
export const extremeFunctions: readonly FormulaFunction[] = [
  {
    name: "MIN",
    role: "function",
    help: {
      zh: "最小的数或最早的日期；空值不计",
      en: "The least number or the earliest date; empty ones do not count",
    },
    example: "MIN([金额], 1000)",
    parameters: [],
    repeat: [VALUE],
    result: "result",
    js: (args, call) => extreme(args, call, -1),
    sql: (args) => sql`least(${join(args)})`,
  },
  {
    name: "MAX",
    role: "function",
    help: {
      zh: "最大的数或最晚的日期；空值不计",
      en: "The greatest number or the latest date; empty ones do not count",
    },
    example: "MAX([金额] - 100, 0)",
    parameters: [],
    repeat: [VALUE],
    result: "result",
    js: (args, call) => extreme(args, call, 1),
    sql: (args) => sql`greatest(${join(args)})`,
  },
];

function extreme(args: readonly FormulaValue[], { kinds }: JsCall, direction: 1 | -1): FormulaValue {
  let best: FormulaValue = null;
  for (const arg of args) {
    if (arg === null) continue;
    if (best === null || compareValues(arg, best, kinds[0])! * direction > 0) best = arg;
  }
  return best;
}
