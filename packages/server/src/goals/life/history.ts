import { Grain } from "@dabiao/core/calendar/grain.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { MetricContext } from "../../metrics/context.ts";
import { answerMetrics } from "../../metrics/query.ts";
import type { OpenKpi } from "../kpi.ts";

/** Results by subject id and period key. */
export type Results = ReadonlyMap<string, ReadonlyMap<string, Decimal>>;

/**
 * A KPI's results of people or units over periods that follow each other, in one grouped query. Whoever had none in a
 * period is not in it.
 *
 * @param members only of these people, at most 1,000; everybody when null
 */
export async function resultsOver(
  context: MetricContext,
  kpi: OpenKpi,
  periods: readonly Period[],
  by: "member" | "unit",
  members: readonly string[] | null = null,
): Promise<Results> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return new Map();
  const answer = await answerMetrics(
    context,
    MetricQuery.parse({
      metrics: [kpi.body.metric],
      by: [{ kind: by }, { kind: "period", grain: Grain.parse(first.grain) }],
      period: { from: first.start, to: last.end },
      scope: members === null ? {} : { members },
      limit: 50_000,
    }),
  );
  const results = new Map<string, Map<string, Decimal>>();
  for (const { key, values } of answer.rows) {
    const [id, period] = key;
    const value = values[0];
    if (id == null || period == null || value == null) continue;
    const own = results.get(id) ?? new Map<string, Decimal>();
    results.set(id, own.set(period, decimal(value)));
  }
  return results;
}

/** The company's results of periods in order; nothing is 0 where results pile up. */
export async function companyResults(
  context: MetricContext,
  kpi: OpenKpi,
  periods: readonly Period[],
): Promise<Map<string, Decimal>> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return new Map();
  const answer = await answerMetrics(
    context,
    MetricQuery.parse({
      metrics: [kpi.body.metric],
      by: [{ kind: "period", grain: Grain.parse(first.grain) }],
      period: { from: first.start, to: last.end },
    }),
  );
  return new Map(
    answer.rows.flatMap(({ key: [period], values: [value] }) =>
      period == null || value == null ? [] : [[period, decimal(value)]],
    ),
  );
}
