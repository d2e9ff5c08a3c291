import { explainMetricContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import type { Metrics } from "../metrics/use-metrics.ts";

const DAY_MS = 86_400_000;

/** Why a figure is what it is, and what moved it since this hour yesterday. */
export function explainQuery(cell: MetricCell, metrics: Metrics) {
  return queryOptions({
    queryKey: ["kpi", "explain", cell],
    queryFn: ({ signal }) => {
      const since = new Date(Date.now() - DAY_MS).toISOString();
      return call(explainMetricContract, { body: { ...cell, since }, signal });
    },
    meta: { objects: metrics.metric(cell.metric)?.objects ?? ["*"] },
  });
}
