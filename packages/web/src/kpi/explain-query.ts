import { explainMetricContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import type { Metrics } from "../metrics/use-metrics.ts";

const DAY_MS = 86_400_000;

/** Why a figure is what it is, and what moved it since this hour some days ago, or since a moment on the reader's clock. */
export function explainQuery(cell: MetricCell, metrics: Metrics, since: number | string = 1) {
  return queryOptions({
    queryKey: ["kpi", "explain", cell, since],
    queryFn: ({ signal }) => {
      return call(explainMetricContract, { body: { ...cell, since: momentOf(since).toISOString() }, signal });
    },
    meta: { objects: metrics.metric(cell.metric)?.objects ?? ["*"] },
  });
}

/** A moment not yet chosen is this hour yesterday. */
function momentOf(since: number | string): Date {
  if (typeof since === "number") return new Date(Date.now() - since * DAY_MS);
  return since === "" ? new Date(Date.now() - DAY_MS) : new Date(since);
}
