import { declareRefusals } from "../platform/refusal.ts";

export const metricsRefusals = declareRefusals({
  metric_depth: { status: 422, params: ["metric", "limit"] },
  metric_date: { status: 422, params: ["object", "field"] },
  metric_formula: { status: 422, params: ["formula", "reason"] },
  metric_period: { status: 422, params: ["from", "to"] },
  metric_buckets: { status: 422, params: ["limit"] },
  metric_draft: { status: 422, params: [] },
  metric_not_aggregate: { status: 422, params: ["metric"] },
});
