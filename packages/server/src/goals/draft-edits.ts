import { inRange } from "@dabiao/core/calendar/day-range.ts";
import type { DraftEdit } from "@dabiao/core/goals/goal-draft.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { balanceOnSheet } from "./balance-on-sheet.ts";
import { demandMaySet, demandMaySplit, type Planner } from "./goal-rights.ts";
import { type OpenKpi, periodIn } from "./kpi.ts";
import { type Place, placeName } from "./place.ts";
import { setOnSheet } from "./set-on-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { splitBasis, splitOnSheet } from "./split.ts";
import { placeIn } from "./targets.ts";

/** The nodes an edit is about: where two people would meet. */
export function nodesOf(kpi: OpenKpi, edit: DraftEdit): string[] {
  const own = placeName(placeIn(kpi, edit));
  switch (edit.kind) {
    case "set":
      return edit.counter.kind === "place" ? [own, placeName(placeIn(kpi, edit.counter))] : [own];
    case "split":
      return [`${own} → ${edit.into.kind}`];
    case "balance":
      return [`${own} → ${edit.axis}`];
    case "lock":
      return [`${own} lock`];
  }
}

/** @throws Refusal `plan_period`, `target_not_yours`, `not_found`, and what reading the place refuses */
export function demandMayEdit(
  context: MetricContext,
  kpi: OpenKpi,
  planner: Planner,
  plan: string,
  edit: DraftEdit,
): void {
  const place = placeIn(kpi, edit);
  demandInside(kpi, plan, place);
  if (edit.kind === "split" || edit.kind === "balance") demandMaySplit(context.access, planner, place);
  else demandMaySet(context.access, planner, place);
  if (edit.kind !== "set") return;
  if (edit.counter.kind === "upper" && !planner.all) context.access.demand("goals.manage");
  if (edit.counter.kind === "place") demandMaySet(context.access, planner, placeIn(kpi, edit.counter));
}

function demandInside(kpi: OpenKpi, plan: string, { period }: Place): void {
  const whole = periodIn(kpi, plan);
  const part = periodIn(kpi, period);
  // A week at the edge of a plan belongs to it when it begins in it.
  if (part.start < whole.start ? part.end <= whole.start : !inRange(part.start, whole))
    throw new Refusal("plan_period", { period, plan }, ["period"]);
}

/** Does an edit on a sheet, by the very code that would do it at once. */
export async function editOnSheet(context: MetricContext, sheet: Sheet, edit: DraftEdit): Promise<void> {
  const place = placeIn(sheet.kpi, edit);
  switch (edit.kind) {
    case "set":
      return await setOnSheet(sheet, place, decimal(edit.amount), edit.counter);
    case "split": {
      const split = { ...edit, reason: edit.reason ?? "" };
      return await splitOnSheet(sheet, await splitBasis(context, sheet.kpi, split), split);
    }
    case "balance":
      return await balanceOnSheet(sheet, place, edit.axis, edit.by);
    case "lock":
      await sheet.load([place]);
      return sheet.lock(place, edit.locked);
  }
}
