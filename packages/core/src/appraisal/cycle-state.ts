import { CYCLE_STATES, type CycleState, type SheetState } from "./cycle.ts";

/** Which state of the cycle a sheet's state belongs to; what is withdrawn holds nothing up. */
const OF_SHEET: Readonly<Record<Exclude<SheetState, "withdrawn">, Exclude<CycleState, "cancelled">>> = {
  goalSetting: "goalSetting",
  running: "running",
  self: "scoring",
  rating: "scoring",
  calibrating: "calibrating",
  published: "published",
  confirming: "confirming",
  confirmed: "confirming",
  expired: "confirming",
  appealed: "confirming",
  archived: "archived",
};

/**
 * The state of a cycle is the least of its people's.
 *
 * @returns `null` when everybody is withdrawn: the cycle then stays where it is
 * @source SPEC.md A-01
 */
export function stateOfCycle(sheets: Iterable<SheetState>): Exclude<CycleState, "cancelled"> | null {
  let least: Exclude<CycleState, "cancelled"> | null = null;
  for (const sheet of sheets) {
    if (sheet === "withdrawn") continue;
    const state = OF_SHEET[sheet];
    if (least === null || CYCLE_STATES.indexOf(state) < CYCLE_STATES.indexOf(least)) least = state;
  }
  return least;
}

/** What HR may do next; publishing carries sheets to `confirming` by themselves once interviews are held. */
const NEXT: Readonly<Record<CycleState, CycleState | null>> = {
  draft: "goalSetting",
  goalSetting: "running",
  running: "scoring",
  scoring: "calibrating",
  calibrating: "published",
  published: "confirming",
  confirming: "archived",
  archived: null,
  cancelled: null,
};

export function nextState(state: CycleState): CycleState | null {
  return NEXT[state];
}

/** A cycle can be cancelled until it is published. @source SPEC.md A-01 */
export function mayCancel(state: CycleState): boolean {
  return state !== "cancelled" && CYCLE_STATES.indexOf(state) < CYCLE_STATES.indexOf("published");
}
