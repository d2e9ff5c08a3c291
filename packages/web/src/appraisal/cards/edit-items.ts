import type { ScorecardBody, ScorecardItem } from "@dabiao/core/appraisal/scorecard.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { decimal, ONE } from "@dabiao/core/numbers/decimal.ts";

export function itemReplaced(items: readonly ScorecardItem[], index: number, change: Partial<ScorecardItem>) {
  return items.map((item, place) => (place === index ? { ...item, ...change } : item));
}

export function itemMoved(items: readonly ScorecardItem[], index: number, by: -1 | 1): ScorecardItem[] {
  const item = items[index];
  if (!item || index + by < 0 || index + by >= items.length) return [...items];
  const rest = items.filter((_, place) => place !== index);
  return [...rest.slice(0, index + by), item, ...rest.slice(index + by)];
}

/** Weights alike in fives that make exactly 100: of all lines, or of those in each dimension. */
export function evenWeights({ items, scoring }: ScorecardBody): ScorecardItem[] {
  const groups = scoring.weights === "items" ? [undefined] : scoring.dimensions.map(({ key }) => key);
  return groups.reduce<ScorecardItem[]>(
    (all, group) => {
      const members = all.filter(
        ({ kind, dimension }) => kind === "scored" && (group === undefined || dimension === group),
      );
      if (members.length === 0) return all;
      const weights = splitTarget(
        decimal(100),
        members.map(() => ONE),
        decimal(members.length > 20 ? 1 : 5),
      );
      return all.map((item) => {
        const place = members.indexOf(item);
        return place < 0 ? item : { ...item, weight: String(weights[place] ?? 0) };
      });
    },
    [...items],
  );
}
