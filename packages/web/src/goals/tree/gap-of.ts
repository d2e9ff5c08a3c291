import { isUnexplained } from "@dabiao/core/goals/child-rule.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { GoalCell } from "./goal-node.ts";

/** The first difference of a cell that nothing explains: positive is not handed out yet, negative too much is. */
export function gapOf({ people, slices, periods }: GoalCell): Decimal | null {
  for (const axis of [people, slices, periods]) {
    if (!axis) continue;
    const residue = decimal(axis.residue);
    if (isUnexplained(axis.rule, residue)) return residue;
  }
  return null;
}
