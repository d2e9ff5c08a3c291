import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { queryMetricsContract } from "@dabiao/core/metrics/contract.ts";
import type { Dimension, MetricAnswer } from "@dabiao/core/metrics/query.ts";
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { type MetricInfo, objectsBehind } from "../metrics/use-metrics.ts";

interface Cut {
  readonly metrics: readonly MetricInfo[];
  readonly dimension: Dimension;
  readonly columns: Grain | undefined;
  readonly period: string;
  readonly unit: string | undefined;
}

/** Figures of rows over the whole period and, when asked, of each shorter one: rates do not add up, so both are asked for. */
export interface CutAnswer {
  readonly whole: MetricAnswer;
  readonly parts: MetricAnswer | null;
}

export function cutQuery({ metrics, dimension, columns, period, unit }: Cut) {
  const keys = metrics.map(({ key }) => key);
  const base = { metrics: keys, period, scope: unit ? { unit } : {} };
  return queryOptions({
    queryKey: ["kpi", "cut", keys, dimension, columns ?? null, period, unit ?? null],
    queryFn: async ({ signal }): Promise<CutAnswer> => {
      const ask = (by: Dimension[]) => call(queryMetricsContract, { body: { ...base, by }, signal });
      const [whole, parts] = await Promise.all([
        ask([dimension]),
        columns ? ask([dimension, { kind: "period", grain: columns }]) : null,
      ]);
      return { whole, parts };
    },
    enabled: keys.length > 0,
    placeholderData: keepPreviousData,
    meta: { objects: objectsBehind(metrics) },
  });
}
