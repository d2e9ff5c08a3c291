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
import { type SplitBasis, splitBasis, splitOnSheet } from "./split.ts";
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
    case "split":
      return await splitOnSheet(sheet, await basisOf(context, sheet.kpi, edit), edit);
    case "balance":
      return await balanceOnSheet(sheet, place, edit.axis, edit.by);
    case "lock":
      await sheet.load([place]);
      return sheet.lock(place, edit.locked);
  }
}

/** What splits of drafts were computed from: a draft is done anew at every look, its metrics need not be asked anew. */
const bases = new Map<string, { readonly basis: SplitBasis; readonly until: number }>();
const BASES_MAX = 500;
const BASIS_MS = 300_000;

type SplitEdit = Extract<DraftEdit, { kind: "split" }>;

async function basisOf(context: MetricContext, kpi: OpenKpi, { reason = "", ...edit }: SplitEdit): Promise<SplitBasis> {
  const now = context.reader.now.getTime();
  const key = [context.ws.id, kpi.key, JSON.stringify(edit)].join(" ");
  const known = bases.get(key);
  if (known && known.until > now) return known.basis;
  const basis = await splitBasis(context, kpi, { ...edit, reason });
  if (bases.size >= BASES_MAX) bases.clear();
  bases.set(key, { basis, until: now + BASIS_MS });
  return basis;
}

/** Asks what splits go by before a transaction begins: within one it would want a second way to the database. */
export async function foresee(context: MetricContext, kpi: OpenKpi, edits: readonly DraftEdit[]): Promise<void> {
  for (const edit of edits) if (edit.kind === "split") await basisOf(context, kpi, edit);
}
