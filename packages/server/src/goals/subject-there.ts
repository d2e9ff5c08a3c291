import type { Period } from "@dabiao/core/calendar/period.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { SubjectState } from "./subject-state-store.ts";

/**
 * Nobody gets a target for a time when they are not there any more.
 *
 * @param who how the caller named the subject
 * @throws Refusal `target_who_unknown`, `target_person_left`, `target_unit_archived`
 */
export function demandThere(
  kind: SubjectKind,
  state: SubjectState | undefined,
  period: Pick<Period, "key" | "start">,
  who: string,
): void {
  if (kind === "company") return;
  if (!state) throw new Refusal("target_who_unknown", { who });
  if (state.leftOn !== null && state.leftOn <= period.start)
    throw new Refusal("target_person_left", { who: state.name, left: state.leftOn, period: period.key });
  if (state.archived) throw new Refusal("target_unit_archived", { who: state.name });
}
