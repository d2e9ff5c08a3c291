import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { KpiBody } from "@dabiao/core/metrics/metric.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import type { MetricContext } from "../context.ts";

/** What rests on a KPI, as rooms above metrics know it; they are put together at composition. */
export interface KpiUsage {
  /** The KPIs for which targets were ever set. */
  withTargets(ws: Workspace): Promise<ReadonlySet<string>>;
  /** Targets of the periods that run on a day. */
  targets(ws: Workspace, kpi: string, today: string, calendar: Calendar): Promise<number>;
  /** Of the targets of people in the last full periods, how many were reached. */
  attained(
    context: MetricContext,
    kpi: string,
    body: KpiBody,
    calendar: Calendar,
    today: string,
  ): Promise<{ readonly met: number; readonly of: number }>;
}
