import { addDays } from "@dabiao/core/calendar/day.ts";
import { periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { queryMetricsContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { readPeriod } from "../metrics/period-name.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { TrendChart } from "./TrendChart.tsx";

const STEPS = 12;

/** The figure over the last twelve months, or weeks where the period is a week. */
export function TrendTab({ cell, metrics }: { readonly cell: MetricCell; readonly metrics: Metrics }) {
  const locale = useLocale();
  const metric = metrics.metric(cell.metric);
  const { grain, keys, from, to } = stretch(cell, metrics);
  const trend = useQuery({
    queryKey: ["kpi", "trend", cell, grain, from, to],
    queryFn: ({ signal }) => {
      const filter = filterOf(cell);
      const body = {
        metrics: [cell.metric],
        by: [{ kind: "period" as const, grain }],
        period: { from, to },
        scope: { ...(cell.unit ? { unit: cell.unit } : {}), ...(cell.member ? { members: [cell.member] } : {}) },
        ...(filter ? { filter } : {}),
      };
      return call(queryMetricsContract, { body, signal });
    },
    meta: { objects: metric?.objects ?? ["*"] },
  });
  if (!metric) return null;
  return (
    <Region query={trend} rows={6}>
      {({ rows }) => (
        <TrendChart
          name={localText(metric.label, locale)}
          unit={metric.unit}
          points={keys.map((key) => ({ key, value: rows.find((row) => row.key[0] === key)?.values[0] ?? null }))}
          openKey={periodOf(metrics.today, grain, metrics.calendar).key}
        />
      )}
    </Region>
  );
}

function stretch({ period }: MetricCell, { calendar, today }: Metrics) {
  const named = typeof period === "string" ? readPeriod(period, calendar) : null;
  const grain = named?.grain === "week" || named?.grain === "day" ? ("week" as const) : ("month" as const);
  const end = named?.end ?? (typeof period === "string" ? today : period.to);
  const last = periodOf(end > today ? today : addDays(end, -1), grain, calendar);
  const keys = [last];
  while (keys.length < STEPS) {
    const before = keys[0] && previousPeriod(keys[0], calendar);
    if (!before) break;
    keys.unshift(before);
  }
  return { grain, keys: keys.map(({ key }) => key), from: keys[0]?.start ?? last.start, to: last.end };
}

/** The cell's cuts and its own condition as one filter. */
export function filterOf({ fields, filter }: MetricCell): Filter | undefined {
  const cuts: Filter[] = fields.map(({ path, value }) =>
    value === null ? { field: path, op: "is_empty" } : { field: path, op: "eq", value },
  );
  const all = [...cuts, ...(filter ? [filter] : [])];
  return all.length === 0 ? undefined : { and: all };
}
