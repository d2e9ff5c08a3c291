import type { ManualFigure, ManualRow, ManualSheet } from "@dabiao/core/metrics/manual-contract.ts";
import { SHEET_MAX } from "@dabiao/core/metrics/manual-contract.ts";
import { manualDue } from "@dabiao/core/metrics/manual-due.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { figuresInSight } from "../manual-cells.ts";
import { expectedPeople } from "./expected-store.ts";
import { figureHistory, type NamedFigure, standingFigures, toFigure } from "./figure-store.ts";
import {
  demandPart,
  manualPeriod,
  mayConfirm,
  mayEnter,
  type OpenManual,
  openManual,
  reachFor,
} from "./open-manual.ts";

/**
 * The grid of a metric and period: everybody a figure is expected for and within reach, with what counts and what waits.
 *
 * @throws Refusal `manual_inputter` for whoever neither enters, confirms nor sees everybody's figures
 */
export async function manualSheet(
  ws: Workspace,
  access: Access,
  world: World,
  query: { readonly metric: string; readonly period: string },
  now: Date,
): Promise<ManualSheet> {
  const manual = openManual(world, query.metric);
  demandPart(access, manual);
  const period = manualPeriod(manual, query.period);
  const people = await expectedPeople(ws, manual.measure, period, widestReach(access, manual));
  const byMember = Map.groupBy(await standingFigures(ws, manual.key, period.key), ({ member_id }) => member_id);
  const rights = rowRights(access, manual);
  const due = manualDue(period, manual.measure, manual.calendar);
  const { kind: _, ...measure } = manual.measure;
  return {
    metric: manual.key,
    period: period.key,
    label: manual.body.label,
    unit: manual.body.unit,
    measure,
    from: period.start,
    to: period.end,
    due,
    isOverdue: dayAt(now, manual.calendar.zone) > due,
    rows: people.slice(0, SHEET_MAX).map(({ id, name, unit }) => {
      const figures = byMember.get(id) ?? [];
      return { memberId: id, name, unit, ...rowOf(figures), ...rights(id, figures) };
    }),
  };
}

/** @throws Refusal `not_found` for somebody out of reach */
export async function manualHistory(
  ws: Workspace,
  access: Access,
  world: World,
  { metric, period, member }: { readonly metric: string; readonly period: string; readonly member: string },
): Promise<ManualFigure[]> {
  const manual = openManual(world, metric);
  const reach = widestReach(access, manual);
  const own = figuresInSight(access);
  if (reach !== null && !reach.includes(member) && own !== null && !own.includes(member))
    throw new Refusal("not_found", { what: "member" }, ["member"]);
  return (await figureHistory(ws, metric, manualPeriod(manual, period).key, member)).map(toFigure);
}

/** Whose lines one sees: of all one may enter, confirm or look at, the most. */
export function widestReach(access: Access, manual: OpenManual): readonly string[] | null {
  const { inputter, confirmer } = manual.measure;
  const reaches = [
    ...(mayEnter(access, manual) ? [reachFor(access, inputter)] : []),
    ...(mayConfirm(access, manual) ? [reachFor(access, confirmer)] : []),
    figuresInSight(access),
  ];
  return reaches.includes(null) ? null : [...new Set(reaches.flatMap((reach) => reach ?? []))];
}

function rowOf(figures: readonly NamedFigure[]): Pick<ManualRow, "counting" | "waiting" | "returned"> {
  const of = (state: string) => {
    const found = figures.find((figure) => figure.state === state);
    return found ? toFigure(found) : null;
  };
  return { counting: of("confirmed"), waiting: of("entered"), returned: of("returned") };
}

function rowRights(access: Access, manual: OpenManual) {
  const { inputter, confirmer } = manual.measure;
  const enters = mayEnter(access, manual) ? reachFor(access, inputter) : [];
  const confirms = mayConfirm(access, manual) ? reachFor(access, confirmer) : [];
  const holds = (reach: readonly string[] | null, id: string) => reach === null || reach.includes(id);
  return (id: string, figures: readonly NamedFigure[]) => {
    const waiting = figures.find(({ state }) => state === "entered");
    const others = waiting !== undefined && waiting.entered_by !== access.memberId && id !== access.memberId;
    return { mayEnter: holds(enters, id), mayConfirm: others && holds(confirms, id) };
  };
}
