import { declareKind, type Kind } from "../model/kind.ts";
import { KpiBody } from "./metric.ts";

/** K-01: KPIs, each a metric that somebody answers for. */
export const kpiKind: Kind<KpiBody> = declareKind<KpiBody>({
  kind: "kpi",
  schema: KpiBody,
  references: (body) => [
    { kind: "metric", key: body.metric },
    ...(body.ownerRole === undefined ? [] : [{ kind: "role", key: body.ownerRole }]),
  ],
  check({ thresholds: { ahead, ok, watch } }) {
    return ahead >= ok && ok >= watch && watch >= 0
      ? []
      : [{ code: "kpi_thresholds", params: {}, path: ["thresholds"] }];
  },
});
