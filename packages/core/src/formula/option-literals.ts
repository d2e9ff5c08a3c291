import type { FormulaParameter } from "./formula-function.ts";
import type { CallNode } from "./formula-node.ts";
import type { FormulaKind } from "./formula-type.ts";

/**
 * Which arguments of a call are texts that name an option of the select or list standing beside them:
 * `[阶段] = "赢单"`, `IN([阶段], "报价", "谈判")`, `CONTAINS([标签], "重点")`.
 */
export function optionLiterals(
  node: CallNode,
  parameters: readonly FormulaParameter[],
  kinds: readonly FormulaKind[],
): number[] {
  return node.args.flatMap((arg, index) => {
    const group = parameters[index]?.group;
    const named = group === "subject" || (group === "option" && kinds[0] === "list");
    return named && arg.kind === "literal" && arg.type === "text" ? [index] : [];
  });
}
