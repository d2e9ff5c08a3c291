import { type MetricRule, topConditions } from "@dabiao/core/metrics/explain.ts";
import type { LeafTree } from "@dabiao/core/metrics/leaves.ts";
import { MANUAL_OBJECT } from "@dabiao/core/metrics/manual-measure.ts";

/** The rule behind an aggregate or an entered figure as data: the page says it in words. */
export function ruleOfLeaf(leaf: LeafTree): MetricRule {
  if (leaf.kind === "manual") {
    const { kind: _, ...manual } = leaf.measure;
    return {
      metric: leaf.key,
      object: MANUAL_OBJECT,
      aggregate: manual.aggregate,
      value: null,
      date: "day",
      credit: { kind: "member", field: "member" },
      manual,
      conditions: [],
    };
  }
  const { object, aggregate, value = null, date, basis, reach, credit, filter } = leaf.measure;
  return {
    metric: leaf.key,
    object,
    aggregate,
    value,
    date,
    ...(basis === undefined ? {} : { basis }),
    ...(reach === undefined ? {} : { reach }),
    credit,
    conditions: [...topConditions(filter)],
  };
}
