import type { AggregateMeasure, MetricBody } from "@dabiao/core/metrics/metric.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { BY_OWNER } from "./define.ts";

/** `contract.signed_on`: the records, and the one date that places them in a period. */
type Facts = `${string}.${string}`;
type Aggregate = Exclude<AggregateMeasure["aggregate"], "count">;

/** How many records. */
export function counted(facts: Facts, filter?: Filter): AggregateMeasure {
  return { ...from(facts, filter), aggregate: "count" };
}

/** A formula over the records' fields, summed up or worked out in another way. */
export function valued(facts: Facts, aggregate: Aggregate, value: string, filter?: Filter): AggregateMeasure {
  return { ...from(facts, filter), aggregate, value };
}

export function summed(facts: Facts, value = "[amount]", filter?: Filter): AggregateMeasure {
  return valued(facts, "sum", value, filter);
}

/** The share of the records of which a condition holds; no records have no share. */
export function share(facts: Facts, condition: string, filter?: Filter): AggregateMeasure {
  return valued(facts, "avg", `IF(${condition}, 1, 0)`, filter);
}

export function ratio(numerator: string, denominator: string): MetricBody["measure"] {
  return { kind: "ratio", numerator, denominator };
}

function from(facts: Facts, filter: Filter | undefined) {
  const [object = "", date = ""] = facts.split(".");
  return { kind: "aggregate", object, date, credit: BY_OWNER, ...(filter ? { filter } : {}) } as const;
}
