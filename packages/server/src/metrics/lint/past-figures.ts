import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { type Period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import type { MetricContext } from "../context.ts";
import { answerMetrics } from "../query.ts";

/** Full periods before today's looked at. */
const PERIODS = 12;

export interface PastFigure {
  readonly period: string;
  readonly value: string | null;
}

/**
 * What a metric gave in the last full periods, oldest first, by one grouped query. Periods before the first record say
 * nothing and are left out; an empty one after it is what the metric makes of nothing.
 *
 * @param nothing what the metric is worth where no record is: "0" or null
 */
export async function pastFigures(
  context: MetricContext,
  {
    metric,
    grain,
    calendar,
    today,
    nothing,
  }: {
    readonly metric: string;
    readonly grain: Grain;
    readonly calendar: Calendar;
    readonly today: string;
    readonly nothing: string | null;
  },
  scope: MetricQuery["scope"] = {},
): Promise<PastFigure[]> {
  const periods = fullPeriods(today, grain, calendar);
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return [];
  const answer = await answerMetrics(
    context,
    MetricQuery.parse({
      metrics: [metric],
      by: [{ kind: "period", grain }],
      period: { from: first.start, to: last.end },
      scope,
    }),
  );
  const values = new Map(answer.rows.map(({ key: [key], values: [value] }) => [key, value ?? null]));
  const begun = periods.findIndex(({ key }) => values.get(key) != null);
  if (begun === -1) return [];
  return periods.slice(begun).map(({ key }) => ({ period: key, value: values.has(key) ? values.get(key)! : nothing }));
}

function fullPeriods(today: string, grain: Grain, calendar: Calendar): Period[] {
  const found: Period[] = [];
  let before = previousPeriod(periodOf(today, grain, calendar), calendar);
  while (before && found.length < PERIODS) {
    found.unshift(before);
    before = previousPeriod(before, calendar);
  }
  return found;
}
