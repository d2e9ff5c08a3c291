import type { JsCall } from "./formula-function.ts";
import type { FormulaValue } from "./formula-type.ts";

/** Most functions know no answer as soon as one argument is null; SQL's strict functions say the same. */
export function strict<Args extends readonly unknown[]>(
  compute: (...args: Args) => FormulaValue,
): (args: readonly FormulaValue[], call: JsCall) => FormulaValue {
  return (args) => (args.includes(null) ? null : compute(...(args as unknown as Args)));
}
