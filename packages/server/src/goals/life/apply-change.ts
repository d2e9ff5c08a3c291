import type { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import type { Access } from "../../people/access.ts";
import type { Trx } from "../../platform/postgres/db.ts";
import { postSheet } from "../post-sheet.ts";
import { before, explainByBuffer, raise } from "../raise.ts";
import { demandChangeable } from "../set-on-sheet.ts";
import type { PlannedChange } from "./plan-change.ts";

/**
 * Posts a change as one act: every target by what it counts more or less, and what that leaves between levels as the
 * parents' buffer.
 *
 * @throws Refusal `target_locked`, `plan_locked`
 */
export async function applyChange(
  trx: Trx,
  access: Access,
  { sheet, moves }: PlannedChange,
  { scope, effect, from, until, mode, basis, reason }: NewGoalChange,
): Promise<string | null> {
  const places = moves.map(({ place }) => place);
  for (const place of places) demandChangeable(sheet.standing(place), undefined);
  const was = before(sheet, places);
  for (const { place, countedBefore, countedAfter } of moves) raise(sheet, place, countedAfter.minus(countedBefore));
  explainByBuffer(sheet, was);
  return await postSheet(trx, access, sheet, {
    kind: "adjust",
    reason,
    inputs: { scope, effect: effect.kind === "amounts" ? { kind: effect.kind } : effect, from, until, mode, basis },
  });
}
