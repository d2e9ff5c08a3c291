import { Refusal } from "../platform/refusal.ts";
import { formulaKeys } from "./formula-keys.ts";
import type { AggregateMeasure, MetricBody } from "./metric.ts";

/** How deep metrics may be built of metrics. */
export const METRIC_DEPTH = 6;

/** A metric as a tree: aggregates over records at the leaves, ratios and formulas above them. */
export type MetricTree =
  | { readonly kind: "aggregate"; readonly key: string; readonly body: MetricBody; readonly measure: AggregateMeasure }
  | { readonly kind: "ratio"; readonly numerator: MetricTree; readonly denominator: MetricTree }
  | { readonly kind: "formula"; readonly formula: string; readonly operands: ReadonlyMap<string, MetricTree> };

export type AggregateTree = Extract<MetricTree, { kind: "aggregate" }>;

/**
 * The tree of a metric, with every metric it is built of looked up.
 *
 * @throws Refusal `not_found` for a metric that does not exist, `metric_depth` when metrics refer to each other
 *   in a circle or deeper than `METRIC_DEPTH`
 * @source SPEC.md K-03
 */
export function metricTree(key: string, find: (key: string) => MetricBody | undefined, depth = 0): MetricTree {
  const body = find(key);
  if (!body) throw new Refusal("not_found", { what: `metric ${key}` });
  if (depth > METRIC_DEPTH) throw new Refusal("metric_depth", { metric: key, limit: METRIC_DEPTH });
  const { measure } = body;
  switch (measure.kind) {
    case "aggregate":
      return { kind: "aggregate", key, body, measure };
    case "ratio":
      return {
        kind: "ratio",
        numerator: metricTree(measure.numerator, find, depth + 1),
        denominator: metricTree(measure.denominator, find, depth + 1),
      };
    case "formula": {
      const operands = formulaKeys(measure.formula).map((part) => [part, metricTree(part, find, depth + 1)] as const);
      return { kind: "formula", formula: measure.formula, operands: new Map(operands) };
    }
  }
}

/** The aggregates a metric rests on, each once, in the order they are met. */
export function leavesOf(tree: MetricTree): AggregateTree[] {
  const found = new Map<string, AggregateTree>();
  collect(tree, found);
  return [...found.values()];
}

function collect(tree: MetricTree, found: Map<string, AggregateTree>): void {
  switch (tree.kind) {
    case "aggregate":
      found.set(tree.key, tree);
      return;
    case "ratio":
      collect(tree.numerator, found);
      collect(tree.denominator, found);
      return;
    case "formula":
      for (const operand of tree.operands.values()) collect(operand, found);
  }
}
