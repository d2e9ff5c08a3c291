import type { Calendar } from "../calendar/calendar.ts";
import type { Period } from "../calendar/period.ts";
import { childrenOf } from "../calendar/period-children.ts";

/** A period with all its parts, level by level; `parts[i]` are the places of the parts of period i, none for the finest. */
export interface PeriodTree {
  readonly periods: readonly Period[];
  readonly parts: readonly (readonly number[])[];
}

const FINEST: Readonly<Record<"month" | "week", ReadonlySet<string>>> = {
  month: new Set(["month"]),
  week: new Set(["week", "monthweek"]),
};

/**
 * Cuts a period as its calendar does: year → quarters → months → weeks (pieces of weeks in natural months). A period of
 * the company's own has no such parts and stays whole.
 *
 * @source SPEC.md G-12
 */
export function periodTree(root: Period, calendar: Calendar, finest: "month" | "week"): PeriodTree {
  const periods: Period[] = [root];
  const parts: number[][] = [];
  for (let place = 0; place < periods.length; place++) {
    const period = periods[place];
    const below = period && divisible(period, finest) ? childrenOf(period, calendar) : [];
    parts.push(below.map((_, index) => periods.length + index));
    periods.push(...below);
  }
  return { periods, parts };
}

function divisible({ grain }: Period, finest: "month" | "week"): boolean {
  return (
    grain !== "custom" && grain !== "day" && !FINEST[finest].has(grain) && grain !== "week" && grain !== "monthweek"
  );
}

/** The weight of every period when the finest have given ones: a quarter weighs what its months do. */
export function weightsUp<Weight>(
  tree: PeriodTree,
  own: (period: Period, place: number) => Weight,
  add: (weights: readonly Weight[]) => Weight,
  isOwn: (period: Period, place: number) => boolean,
): Weight[] {
  const weights: Weight[] = [];
  for (let place = tree.periods.length - 1; place >= 0; place--) {
    const period = tree.periods[place];
    const below = tree.parts[place] ?? [];
    if (!period) continue;
    weights[place] =
      below.length === 0 || isOwn(period, place)
        ? own(period, place)
        : add(below.flatMap((part) => weights[part] ?? []));
  }
  return weights;
}
