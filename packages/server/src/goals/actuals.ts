import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { type Dimension, MetricQuery } from "@dabiao/core/metrics/query.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { answerMetrics } from "../metrics/query.ts";
import type { OpenKpi } from "./kpi.ts";

/** A KPI's results in some days, by the keys of a dimension; whoever has none is not in it. */
export async function actualsBy(
  context: MetricContext,
  kpi: OpenKpi,
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
  return new Map(
    answer.rows.flatMap(({ key: [key], values: [value] }) =>
      key == null || value == null ? [] : [[key, decimal(value)]],
    ),
  );
}
