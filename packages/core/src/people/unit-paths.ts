import { EVER } from "../platform/day.ts";
import { Refusal } from "../platform/refusal.ts";
import { commonDays, type Span } from "./timeline.ts";

/** Levels an organisation may have, the company included. */
export const UNIT_LEVELS_MAX = 12;

/** Whose child a unit was on which days; null is the top. */
export interface UnitParent extends Span {
  readonly unitId: string;
  readonly parentId: string | null;
}

/** That a unit lay within an ancestor on some days, so many levels below it; depth 0 is the unit itself. */
export interface UnitPath extends Span {
  readonly ancestorId: string;
  readonly unitId: string;
  readonly depth: number;
}

const ALWAYS: Span = { fromDay: EVER, toDay: null };

/**
 * The effective-dated closure of an organisation: every unit with all its ancestors, and on which days.
 *
 * @param nameOf how a unit is called in a refusal
 * @throws Refusal `unit_cycle` when on some day a unit lies within itself, `unit_too_deep` past 12 levels
 */
export function unitPaths(parents: readonly UnitParent[], nameOf: (unitId: string) => string): UnitPath[] {
  const byUnit = groupBy(parents, (each) => each.unitId);
  const paths: UnitPath[] = [];
  for (const unitId of byUnit.keys()) {
    climb(unitId, unitId, ALWAYS, 0);
  }
  return joinAdjacent(paths);

  function climb(unitId: string, at: string, days: Span, depth: number): void {
    if (depth >= UNIT_LEVELS_MAX) throw new Refusal("unit_too_deep", { max: UNIT_LEVELS_MAX });
    for (const { parentId, ...span } of byUnit.get(at) ?? []) {
      const common = commonDays(span, days);
      if (!common) continue;
      paths.push({ ancestorId: at, unitId, depth, ...spanOf(common) });
      if (parentId === unitId) throw new Refusal("unit_cycle", { unit: nameOf(unitId), parent: nameOf(at) });
      if (parentId !== null) climb(unitId, parentId, common, depth + 1);
    }
  }
}

function spanOf({ fromDay, toDay }: Span): Span {
  return { fromDay, toDay };
}

/** Paths that only a change elsewhere has cut in two become one again. */
function joinAdjacent(paths: readonly UnitPath[]): UnitPath[] {
  const groups = groupBy(paths, (path) => `${path.unitId}|${path.ancestorId}|${path.depth}`);
  return [...groups.values()].flatMap((group) => {
    const joined: UnitPath[] = [];
    for (const path of group.sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
      const last = joined.at(-1);
      if (last?.toDay === path.fromDay) joined[joined.length - 1] = { ...last, toDay: path.toDay };
      else joined.push(path);
    }
    return joined;
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
