import { periodOf } from "@dabiao/core/calendar/period.ts";
import { queryMetricsContract } from "@dabiao/core/metrics/contract.ts";
import { useQueries } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { objectsBehind, useMetrics } from "./use-metrics.ts";

/** Totals by metric; a metric that is still being read is not in it. */
export type Figures = ReadonlyMap<string, string | null>;

/** Metrics asked for in one call. */
const AT_ONCE = 12;

/** This month's total of metrics, as far as the reader's records go; live, and refused ones are left out. */
export function useFigures(keys: readonly string[]): Figures {
  const { today, calendar, metric } = useMetrics();
  const period = periodOf(today, "month", calendar).key;
  const known = [...new Set(keys)].filter((key) => metric(key) !== undefined).sort();
  const chunks = Array.from({ length: Math.ceil(known.length / AT_ONCE) }, (_, index) =>
    known.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
  // Not by `combine`: it would make a new map at every render, and so another render.
  const answers = useQueries({
    queries: chunks.map((metrics) => ({
      queryKey: ["kpi", "figures", period, metrics],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(queryMetricsContract, { body: { metrics, by: [], period, scope: {} }, signal }),
      meta: { objects: objectsBehind(metrics.flatMap((key) => metric(key) ?? [])) },
      staleTime: 60_000,
    })),
  });
  return new Map(
    answers.flatMap(({ data }) => data?.metrics.map((key, index) => [key, data.total[index] ?? null] as const) ?? []),
  );
}
