import { businessDate } from "@dabiao/core/calendar/business-date.ts";
import { type Calendar, openCalendar } from "@dabiao/core/calendar/calendar.ts";
import type { WorldIndex } from "@dabiao/core/model/world-contract.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { worldQuery } from "../model/object-index.ts";

export type MetricInfo = WorldIndex["metrics"][number];

/** A KPI with the metric it is about. */
export interface KpiInfo extends Omit<WorldIndex["kpis"][number], "metric"> {
  readonly metric: MetricInfo;
}

export interface Metrics {
  readonly calendar: Calendar;
  readonly today: string;
  readonly objects: WorldIndex["objects"];
  readonly metrics: readonly MetricInfo[];
  readonly metric: (key: string) => MetricInfo | undefined;
  readonly kpis: readonly KpiInfo[];
}

const TYPE_ORDER = ["result", "process", "support"];

/** The company's metrics and KPIs, results first, and the calendar they are counted by. */
export function useMetrics(): Metrics {
  const { data } = useSuspenseQuery(worldQuery);
  return useMemo(() => {
    const calendar = openCalendar(data.calendar);
    const byKey = new Map(data.metrics.map((metric) => [metric.key, metric]));
    const kpis = data.kpis.flatMap(({ metric: key, ...kpi }) => {
      const metric = byKey.get(key);
      return metric ? [{ ...kpi, metric }] : [];
    });
    return {
      calendar,
      today: businessDate(new Date().toISOString(), calendar),
      objects: data.objects,
      metrics: data.metrics,
      metric: (key: string) => byKey.get(key),
      kpis: kpis.sort((a, b) => TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type)),
    };
  }, [data]);
}

/** What makes figures of these metrics stale: changes of the objects they rest on. */
export function objectsBehind(metrics: readonly MetricInfo[]): string[] {
  return [...new Set(metrics.flatMap(({ objects }) => objects))];
}
