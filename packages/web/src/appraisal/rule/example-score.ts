import { DRAWN_PEERS } from "@dabiao/core/appraisal/scoring/rule-curve.ts";
import { type ItemScore, scoreItem } from "@dabiao/core/appraisal/scoring/score-item.ts";
import type { ScoringRule } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";

/** An actual with its target, typed to see what it would score. */
export interface Example {
  readonly actual: string;
  readonly target: string;
  /** The second KPI's, for a table of two. */
  readonly column: string;
}

/** 95 of 100, or of the target somebody of this card has. */
export function firstExample(target: string | null): Example {
  const goal = target === null ? decimal(100) : decimal(target);
  const actual = goal.times("0.95").toDecimalPlaces(2);
  return { actual: actual.toString(), target: goal.toString(), column: actual.toString() };
}

/** Of a rank, the example is the place among ten. */
export function exampleScore(rule: ScoringRule, { actual, target, column }: Example): ItemScore {
  if (rule.kind === "rank") {
    const peers = Array.from({ length: DRAWN_PEERS }, (_, index) => decimal(index + 1));
    const drawn = { ...rule, measure: { of: "actual" as const }, better: "down" as const };
    return scoreItem(drawn, { actual: placeOf(actual), peers });
  }
  const goal = decimal(target);
  return scoreItem(rule, {
    actual: decimal(actual),
    target: goal,
    column: { actual: decimal(column), target: goal },
  });
}

function placeOf(text: string) {
  const place = decimal(text).round();
  return place.gte(1) && place.lte(DRAWN_PEERS) ? place : decimal(1);
}
