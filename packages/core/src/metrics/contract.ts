import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Key } from "../platform/text.ts";
import { MetricDrill, MetricDrillQuery, MetricExplainQuery, MetricExplanation } from "./explain.ts";
import { MetricBody } from "./metric.ts";
import { MetricAnswer, MetricQuery, PeriodSpec } from "./query.ts";

export const queryMetricsContract = contract({
  name: "metrics.query",
  method: "POST",
  path: "/metrics/query",
  access: "member",
  summary: "Metrics of a period, cut by people, units, periods and fields",
  body: MetricQuery,
  response: MetricAnswer,
});

export const explainMetricContract = contract({
  name: "metrics.explain",
  method: "POST",
  path: "/metrics/explain",
  access: "member",
  summary: "Why a figure is what it is: its rule, the records in, the records out and why, and what changed since",
  body: MetricExplainQuery,
  response: MetricExplanation,
});

export const drillMetricContract = contract({
  name: "metrics.drill",
  method: "POST",
  path: "/metrics/drill",
  access: "member",
  summary: "The records behind a figure, those that count or those that do not",
  body: MetricDrillQuery,
  response: MetricDrill,
});

/** A draft is tried on a few people before it is published. */
export const PREVIEW_MEMBERS = 10;

export const MetricPreviewRequest = z.object({
  /** The key it has or will have, so that other metrics may refer to it. */
  key: Key,
  body: MetricBody,
  members: z.array(z.uuid()).min(1).max(PREVIEW_MEMBERS),
  period: PeriodSpec,
});
export type MetricPreviewRequest = z.infer<typeof MetricPreviewRequest>;

export const MetricPreview = z.object({
  people: z.array(
    z.object({
      memberId: z.uuid(),
      value: MetricAnswer.shape.total.element,
      /** The first records of each aggregate the metric is made of. */
      records: z.array(z.object({ metric: Key, drill: MetricDrill })),
    }),
  ),
  total: MetricAnswer.shape.total.element,
});
export type MetricPreview = z.infer<typeof MetricPreview>;

export const previewMetricContract = contract({
  name: "metrics.preview",
  method: "POST",
  path: "/metrics/preview",
  access: "member",
  summary: "A draft metric for named people, with the records that would count",
  body: MetricPreviewRequest,
  response: MetricPreview,
});
