import { Refusal } from "../platform/refusal.ts";
import { formulaKeys } from "./formula-keys.ts";
import type { ManualMeasure } from "./manual-measure.ts";
import type { AggregateMeasure, MetricBody } from "./metric.ts";

/** How deep metrics may be built of metrics. */
export const METRIC_DEPTH = 6;

/** A metric as a tree: aggregates over records and figures entered by hand at the leaves, ratios and formulas above them. */
export type MetricTree =
  | { readonly kind: "aggregate"; readonly key: string; readonly body: MetricBody; readonly measure: AggregateMeasure }
  | { readonly kind: "manual"; readonly key: string; readonly body: MetricBody; readonly measure: ManualMeasure }
  | { readonly kind: "ratio"; readonly numerator: MetricTree; readonly denominator: MetricTree }
  | { readonly kind: "formula"; readonly formula: string; readonly operands: ReadonlyMap<string, MetricTree> };

export type AggregateTree = Extract<MetricTree, { kind: "aggregate" }>;
export type ManualTree = Extract<MetricTree, { kind: "manual" }>;
export type LeafTree = AggregateTree | ManualTree;

/**
 * The tree of a metric, with every metric it is built of looked up.
 *
 * @throws Refusal `not_found` for a metric that does not exist, `metric_circle` naming the circle when metrics refer to
 *   each other in one, `metric_depth` deeper than `METRIC_DEPTH`
 * @source SPEC.md K-03
 */
export function metricTree(key: string, find: (key: string) => MetricBody | undefined): MetricTree {
  return treeBelow(key, find, []);
}

function treeBelow(
  key: string,
  find: (key: string) => MetricBody | undefined,
  above: readonly { readonly key: string; readonly label: string }[],
): MetricTree {
  const body = find(key);
  if (!body) throw new Refusal("not_found", { what: `metric ${key}` });
  const path = [...above, { key, label: body.label.zh }];
  const first = above.findIndex((each) => each.key === key);
  if (first !== -1) throw new Refusal("metric_circle", { circle: circleOf(path.slice(first)) });
  if (above.length > METRIC_DEPTH) throw new Refusal("metric_depth", { metric: key, limit: METRIC_DEPTH });
  const { measure } = body;
  const part = (each: string) => treeBelow(each, find, path);
  switch (measure.kind) {
    case "aggregate":
      return { kind: "aggregate", key, body, measure };
    case "manual":
      return { kind: "manual", key, body, measure };
    case "ratio":
      return { kind: "ratio", numerator: part(measure.numerator), denominator: part(measure.denominator) };
    case "formula": {
      const operands = formulaKeys(measure.formula).map((each) => [each, part(each)] as const);
      return { kind: "formula", formula: measure.formula, operands: new Map(operands) };
    }
  }
}

/** 甲 → 乙 → 甲. */
function circleOf(path: readonly { readonly label: string }[]): string {
  return path.map(({ label }) => label).join(" → ");
}

/** The aggregates and entered figures a metric rests on, each once, in the order they are met. */
export function leavesOf(tree: MetricTree): LeafTree[] {
  const found = new Map<string, LeafTree>();
  collect(tree, found);
  return [...found.values()];
}

function collect(tree: MetricTree, found: Map<string, LeafTree>): void {
  switch (tree.kind) {
    case "aggregate":
    case "manual":
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
