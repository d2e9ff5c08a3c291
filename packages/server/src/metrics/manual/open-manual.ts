import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { type Period, period as readPeriod } from "@dabiao/core/calendar/period.ts";
import type { ManualMeasure } from "@dabiao/core/metrics/manual-measure.ts";
import type { MetricBody } from "@dabiao/core/metrics/metric.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { Who } from "@dabiao/core/metrics/who.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import { calendarOf } from "../context.ts";
import { figuresInSight } from "../manual-cells.ts";

/** A metric that is entered by hand, with the calendar its periods are in. */
export interface OpenManual {
  readonly key: string;
  readonly body: MetricBody;
  readonly measure: ManualMeasure;
  readonly calendar: Calendar;
}

/** @throws Refusal `not_found`; `manual_metric` for a metric that is computed from records */
export function openManual(world: World, key: string): OpenManual {
  const body = world.get(metricKind, key);
  if (!body) throw new Refusal("not_found", { what: `metric ${key}` }, ["metric"]);
  if (body.measure.kind !== "manual") throw new Refusal("manual_metric", { metric: body.label.zh }, ["metric"]);
  return { key, body, measure: body.measure, calendar: calendarOf(world, body) };
}

export function manualMetrics(world: World): OpenManual[] {
  return world
    .list(metricKind)
    .flatMap(({ key, body }) => (body.measure.kind === "manual" ? [openManual(world, key)] : []));
}

/** @throws Refusal `manual_period` for a period of another length than figures are entered for */
export function manualPeriod({ measure, calendar }: OpenManual, key: string): Period {
  const period = readPeriod(key, calendar);
  if (period.grain !== measure.grain)
    throw new Refusal("manual_period", { period: key, grain: measure.grain }, ["period"]);
  return period;
}

export function mayEnter(access: Access, { measure }: OpenManual): boolean {
  return isMeant(access, measure.inputter);
}

export function mayConfirm(access: Access, { measure }: OpenManual): boolean {
  return isMeant(access, measure.confirmer);
}

function isMeant({ memberId, actor }: Access, who: Who): boolean {
  if (memberId === null) return false;
  return who.kind === "member" ? who.id === memberId : actor.roleKeys.includes(who.role);
}

/**
 * Whose figures somebody enters or confirms: everybody's (null) for a person named by name or who sees all, and for
 * whoever has the role, those of the people in reach.
 */
export function reachFor(access: Access, who: Who): readonly string[] | null {
  return who.kind === "member" ? null : figuresInSight(access);
}

/** @throws Refusal `manual_inputter` for whoever has nothing to do with the metric's figures */
export function demandPart(access: Access, manual: OpenManual): void {
  const sees = access.can("metrics.manage") || access.can("goals.read_all");
  if (!sees && !mayEnter(access, manual) && !mayConfirm(access, manual))
    throw new Refusal("manual_inputter", { metric: manual.body.label.zh }, ["metric"]);
}
