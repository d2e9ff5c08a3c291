import type { KindSchema } from "../model/kind.ts";
import { MetricBody } from "./metric.ts";

/** Metrics by name, for looking up what a KPI or another metric is made of. */
export const metricSchema: KindSchema<MetricBody> = { kind: "metric", schema: MetricBody };
