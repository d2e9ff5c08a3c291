import { Decimal, decimal, sum, ZERO } from "../../numbers/decimal.ts";
import type { CardItem } from "./card-scoring.ts";
import type { ItemScore } from "./score-item.ts";
import { type TraceStep, traceStep } from "./trace.ts";

export interface Extras {
  /** Points ≥ 0, to be added or taken off. */
  readonly points: Decimal;
  readonly byItem: ReadonlyMap<string, Decimal>;
  readonly trace: readonly TraceStep[];
}

/**
 * Bonus or penalty points: each line up to its own most, all together up to the card's cap. A line without data moves nothing.
 *
 * @source SPEC.md S-11
 */
export function sumExtras(
  kind: "bonus" | "penalty",
  items: readonly CardItem[],
  scores: ReadonlyMap<string, ItemScore>,
  cap: string,
): Extras {
  const lines = items.filter((item) => item.kind === kind);
  const byItem = new Map(lines.map((item) => [item.key, extraOf(item, scores.get(item.key))]));
  if (lines.length === 0) return { points: ZERO, byItem, trace: [] };
  const all = sum(byItem.values());
  const points = Decimal.min(all, cap);
  return { points, byItem, trace: [traceStep("S-11", points.eq(all) ? kind : `${kind}_capped`, points, { all, cap })] };
}

/** A penalty may be written as -2 or as 2: it takes off either way. */
function extraOf(item: CardItem, score: ItemScore | undefined): Decimal {
  if (score === undefined || score.points === null) return ZERO;
  const given = decimal(score.points);
  const moved = item.kind === "penalty" ? given.abs() : Decimal.max(given, ZERO);
  return item.max === undefined ? moved : Decimal.min(moved, item.max);
}
