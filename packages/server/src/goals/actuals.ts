import type { Day } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { type Dimension, MetricQuery } from "@dabiao/core/metrics/query.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { answerMetrics } from "../metrics/query.ts";
import type { OpenKpi } from "./kpi.ts";

/** Whose figure: everybody's when empty. */
export interface FigureScope {
  readonly unit?: string;
  readonly members?: string[];
}

/** A KPI's results in some days, by the keys of a dimension; whoever has none is not in it. */
export async function actualsBy(
  context: MetricContext,
  kpi: { readonly body: Pick<OpenKpi["body"], "metric"> },
  range: DayRange,
  by: Dimension,
  unit: string | null = null,
): Promise<Map<string, Decimal>> {
  const answer = await answerMetrics(
    context,
    MetricQuery.parse({
      metrics: [kpi.body.metric],
      by: [by],
      period: { from: range.start, to: range.end },
      scope: unit === null ? {} : { unit },
      limit: 50_000,
    }),
  );
  return byKey(answer.rows);
}

/** A figure as a whole, now or as it was known at a moment. */
export async function wholeFigure(
  context: MetricContext,
  metric: string,
  range: DayRange,
  scope: FigureScope,
  asOf: Date | null,
): Promise<Decimal | null> {
  const { total } = await answerMetrics(context, { ...question(metric, range, scope, asOf), by: [] });
  return total[0] == null ? null : decimal(total[0]);
}

/** A figure day by day; days without any are not in it. */
export async function dailyFigures(
  context: MetricContext,
  metric: string,
  range: DayRange,
  scope: FigureScope,
  asOf: Date | null,
): Promise<Map<Day, Decimal>> {
  const by: Dimension[] = [{ kind: "period", grain: "day" }];
  const { rows } = await answerMetrics(context, { ...question(metric, range, scope, asOf), by });
  return byKey(rows);
}

function question(metric: string, range: DayRange, scope: FigureScope, asOf: Date | null): MetricQuery {
  return {
    metrics: [metric],
    by: [],
    period: { from: range.start, to: range.end },
    scope,
    limit: 50_000,
    ...(asOf === null ? {} : { asOf: asOf.toISOString() }),
  };
}

function byKey(
  rows: readonly { readonly key: readonly (string | null)[]; readonly values: readonly (string | null)[] }[],
): Map<string, Decimal> {
  return new Map(
    rows.flatMap(({ key: [key], values: [value] }) => (key == null || value == null ? [] : [[key, decimal(value)]])),
  );
}
