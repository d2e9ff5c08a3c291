import * as contracts from "@dabiao/core/metrics/contract.ts";
import type { FastifyInstance } from "fastify";
import { accessFor } from "../people/access-for.ts";
import type { PeopleOptions } from "../people/people-options.ts";
import { register } from "../platform/http/register.ts";
import { drillMetric, explainMetric } from "./explain.ts";
import { previewMetric } from "./preview.ts";
import { queryMetrics } from "./query.ts";

/** Numbers, why they are what they are, and the records behind them. */
export function metricRoutes(app: FastifyInstance, options: Pick<PeopleOptions, "worldOf" | "clock">): void {
  const { clock } = options;
  const within = accessFor(options);

  register(app, contracts.queryMetricsContract, async (call) => {
    const { access } = await within(call);
    return await queryMetrics(call.workspace, access, call.body, clock());
  });
  register(app, contracts.explainMetricContract, async (call) => {
    const { access } = await within(call);
    return await explainMetric(call.workspace, access, call.body, clock());
  });
  register(app, contracts.drillMetricContract, async (call) => {
    const { access } = await within(call);
    return await drillMetric(call.workspace, access, call.body, clock());
  });
  register(app, contracts.previewMetricContract, async (call) => {
    const { access } = await within(call);
    return await previewMetric(call.workspace, access, call.body, clock());
  });
}
