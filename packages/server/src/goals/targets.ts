import type { Target, TargetEvent, TargetPlace, TargetSetting } from "@dabiao/core/goals/target.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import type { Page } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { demandMaySet, demandVisible, plannerOf, visibleSubjects } from "./goal-rights.ts";
import { readHistory } from "./history-store.ts";
import { type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { type Place, placeName, placeOf, subjectName } from "./place.ts";
import { postSheet } from "./post-sheet.ts";
import { setOnSheet } from "./set-on-sheet.ts";
import { openSheet } from "./sheet.ts";
import { splitsAround } from "./split-store.ts";
import { standingsOf } from "./standing-store.ts";
import { subjectsState } from "./subject-state-store.ts";
import { demandThere } from "./subject-there.ts";
import { toTarget } from "./target-of.ts";

/** Targets of a KPI in a period, as they stand or stood, as far as the reader may see their people and units. */
export async function listTargets(
  on: Runner,
  access: Access,
  world: World,
  query: { kpi: string; period: string; slice?: string | undefined; asOf?: string | undefined },
): Promise<Target[]> {
  const kpi = openKpi(world, query.kpi);
  const { key } = periodIn(kpi, query.period);
  const asOf = query.asOf ? new Date(query.asOf) : null;
  const visible = visibleSubjects(access);
  const all = await standingsOf(on, kpi.key, [key], { slice: query.slice ?? "", asOf });
  const standings = all.filter(({ version }) => version > 0).filter((standing) => visible(standing));
  const splits = await splitsAround(on, kpi.key, standings.map(subjectName), [key], asOf);
  return standings
    .map((standing) => toTarget(kpi, standing, splits))
    .sort((a, b) => (JSON.stringify(a.subject) < JSON.stringify(b.subject) ? -1 : 1));
}

/**
 * Sets a target. The difference to what it was comes from the counter-entry: decided anew, kept back, carried by
 * siblings, by the levels above, or moved from another place.
 *
 * @throws Refusal `target_step`, `target_locked`, `target_counter`, `target_difference`, `target_conflict`, `plan_locked`,
 *   `target_person_left`, `target_unit_archived`
 */
export async function setTarget(trx: Trx, access: Access, world: World, setting: TargetSetting): Promise<Target> {
  const kpi = openKpi(world, setting.kpi);
  const place = placeIn(kpi, setting);
  const planner = await plannerOf(trx, access, trx.now);
  demandMaySet(access, planner, place);
  if (setting.counter.kind === "place") demandMaySet(access, planner, placeIn(kpi, setting.counter));
  if (setting.counter.kind === "upper" && !planner.all) access.demand("goals.manage");
  const state = (await subjectsState(trx, [place.id])).get(place.id);
  if (place.kind !== "company" && !state) throw new Refusal("not_found", { what: place.kind }, ["subject"]);
  // Somebody who left may still be set to nothing.
  if (!decimal(setting.amount).isZero()) demandThere(place.kind, state, periodIn(kpi, setting.period), place.id);
  await openBook(trx, kpi.key);
  const sheet = openSheet(trx, kpi);
  await sheet.load([place]);
  const before = sheet.standing(place).amount;
  await setOnSheet(sheet, place, decimal(setting.amount), setting.counter, setting.version);
  await postSheet(trx, access, sheet, {
    kind: setting.counter.kind === "plan" ? "set" : "shift",
    reason: setting.reason,
    from: setting.from ?? null,
    inputs: { before: before.toFixed(), after: setting.amount, counter: setting.counter },
  });
  return await readTarget(trx, kpi, place);
}

export function placeIn(kpi: OpenKpi, spot: Pick<TargetPlace, "subject" | "period" | "slice">): Place {
  return placeOf(spot.subject, periodIn(kpi, spot.period), spot.slice);
}

export async function lockTarget(
  trx: Trx,
  access: Access,
  world: World,
  { locked, ...of }: TargetPlace & { locked: boolean },
): Promise<Target> {
  const kpi = openKpi(world, of.kpi);
  const place = placeIn(kpi, of);
  demandMaySet(access, await plannerOf(trx, access, trx.now), place);
  await openBook(trx, kpi.key);
  const sheet = openSheet(trx, kpi);
  await sheet.load([place]);
  sheet.lock(place, locked);
  await postSheet(trx, access, sheet, { kind: "set", reason: "", inputs: {} });
  return await readTarget(trx, kpi, place);
}

export async function targetHistory(
  on: Runner,
  access: Access,
  world: World,
  query: TargetPlace & { page: { cursor?: string | undefined; limit: number } },
): Promise<Page<TargetEvent>> {
  const kpi = openKpi(world, query.kpi);
  const place = placeIn(kpi, query);
  demandVisible(access, place);
  return await readHistory(on, kpi.key, place, query.page);
}

/** @throws Refusal `not_found` where no target was ever set */
export async function readTarget(on: Runner, kpi: OpenKpi, place: Place): Promise<Target> {
  const [target] = await readTargets(on, kpi, [place]);
  if (!target) throw new Refusal("not_found", { what: "target" });
  return target;
}

/** Those of the places that have a target, in the order given. */
export async function readTargets(on: Runner, kpi: OpenKpi, places: readonly Place[]): Promise<Target[]> {
  const periods = [...new Set(places.map(({ period }) => period))];
  const standings = await standingsOf(on, kpi.key, periods, {
    subjects: [...new Set(places.map(({ id }) => id))],
    slice: null,
  });
  const byName = new Map(standings.map((standing) => [placeName(standing), standing]));
  const splits = await splitsAround(on, kpi.key, [...new Set(places.map(subjectName))], periods);
  return places.flatMap((place) => {
    const standing = byName.get(placeName(place));
    return standing ? [toTarget(kpi, standing, splits)] : [];
  });
}
