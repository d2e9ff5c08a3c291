import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { type Period, period as periodByKey } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import type { EffectiveGoal } from "@dabiao/core/goals/effective-goal.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { type InWorkspace, world } from "../model/world.ts";
import { countedAmounts } from "./counted-amounts.ts";
import { openKpi } from "./kpi.ts";
import { openLifeBook } from "./life/life-book.ts";
import type { Presence } from "./life/lives-store.ts";
import { movedHalves } from "./life/transfer-store.ts";
import type { Placed } from "./people-store.ts";
import { COMPANY } from "./place.ts";
import { type TargetAmounts, targetAmounts } from "./target-amounts-store.ts";

/** Parts of a period in which targets may have been set, coarsest first. */
const FINER: Readonly<Partial<Record<string, readonly Grain[]>>> = {
  year: ["half", "quarter", "month"],
  half: ["quarter", "month"],
  quarter: ["month"],
};

/** Targets of a period, of whoever is asked for; null is 未设目标, which is not 0. */
export interface TargetBook {
  /** A person's target as it counts: ramp, days away and changes on the way taken into account; null when it is withdrawn too. */
  member(id: string): Decimal | null;
  unit(id: string): Decimal | null;
  company(): Decimal | null;
  /** The target as it stands in the ledger. */
  nominal(kind: SubjectKind, id: string): Decimal | null;
  /** Why a person's target is what it is: one reckoning per period the target was set for. */
  trace(memberId: string): readonly (EffectiveGoal & { readonly period: string })[];
  /** When somebody was away in the period: leave, and days before they came and after they went; none for most. */
  away(memberId: string): readonly DayRange[];
  /** What people of a unit (or of the company) have together: as set, and as it counts. */
  people(unitId: string | null): { readonly nominal: Decimal | null; readonly counted: Decimal | null };
}

/** What several KPIs' books share. */
export interface SharedReading {
  /** Amounts of `targetPeriods`. */
  readonly amounts?: TargetAmounts | undefined;
  readonly presence?: Presence | undefined;
}

/**
 * Opens the targets of a period. One that was set for the period itself counts; else its parts' add up; and a unit or
 * the company without any carries the sum of its people's (so group-only and person-only targets both show).
 *
 * @param read what was read already, together with that of other KPIs
 * @source SPEC.md G-05, G-09, G-10, G-11
 */
export async function openTargets(
  on: InWorkspace,
  kpiKey: string,
  period: Period,
  calendar: Calendar,
  people: readonly Placed[],
  asOf: Date | null,
  read: SharedReading = {},
): Promise<TargetBook> {
  const kpi = openKpi(await world(on), kpiKey);
  const levels = levelsOf(period, calendar);
  const keys = levels.flat();
  const amounts =
    read.amounts ?? (await targetAmounts(on, [kpiKey], keys, asOf)).get(kpiKey) ?? new Map<string, string>();
  const counted = await countedAmounts(on, kpi, keys, asOf);
  const lives = await openLifeBook(on, kpi, period, keys, asOf, undefined, read.presence);
  const halves = await movedHalves(on, kpiKey, keys, asOf);

  /** The parts a subject's target is made of. */
  const parts = (id: string): { key: string; amount: Decimal }[] => {
    const level = levels.find((each) => each.some((key) => amounts.has(`${id}/${key}`))) ?? [];
    return level.flatMap((key) => {
      const amount = amounts.get(`${id}/${key}`);
      return amount === undefined ? [] : [{ key, amount: decimal(amount) }];
    });
  };
  // A person's target is asked for once for the person, and again for every unit above.
  const nominal = remembered((id: string): Decimal | null => total(parts(id).map(({ amount }) => amount)));
  const own = (kind: SubjectKind, id: string): Decimal | null =>
    total(parts(id).map((part) => counted(kind, id, part.key, part.amount)));
  const periods = remembered((key: string) => periodByKey(key, calendar));
  const trace = (id: string) =>
    parts(id).map(({ key, amount }) => ({
      period: key,
      ...lives.goal(id, periods(key), counted("member", id, key, amount)),
    }));
  const member = remembered((id: string): Decimal | null => total(trace(id).flatMap(({ amount }) => amount ?? [])));
  const together = (ids: readonly string[], moved: Decimal) => {
    const shown = ids.flatMap((id) => {
      const full = nominal(id);
      return full === null ? [] : [{ full, due: member(id) }];
    });
    const due = shown.flatMap((each) => each.due ?? []);
    return {
      nominal: shown.length === 0 && moved.isZero() ? null : sum(shown.map(({ full }) => full)).plus(moved),
      counted: due.length === 0 && moved.isZero() ? null : sum(due).plus(moved),
    };
  };
  const everybody = people.map(({ id }) => id);
  const of = remembered((unitId: string | null) =>
    unitId === null
      ? together(everybody, ZERO)
      : together(peopleByUnit(people).get(unitId) ?? [], halves.get(unitId) ?? ZERO),
  );
  return {
    member,
    unit: (id) => own("unit", id) ?? of(id).counted,
    company: () => own("company", COMPANY) ?? of(null).counted,
    nominal: (_kind, id) => nominal(id),
    trace,
    away: (id) => lives.away(id, period),
    people: of,
  };
}

function total(amounts: readonly Decimal[]): Decimal | null {
  const [first] = amounts;
  return amounts.length > 1 ? sum(amounts) : (first ?? null);
}

function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}

/** The periods in which a target may have been set, the period itself first, then its parts from the coarsest on. */
function levelsOf(period: Period, calendar: Calendar): string[][] {
  const finer = (FINER[period.grain] ?? []).map((grain) => childrenOf(period, calendar, grain).map(({ key }) => key));
  return [[period.key], ...finer];
}

/** All periods whose targets make the target of a period. */
export function targetPeriods(period: Period, calendar: Calendar): string[] {
  return levelsOf(period, calendar).flat();
}

/** Several KPIs are opened over the same people. */
const byUnit = new WeakMap<readonly Placed[], Map<string, string[]>>();

function peopleByUnit(people: readonly Placed[]): Map<string, string[]> {
  const known = byUnit.get(people);
  if (known) return known;
  const units = new Map<string, string[]>();
  byUnit.set(people, units);
  for (const { id, path } of people) {
    for (const unit of path) {
      const list = units.get(unit);
      if (list) list.push(id);
      else units.set(unit, [id]);
    }
  }
  return units;
}
