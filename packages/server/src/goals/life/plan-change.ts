import { addDays } from "@dabiao/core/calendar/day.ts";
import { period as periodByKey } from "@dabiao/core/calendar/period.ts";
import { AXES, type Axis } from "@dabiao/core/goals/child-rule.ts";
import { CHANGE_MAX, type NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { type Decimal, decimal, ONE, sum } from "@dabiao/core/numbers/decimal.ts";
import { roundToUnit } from "@dabiao/core/numbers/rounding.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Runner } from "../../platform/postgres/db.ts";
import { demandStep, type OpenKpi, periodIn } from "../kpi.ts";
import { placedPeople, unitsAt } from "../people-store.ts";
import { type Place, placeName, placeOf } from "../place.ts";
import { openSheet, type Sheet } from "../sheet.ts";
import { standingsOf } from "../standing-store.ts";
import { type ChangeDays, changedPeriods } from "./change-periods.ts";
import { changeRate, type RateChange, readPostedRates } from "./change-rates.ts";

/** One target that moves: its rate for a whole period, and what counts for the period. */
export interface ChangeMove {
  readonly place: Place;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly countedBefore: Decimal;
  readonly countedAfter: Decimal;
}

/** A change worked out on a sheet nobody has written yet. */
export interface PlannedChange {
  readonly sheet: Sheet;
  /** Every target that moves, the ones in the scope and those above that follow. */
  readonly moves: readonly ChangeMove[];
  /** Those that are part of no other: their sum is what the change comes to. */
  readonly tops: readonly ChangeMove[];
  readonly locked: number;
}

/**
 * Works a change out on the tree: the finest targets in the scope take the factor or the new amount, and what they are
 * part of moves by as much, so that nothing is lost between levels (G-01).
 *
 * @throws Refusal `goal_change_nobody`, `goal_change_too_many`, `target_step`
 * @source SPEC.md G-09, A9
 */
export async function planChange(
  on: Runner,
  kpi: OpenKpi,
  body: NewGoalChange,
  days: ChangeDays,
  today: string,
): Promise<PlannedChange> {
  const periods = changedPeriods(kpi, days, today);
  const standings = (await standingsOf(on, kpi.key, periods, { slice: null })).filter(({ version }) => version > 0);
  if (standings.length > CHANGE_MAX)
    throw new Refusal("goal_change_too_many", { limit: CHANGE_MAX }, ["body", "scope"]);
  const sheet = openSheet(on, kpi);
  const typed = typedAmounts(kpi, body);
  const named = new Map<string, Place>();
  for (const place of [...standings, ...[...typed.values()].map((each) => each.place)])
    named.set(placeName(place), place);
  await sheet.load([...named.values()]);
  const rateOf = await ownRates(on, kpi, body, days, periods, typed);
  const known = new Map<string, ChangeMove | null>();

  /** A place moves as its parts do, or by itself where it has none; null when it stays. */
  const moveOf = (place: Place, depth = 0): ChangeMove | null => {
    const name = placeName(place);
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const made = depth > DEPTH_MAX ? null : worked(place, sheet.standing(place).amount, depth);
    known.set(name, made);
    return made;
  };
  const worked = (place: Place, amount: Decimal, depth: number): ChangeMove | null => {
    const parts = typed.has(placeName(place)) ? [] : partsOf(sheet, named, place);
    const own = rateOf(place, amount);
    if (parts.length === 0) return own && moved(place, own, amount);
    if (own === null && body.above === "keep") return null;
    for (const { axis, children, share } of parts) {
      const moves = children.flatMap((child) => moveOf(child, depth + 1) ?? []);
      const by = (read: (move: ChangeMove) => Decimal) => roundToUnit(sum(moves.map(read)).times(share), kpi.step);
      const counted = by((move) => move.countedAfter.minus(move.countedBefore));
      if (counted.isZero()) continue;
      const countedAfter = amount.plus(counted);
      if (axis === "periods")
        return { place: bare(place), before: amount, after: countedAfter, countedBefore: amount, countedAfter };
      // Parts of the same period: their rates add up too.
      const before = amount.plus(by((move) => move.before.minus(move.countedBefore)));
      const after = before.plus(by((move) => move.after.minus(move.before)));
      return { place: bare(place), before, after, countedBefore: amount, countedAfter };
    }
    return null;
  };
  const moves = [...named.values()].flatMap((place) => moveOf(place) ?? []);
  if (moves.length === 0) throw new Refusal("goal_change_nobody", {}, ["body", "scope"]);
  const touched = new Set(moves.map(({ place }) => placeName(place)));
  return {
    sheet,
    moves,
    tops: moves.filter(({ place }) => sheet.parents(place).every(({ parent }) => !touched.has(placeName(parent)))),
    locked: moves.filter(({ place }) => sheet.standing(place).locked).length,
  };
}

/** A change of the KPI itself moves no target. */
export function nothingMoves(on: Runner, kpi: OpenKpi): PlannedChange {
  return { sheet: openSheet(on, kpi), moves: [], tops: [], locked: 0 };
}

/** Levels a tree may have, people and periods together. */
const DEPTH_MAX = 40;

function moved(place: Place, { before, after, counted }: RateChange, amount: Decimal): ChangeMove | null {
  return counted.eq(amount) && before.eq(after)
    ? null
    : { place: bare(place), before, after, countedBefore: amount, countedAfter: counted };
}

function bare({ kind, id, period, slice }: Place): Place {
  return { kind, id, period, slice };
}

/** What a place is made of along each axis: its children, and how much of their move is its own (a street target's part). */
function partsOf(
  sheet: Sheet,
  named: ReadonlyMap<string, Place>,
  place: Place,
): { axis: Axis; children: Place[]; share: Decimal }[] {
  return AXES.flatMap((axis) => {
    const split = sheet.split(place, axis);
    if (!split || split.rule.kind === "independent" || split.rule.kind === "under") return [];
    // Parts outside the days of the change are not among the named: they stay.
    const children = sheet.children(place, axis).filter((child) => named.has(placeName(child)));
    const share = split.rule.kind === "over" ? ONE.div(ONE.plus(decimal(split.rule.k))) : ONE;
    return children.length === 0 ? [] : [{ axis, children, share }];
  });
}

type Typed = ReadonlyMap<string, { readonly place: Place; readonly amount: Decimal }>;

function typedAmounts(kpi: OpenKpi, { effect }: NewGoalChange): Typed {
  const lines = effect.kind === "amounts" ? effect.lines : [];
  return new Map(
    lines.map(({ subject, period, slice, amount }) => {
      const place = placeOf(subject, periodIn(kpi, period), slice ?? "");
      demandStep(kpi, decimal(amount));
      return [placeName(place), { place, amount: decimal(amount) }];
    }),
  );
}

/** The new rate of a target by itself; null out of the scope. */
async function ownRates(
  on: Runner,
  kpi: OpenKpi,
  body: NewGoalChange,
  days: ChangeDays,
  periods: readonly string[],
  typed: Typed,
): Promise<(place: Place, amount: Decimal) => RateChange | null> {
  const { scope, effect } = body;
  const subjects = await subjectsIn(on, scope, days.from);
  const posted = await readPostedRates(on, kpi.key, periods);
  const tiers = new Map(
    effect.kind === "tiers" ? effect.tiers.map(({ slice, factor }) => [slice, decimal(factor)]) : [],
  );
  const slices = new Set(scope.slices);
  return (place, amount) => {
    const name = placeName(place);
    const set = typed.get(name);
    const inScope =
      (subjects === null || subjects.has(`${place.kind}/${place.id}`)) &&
      (slices.size === 0 || slices.has(place.slice));
    const factor =
      effect.kind === "tiers" ? tiers.get(place.slice) : effect.kind === "factor" ? decimal(effect.factor) : undefined;
    if (!set && (!inScope || factor === undefined)) return null;
    const to = (rate: Decimal) => set?.amount ?? rate.times(factor ?? ONE);
    return changeRate(kpi, periodByKey(place.period, kpi.calendar), amount, posted.get(name) ?? [], days, body, to);
  };
}

/** Units and people of the scope, with everybody below the units on the day; null for the whole company. */
async function subjectsIn(
  on: Runner,
  { units, members }: NewGoalChange["scope"],
  day: string,
): Promise<Set<string> | null> {
  if (units.length === 0 && members.length === 0) return null;
  const found = new Set(members.map((id) => `member/${id}`));
  for (const unit of units) for (const { id } of await unitsAt(on, day, unit)) found.add(`unit/${id}`);
  if (units.length === 0) return found;
  const chosen = new Set(units);
  for (const { id, path } of await placedPeople(on, { start: day, end: addDays(day, 1) }, null))
    if (path.some((unit) => chosen.has(unit))) found.add(`member/${id}`);
  return found;
}
