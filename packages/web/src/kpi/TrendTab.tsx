import { addDays } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { lastYearOf } from "@dabiao/core/calendar/last-year.ts";
import { type PeriodGrain, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { queryMetricsContract } from "@dabiao/core/metrics/contract.ts";
import type { MetricCell } from "@dabiao/core/metrics/explain.ts";
import type { MetricAnswer } from "@dabiao/core/metrics/query.ts";
import { localText } from "@dabiao/core/platform/text.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { useLocale } from "../i18n/locale.ts";
import { readPeriod } from "../metrics/period-name.ts";
import type { Metrics } from "../metrics/use-metrics.ts";
import { Region } from "../shell/RegionState.tsx";
import { ComparisonPart } from "./ComparisonPart.tsx";
import { subjectOfCell } from "./cell-query.ts";
import { TrendChart } from "./TrendChart.tsx";

const STEPS = 12;

/** The figure over the last twelve periods, of the length looked at, beside the same ones of last year. */
export function TrendTab({ cell, metrics }: { readonly cell: MetricCell; readonly metrics: Metrics }) {
  const locale = useLocale();
  const metric = metrics.metric(cell.metric);
  const { grain, periods } = stretch(cell, metrics);
  const past = periods.map((each) => lastYearOf(each, metrics.calendar));
  const ask = (period: { from: string; to: string }, signal: AbortSignal) => {
    const filter = filterOf(cell);
    const body = {
      metrics: [cell.metric],
      by: [{ kind: "period" as const, grain }],
      period,
      scope: { ...(cell.unit ? { unit: cell.unit } : {}), ...(cell.member ? { members: [cell.member] } : {}) },
      ...(filter ? { filter } : {}),
    };
    return call(queryMetricsContract, { body, signal });
  };
  const trend = useQuery({
    queryKey: ["kpi", "trend", cell, grain, periods[0]?.key],
    queryFn: async ({ signal }) => {
      const span = hull(periods);
      const before = hull(past.filter((each) => each !== null));
      return { now: span && (await ask(span, signal)), base: before && (await ask(before, signal)) };
    },
    meta: { objects: metric?.objects ?? ["*"] },
  });
  if (!metric) return null;
  const subject = subjectOfCell(cell);
  return (
    <>
      <Region query={trend} rows={6}>
        {({ now, base }) => (
          <TrendChart
            name={localText(metric.label, locale)}
            unit={metric.unit}
            points={periods.map(({ key }, index) => ({
              key,
              value: figureAt(now, key),
              base: figureAt(base, baseKey(past[index] ?? null)),
            }))}
            openKey={periodOf(metrics.today, grain, metrics.calendar).key}
          />
        )}
      </Region>
      {subject && typeof cell.period === "string" && (
        <ComparisonPart metric={metric} period={cell.period} subject={subject} />
      )}
    </>
  );

  /** The period of the same grain that last year's days are, where they are one. */
  function baseKey(range: DayRange | null): string | null {
    if (!range) return null;
    const found = periodOf(range.start, grain, metrics.calendar);
    return found.start === range.start && found.end === range.end ? found.key : null;
  }
}

function figureAt(answer: MetricAnswer | null, key: string | null): string | null {
  return answer?.rows.find((row) => row.key[0] === key)?.values[0] ?? null;
}

function hull(ranges: readonly DayRange[]): { from: string; to: string } | null {
  const [first] = ranges;
  const last = ranges.at(-1);
  return first && last ? { from: first.start, to: last.end } : null;
}

function stretch({ period }: MetricCell, { calendar, today }: Metrics) {
  const named = typeof period === "string" ? readPeriod(period, calendar) : null;
  const grain = grainOf(named?.grain);
  const end = named?.end ?? (typeof period === "string" ? today : period.to);
  const last = periodOf(end > today ? today : addDays(end, -1), grain, calendar);
  const keys = [last];
  while (keys.length < STEPS) {
    const before = keys[0] && previousPeriod(keys[0], calendar);
    if (!before) break;
    keys.unshift(before);
  }
  return { grain, periods: keys };
}

function grainOf(grain: PeriodGrain | undefined): Grain {
  if (grain === "day" || grain === "week" || grain === "monthweek") return "week";
  return grain === "quarter" || grain === "half" || grain === "year" ? grain : "month";
}

/** The cell's cuts and its own condition as one filter. */
export function filterOf({ fields, filter }: MetricCell): Filter | undefined {
  const cuts: Filter[] = fields.map(({ path, value }) =>
    value === null ? { field: path, op: "is_empty" } : { field: path, op: "eq", value },
  );
  const all = [...cuts, ...(filter ? [filter] : [])];
  return all.length === 0 ? undefined : { and: all };
}
