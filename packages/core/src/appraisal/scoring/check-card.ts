import { decimal, sum } from "../../numbers/decimal.ts";
import type { Issue, RefusalPath } from "../../platform/refusal.ts";
import type { CardItem, CardScoring, ScoringCard } from "./card-scoring.ts";
import { checkScoringRule } from "./check-rule.ts";
import { checkGate } from "./gate.ts";
import { checkGrades } from "./grade.ts";

/**
 * What keeps a card from being published: weights that are not exactly 100, rules with gaps, lines without a dimension.
 *
 * @source SPEC.md S-10, S-11, S-15
 */
export function checkCardScoring({ items, scoring }: ScoringCard, path: RefusalPath = []): Issue[] {
  return [
    ...items.flatMap((item, index) => checkItem(item, items, index, [...path, "items", index])),
    ...checkWeights(items, scoring, path),
    ...checkGrades(scoring.grades, [...path, "scoring", "grades"]),
    ...scoring.gates.flatMap((gate, index) => checkGate(gate, [...path, "scoring", "gates", index])),
    ...checkCoefficient(items, scoring, [...path, "scoring", "coefficient"]),
  ];
}

function checkItem(item: CardItem, items: readonly CardItem[], index: number, path: RefusalPath): Issue[] {
  const { key, kind, weight, max } = item;
  const params = { item: key };
  return [
    ...(items.findIndex((other) => other.key === key) < index
      ? [{ code: "scorecard_item_twice", params, path: [...path, "key"] }]
      : []),
    ...(decimal(weight).isNegative() ? [{ code: "scorecard_weight_negative", params, path: [...path, "weight"] }] : []),
    ...(kind !== "scored" && !decimal(weight).isZero()
      ? [{ code: "scorecard_extra_weight", params, path: [...path, "weight"] }]
      : []),
    ...(kind !== "scored" && max === undefined
      ? [{ code: "scorecard_extra_max", params, path: [...path, "max"] }]
      : []),
    ...checkScoringRule(item.rule, [...path, "rule"]),
  ];
}

/** Compared as decimals: 33.33 three times is 99.99 and refused. */
function checkWeights(items: readonly CardItem[], scoring: CardScoring, path: RefusalPath): Issue[] {
  const scored = items.filter(({ kind }) => kind === "scored");
  if (scoring.weights === "items") {
    const all = total(scored);
    return all === "100" ? [] : [{ code: "scorecard_weights_sum", params: { sum: all }, path: [...path, "items"] }];
  }
  const keys = new Set(scoring.dimensions.map(({ key }) => key));
  const dimensions = total(scoring.dimensions);
  return [
    ...(dimensions === "100"
      ? []
      : [{ code: "scorecard_dimensions_sum", params: { sum: dimensions }, path: [...path, "scoring", "dimensions"] }]),
    ...items.flatMap(({ key, kind, dimension }, index) =>
      kind === "scored" && (dimension === undefined || !keys.has(dimension))
        ? [{ code: "scorecard_dimension_missing", params: { item: key }, path: [...path, "items", index, "dimension"] }]
        : [],
    ),
    ...scoring.dimensions.flatMap(({ key, label }, index) => {
      const inside = total(scored.filter(({ dimension }) => dimension === key));
      const params = { dimension: label.zh, sum: inside };
      return inside === "100"
        ? []
        : [{ code: "scorecard_dimension_weights_sum", params, path: [...path, "scoring", "dimensions", index] }];
    }),
  ];
}

function total(parts: readonly { readonly weight: string }[]): string {
  return sum(parts.map(({ weight }) => decimal(weight))).toString();
}

function checkCoefficient(items: readonly CardItem[], { coefficient }: CardScoring, path: RefusalPath): Issue[] {
  if (coefficient.kind !== "matrix") return [];
  return [coefficient.row, coefficient.column].flatMap((item) =>
    items.some(({ key }) => key === item) ? [] : [{ code: "scorecard_coefficient_item", params: { item }, path }],
  );
}
