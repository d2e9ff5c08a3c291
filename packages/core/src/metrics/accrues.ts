import { additivity } from "./aggregate.ts";
import type { MetricBody } from "./metric.ts";

/**
 * Whether results pile up over time and people, so that a target may be split, prorated and expected by the day. A formula
 * over metrics does when its unit does: an amount of money or a number of visits, not a rate.
 *
 * @source SPEC.md K-03
 */
export function accrues({ measure, unit }: Pick<MetricBody, "measure" | "unit">): boolean {
  switch (measure.kind) {
    case "aggregate":
      return additivity(measure.aggregate) === "additive";
    case "manual":
      return measure.aggregate === "sum";
    case "ratio":
      return false;
    case "formula":
      return unit.kind === "money" || unit.kind === "count" || unit.kind === "hours";
  }
}
