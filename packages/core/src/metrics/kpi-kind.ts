import { declareKind, type Kind, type Reference } from "../model/kind.ts";
import { checkKpi } from "./check-kpi.ts";
import { KpiBody } from "./metric.ts";
import type { Who } from "./who.ts";

/** K-01: KPIs, each a metric that somebody answers for. */
export const kpiKind: Kind<KpiBody> = declareKind<KpiBody>({
  kind: "kpi",
  schema: KpiBody,
  references: (body) => [{ kind: "metric", key: body.metric }, ...roleReferences([body.owner])],
  check: checkKpi,
});

/** The roles among those who answer for something; people are no definitions. */
export function roleReferences(people: readonly (Who | undefined)[]): Reference[] {
  const roles = people.flatMap((who) => (who?.kind === "role" ? [who.role] : []));
  return [...new Set(roles)].map((key) => ({ kind: "role", key }));
}
