import { canonicalFormula } from "../model/check-formula-in.ts";
import { distinctReferences, fieldReference, filterReferences } from "../model/field-references.ts";
import { declareKind, type Kind, type Reference } from "../model/kind.ts";
import { checkMetric } from "./check-metric.ts";
import { formulaKeys } from "./formula-keys.ts";
import { roleReferences } from "./kpi-kind.ts";
import { MetricBody } from "./metric.ts";

/** Metrics: one definition behind every figure. */
export const metricKind: Kind<MetricBody> = declareKind<MetricBody>({
  kind: "metric",
  schema: MetricBody,
  references: (body) => distinctReferences([{ kind: "calendar", key: body.calendar }, ...referencesOf(body)]),
  check: checkMetric,
  canonical(body, world) {
    const { measure } = body;
    if (measure.kind !== "aggregate" || measure.value === undefined) return body;
    return { ...body, measure: { ...measure, value: canonicalFormula(world, measure.object, measure.value) } };
  },
});

function referencesOf({ measure, dimensions }: MetricBody): Reference[] {
  switch (measure.kind) {
    case "ratio":
      return [measure.numerator, measure.denominator].map((key) => ({ kind: "metric", key }));
    case "formula":
      return formulaKeys(measure.formula).map((key) => ({ kind: "metric", key }));
    case "manual":
      return roleReferences([measure.inputter, measure.confirmer, measure.people]);
    case "aggregate":
      return [
        { kind: "object", key: measure.object },
        fieldReference(measure.object, measure.date),
        ...(measure.currency
          ? [fieldReference(measure.object, measure.currency.field), { kind: "rates", key: measure.currency.rates }]
          : []),
        ...filterReferences(measure.object, measure.filter),
        ...dimensions.map((path) => fieldReference(measure.object, path)),
        ...(measure.credit.kind === "member" ? [fieldReference(measure.object, measure.credit.field)] : []),
        ...(measure.credit.kind === "split" ? [{ kind: "object", key: measure.credit.split }] : []),
      ];
  }
}
