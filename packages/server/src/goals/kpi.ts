import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { type Period, period } from "@dabiao/core/calendar/period.ts";
import { accrues } from "@dabiao/core/metrics/accrues.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import type { KpiBody, MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { Direction } from "@dabiao/core/metrics/pace.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { calendarOf } from "../metrics/context.ts";

/** A KPI with its metric and the calendar it runs by. */
export interface OpenKpi {
  readonly key: string;
  readonly body: KpiBody;
  readonly metric: MetricBody;
  readonly calendar: Calendar;
  readonly step: Decimal;
  readonly direction: Direction;
  /** Whether results pile up over time and people, so that targets may be split and expected by the day. */
  readonly accrues: boolean;
}

/** @throws Refusal `not_found` */
export function openKpi(world: World, key: string): OpenKpi {
  const body = world.get(kpiKind, key);
  const metric = body && world.get(metricKind, body.metric);
  if (!body || !metric) throw new Refusal("not_found", { what: `kpi ${key}` }, ["kpi"]);
  return {
    key,
    body,
    metric,
    calendar: calendarOf(world, metric),
    step: decimal(body.step),
    direction: metric.direction === "down" ? "down" : "up",
    accrues: accrues(metric),
  };
}

export function periodIn(kpi: OpenKpi, key: string): Period {
  return period(key, kpi.calendar);
}

export function demandStep(kpi: OpenKpi, amount: Decimal): void {
  if (!amount.mod(kpi.step).isZero())
    throw new Refusal("target_step", { amount: amount.toFixed(), step: kpi.body.step }, ["amount"]);
}
