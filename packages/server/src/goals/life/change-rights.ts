import type { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import type { Planner } from "../goal-rights.ts";
import type { ChangeMove } from "./plan-change.ts";

/**
 * Who manages goals proposes anything; a leader, changes of the people and units below, which what is above does not
 * follow.
 *
 * @throws Refusal `target_not_yours`, `forbidden`
 */
export function demandMayPropose(planner: Planner, moves: readonly ChangeMove[], { above }: NewGoalChange): void {
  if (planner.all) return;
  const foreign = moves.find(({ place }) => !planner.maySet(place));
  if (!foreign) return;
  if (above === "follow") throw new Refusal("forbidden", { what: "goals.manage" });
  throw new Refusal("target_not_yours", { who: foreign.place.kind, id: foreign.place.id });
}

/** Whoever manages goals approves what somebody else proposed. */
export function mayApprove(access: Access, proposedBy: string | null): boolean {
  return access.memberId !== null && access.can("goals.manage") && access.memberId !== proposedBy;
}
