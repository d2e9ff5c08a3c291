import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { type Period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import { MetricQuery } from "@dabiao/core/metrics/query.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { MetricContext } from "../metrics/context.ts";
import type { KpiUsage } from "../metrics/lint/kpi-usage.ts";
import { answerMetrics } from "../metrics/query.ts";
import { readStandings } from "./standing-store.ts";

/** Full periods looked back on for targets that were reached. */
const LOOK_BACK = 6;
const RUNNING = ["day", "week", "month", "quarter", "half", "year"] as const;

/** What the targets say about a KPI, for those who lint it. */
export const kpiUsage: KpiUsage = {
  async withTargets(ws) {
    const rows = await ws.rows<{ kpi: string }>(sql`select kpi from ${ident(ws.schema, "target_book")}`);
    return new Set(rows.map(({ kpi }) => kpi));
  },
  async targets(ws, kpi, today, calendar) {
    const running = RUNNING.map((grain) => periodOf(today, grain, calendar).key);
    const standings = await readStandings(ws, kpi, [...new Set(running)]);
    return standings.filter(({ amount }) => !amount.isZero()).length;
  },
  async attained(context, kpi, body, calendar, today) {
    const periods = fullPeriods(today, body.grain, calendar);
    const standings = await readStandings(
      context.ws,
      kpi,
      periods.map(({ key }) => key),
    );
    const targets = standings.filter(({ kind, amount }) => kind === "member" && !amount.isZero());
    if (targets.length === 0) return { met: 0, of: 0 };
    const actuals = await actualsOf(context, body, periods);
    const isDown = context.world.get(metricKind, body.metric)?.direction === "down";
    const met = targets.filter(({ id, period, amount }) => {
      const actual = actuals.get(`${id} ${period}`);
      return actual != null && (isDown ? decimal(actual).lte(amount) : decimal(actual).gte(amount));
    });
    return { met: met.length, of: targets.length };
  },
};

function fullPeriods(today: string, grain: KpiBody["grain"], calendar: Calendar): Period[] {
  const found: Period[] = [];
  let before = previousPeriod(periodOf(today, grain, calendar), calendar);
  while (before && found.length < LOOK_BACK) {
    found.unshift(before);
    before = previousPeriod(before, calendar);
  }
  return found;
}

async function actualsOf(context: MetricContext, { metric, grain }: KpiBody, periods: readonly Period[]) {
  const from = periods[0]?.start ?? "";
  const to = periods.at(-1)?.end ?? "";
  const by = [{ kind: "member" }, { kind: "period", grain }];
  const query = MetricQuery.parse({ metrics: [metric], by, period: { from, to }, limit: 50_000 });
  const { rows } = await answerMetrics(context, query);
  return new Map(rows.map(({ key, values }) => [key.join(" "), values[0] ?? null]));
}
