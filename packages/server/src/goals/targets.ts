import { EXACT } from "@dabiao/core/goals/child-rule.ts";
import type { CounterEntry, Target, TargetEvent, TargetPlace, TargetSetting } from "@dabiao/core/goals/target.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { type Decimal, decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Page } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import { demandSubject, demandVisible, visibleSubjects } from "./goal-rights.ts";
import { readHistory, setLock } from "./history-store.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Move, post } from "./ledger-store.ts";
import { type Place, placeName, placeOf, subjectOf } from "./place.ts";
import { demandChangeable, lockPlaces, readStandings, type Standing } from "./standing-store.ts";

/** Targets of a KPI in a period, as they stand or stood, as far as the reader may see their people and units. */
export async function listTargets(
  on: Runner,
  access: Access,
  world: World,
  query: { kpi: string; period: string; asOf?: string | undefined },
): Promise<Target[]> {
  const kpi = openKpi(world, query.kpi);
  const { key } = periodIn(kpi, query.period);
  const standings = await readStandings(on, kpi.key, [key], query.asOf ? new Date(query.asOf) : null);
  const visible = visibleSubjects(access);
  return standings.filter((standing) => visible(standing)).map((standing) => toTarget(kpi.key, standing));
}

/**
 * Sets a target. The difference to what it was is taken from the counter-entry: decided anew, or moved from another
 * person, unit or period, whose own target falls by as much.
 *
 * @throws Refusal `target_step`, `target_locked`, `target_counter`, `conflict`
 */
export async function setTarget(trx: Trx, access: Access, world: World, setting: TargetSetting): Promise<Target> {
  access.demand("goals.manage");
  const kpi = openKpi(world, setting.kpi);
  const place = placeOf(setting.subject, periodIn(kpi, setting.period));
  await demandSubject(trx, place);
  const other = counterPlace(kpi, setting.counter);
  if (other && placeName(other) === placeName(place)) throw new Refusal("target_counter", {}, ["counter"]);
  const standings = await lockPlaces(trx, kpi.key, other ? [place, other] : [place]);
  const standing = standings.get(placeName(place));
  const giver = other && standings.get(placeName(other));
  if (!standing) throw new Error("a locked place has no standing");
  demandChangeable(standing, setting.version);
  if (giver) demandChangeable(giver, undefined);
  const amount = decimal(setting.amount);
  demandStep(kpi, amount);
  const from: Move["from"] = other ? { kind: "sibling", place: other } : { kind: "plan" };
  const posting = {
    kpi: kpi.key,
    kind: other ? "shift" : "set",
    reason: setting.reason,
    byMember: access.memberId,
  } as const;
  await post(trx, { ...posting, inputs: { before: standing.amount.toFixed(), after: setting.amount } }, [
    { to: place, amount: amount.minus(standing.amount), from, isFirst: standing.version === 0 },
  ]);
  return await readTarget(trx, kpi, place);
}

function counterPlace(kpi: OpenKpi, counter: CounterEntry): Place | null {
  return counter.kind === "place" ? placeOf(counter.subject, periodIn(kpi, counter.period)) : null;
}

export async function lockTarget(
  trx: Trx,
  access: Access,
  world: World,
  { locked, ...of }: TargetPlace & { locked: boolean },
): Promise<Target> {
  access.demand("goals.manage");
  const kpi = openKpi(world, of.kpi);
  const place = placeOf(of.subject, periodIn(kpi, of.period));
  await lockPlaces(trx, kpi.key, [place]);
  await setLock(trx, kpi.key, place, locked ? access.memberId : undefined);
  return await readTarget(trx, kpi, place);
}

export async function targetHistory(
  on: Runner,
  access: Access,
  world: World,
  query: TargetPlace & { page: { cursor?: string | undefined; limit: number } },
): Promise<Page<TargetEvent>> {
  const kpi = openKpi(world, query.kpi);
  const place = placeOf(query.subject, periodIn(kpi, query.period));
  demandVisible(access, place);
  return await readHistory(on, kpi.key, place, query.page);
}

export async function readTarget(on: Runner, kpi: OpenKpi, place: Place): Promise<Target> {
  const standings = await readStandings(on, kpi.key, [place.period]);
  const found = standings.find((standing) => placeName(standing) === placeName(place));
  if (!found) throw new Refusal("not_found", { what: "target" });
  return toTarget(kpi.key, found);
}

export function toTarget(kpi: string, standing: Standing): Target {
  const { amount, people, periods, version, locked, period } = standing;
  const handedDown = (given: Decimal | null) =>
    given && {
      amount: given.toFixed(),
      buffer: "0",
      street: amount.toFixed(),
      residue: amount.minus(given).toFixed(),
      stale: !given.eq(amount),
      rule: EXACT,
      method: "",
      children: 0,
    };
  return {
    kpi,
    subject: subjectOf(standing),
    period,
    amount: amount.toFixed(),
    people: handedDown(people),
    periods: handedDown(periods),
    slices: null,
    version,
    locked,
  };
}
