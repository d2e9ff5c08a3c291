import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { childrenOf } from "@dabiao/core/calendar/period-children.ts";
import type { SubjectKind } from "@dabiao/core/goals/target.ts";
import { type Decimal, sum } from "@dabiao/core/numbers/decimal.ts";
import type { Runner } from "../platform/postgres/db.ts";
import type { Placed } from "./people-store.ts";
import { COMPANY } from "./place.ts";
import { readStandings } from "./standing-store.ts";

/** Parts of a period in which targets may have been set, coarsest first. */
const FINER: Readonly<Partial<Record<string, readonly Grain[]>>> = {
  year: ["half", "quarter", "month"],
  half: ["quarter", "month"],
  quarter: ["month"],
};

/** Targets of a period, of whoever is asked for; null is 未设目标, which is not 0. */
export interface TargetBook {
  member(id: string): Decimal | null;
  unit(id: string): Decimal | null;
  company(): Decimal | null;
}

/**
 * Opens the targets of a period. One that was set for the period itself counts; else its parts' add up; and a unit or
 * the company without any carries the sum of its people's (so group-only and person-only targets both show).
 */
export async function openTargets(
  on: Runner,
  kpi: string,
  period: Period,
  calendar: Calendar,
  people: readonly Placed[],
  asOf: Date | null,
): Promise<TargetBook> {
  const levels = (FINER[period.grain] ?? []).map((grain) => childrenOf(period, calendar, grain).map(({ key }) => key));
  const standings = await readStandings(on, kpi, [period.key, ...levels.flat()], asOf);
  const amounts = new Map<string, Map<string, Decimal>>();
  for (const { kind, id, period: key, amount } of standings) {
    const own = amounts.get(`${kind}/${id}`) ?? new Map<string, Decimal>();
    amounts.set(`${kind}/${id}`, own.set(key, amount));
  }
  const below = peopleByUnit(people);
  const own = (kind: SubjectKind, id: string): Decimal | null => {
    const set = amounts.get(`${kind}/${id}`);
    if (!set) return null;
    const exact = set.get(period.key);
    if (exact) return exact;
    const level = levels.find((keys) => keys.some((key) => set.has(key)));
    return level ? sum(level.flatMap((key) => set.get(key) ?? [])) : null;
  };
  const together = (ids: readonly string[]): Decimal | null => {
    const known = ids.flatMap((id) => own("member", id) ?? []);
    return known.length === 0 ? null : sum(known);
  };
  return {
    member: (id) => own("member", id),
    unit: (id) => own("unit", id) ?? together(below.get(id) ?? []),
    company: () => own("company", COMPANY) ?? together(people.map(({ id }) => id)),
  };
}

function peopleByUnit(people: readonly Placed[]): Map<string, string[]> {
  const units = new Map<string, string[]>();
  for (const { id, path } of people) {
    for (const unit of path) {
      const list = units.get(unit);
      if (list) list.push(id);
      else units.set(unit, [id]);
    }
  }
  return units;
}
