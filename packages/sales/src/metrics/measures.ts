import type { DateBasis } from "@dabiao/core/metrics/date-basis.ts";
import type { AggregateMeasure, MetricBody } from "@dabiao/core/metrics/metric.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { BY_OWNER } from "./define.ts";

/** `contract.signed_on`: the records, and the one date that places them in a period. */
type Facts = `${string}.${string}`;
/** What each date means in the life of a deal (K-04). */
const BASIS: Readonly<Record<string, DateBasis>> = {
  "contract.signed_on": "signed",
  "contract.ends_on": "due",
  "customer.filed_on": "created",
  "customer.lost_on": "stage_entered",
  "invoice.invoiced_on": "invoiced",
  "lead.received_on": "created",
  "opportunity.analysis_on": "stage_entered",
  "opportunity.closed_on": "stage_entered",
  "opportunity.engaged_on": "created",
  "opportunity.expected_close_on": "due",
  "opportunity.proposal_on": "stage_entered",
  "order.shipped_on": "shipped",
  "payment_plan.due_on": "due",
  "receipt.received_on": "received",
  "service_case.opened_on": "created",
  "task.due_on": "due",
};

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

/** A figure a person enters for everybody each month, and another one confirms (K-13). */
export function entered(aggregate: "sum" | "avg", inputter: string, confirmer: string): MetricBody["measure"] {
  return {
    kind: "manual",
    aggregate,
    grain: "month",
    inputter: { kind: "role", role: inputter },
    confirmer: { kind: "role", role: confirmer },
    people: { kind: "role", role: "rep" },
    dueDays: 5,
    evidence: "optional",
  };
}

function from(facts: Facts, filter: Filter | undefined) {
  const [object = "", date = ""] = facts.split(".");
  const basis = BASIS[facts] ?? "happened";
  return { kind: "aggregate", object, date, basis, credit: BY_OWNER, ...(filter ? { filter } : {}) } as const;
}
