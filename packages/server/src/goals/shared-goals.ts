import { rollUp } from "@dabiao/core/goals/roll-up.ts";
import type { Owner, RollUp, SharedGoal, SharedGoalBody } from "@dabiao/core/goals/shared-goal.ts";
import { splitTarget } from "@dabiao/core/goals/split.ts";
import { type Decimal, decimal, sum, ZERO } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { MetricContext } from "../metrics/context.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { openBook } from "./book-store.ts";
import { demandMaySet, demandVisible, plannerOf, seesAll, visibleSubjects } from "./goal-rights.ts";
import { demandStep, type OpenKpi, openKpi, periodIn } from "./kpi.ts";
import { namesOf, placedPeople } from "./people-store.ts";
import { placeOf } from "./place.ts";
import { postSheet } from "./post-sheet.ts";
import { setOnSheet } from "./set-on-sheet.ts";
import * as store from "./shared-store.ts";
import { openSheet } from "./sheet.ts";
import { standingsOf } from "./standing-store.ts";
import { subjectsState } from "./subject-state-store.ts";
import type { TargetSharedRow } from "./tables.ts";

type Saved = SharedGoalBody & { readonly id?: string | undefined; readonly version?: number | undefined };

/**
 * Makes or changes a goal that several people own. Each owner's part of a shared goal stands in the own target, so every level
 * above counts it once; an overlay goal stands beside the targets and is counted nowhere.
 *
 * @throws Refusal `shared_percent`, `shared_owner_twice`, `target_person_left`, `target_not_yours`, `conflict`
 */
export async function saveSharedGoal(trx: Trx, context: MetricContext, body: Saved): Promise<SharedGoal> {
  const kpi = openKpi(context.world, body.kpi);
  const { key, start } = periodIn(kpi, body.period);
  await demandOwners(trx, context, body.owners, body.kind, { key, start });
  demandStep(kpi, decimal(body.amount));
  await openBook(trx, kpi.key);
  const known = body.id === undefined ? null : await store.findShared(trx, body.id);
  if (known && known.version !== body.version) throw new Refusal("conflict", { what: "goal" }, ["version"]);
  if (known && (known.kpi !== kpi.key || known.period !== key)) throw new Refusal("not_found", { what: "goal" });
  const parts = splitTarget(
    decimal(body.amount),
    body.owners.map(({ percent }) => decimal(percent)),
    kpi.step,
  );
  const after = body.kind === "shared" ? partsOf(body.owners, parts) : new Map<string, Decimal>();
  const reason = `${body.name}: ${body.reason}`;
  await giveParts(trx, context, kpi, { key }, standingParts(known), after, reason);
  const row = await store.keepShared(
    trx,
    {
      ...body,
      kpi: kpi.key,
      period: key,
      id: known?.id ?? newId(trx.now),
      version: (known?.version ?? 0) + 1,
      ended: false,
    },
    parts,
    context.access.memberId,
  );
  return store.toShared(row, await namesOf(trx, row.owner_ids));
}

async function demandOwners(
  trx: Trx,
  { access }: MetricContext,
  owners: readonly Owner[],
  kind: SharedGoalBody["kind"],
  period: { key: string; start: string },
): Promise<void> {
  if (new Set(owners.map(({ memberId }) => memberId)).size < owners.length)
    throw new Refusal("shared_owner_twice", {}, ["owners"]);
  const total = sum(owners.map(({ percent }) => decimal(percent)));
  const negative = owners.some(({ percent }) => decimal(percent).isNegative());
  if (negative || (kind === "shared" && !total.eq(100)))
    throw new Refusal("shared_percent", { total: total.toFixed() }, ["owners"]);
  const planner = await plannerOf(trx, access, trx.now);
  const states = await subjectsState(
    trx,
    owners.map(({ memberId }) => memberId),
  );
  for (const { memberId } of owners) {
    const state = states.get(memberId);
    if (!state) throw new Refusal("not_found", { what: "member" }, ["owners"]);
    if (state.leftOn !== null && state.leftOn <= period.start)
      throw new Refusal("target_person_left", { who: state.name, left: state.leftOn, period: period.key });
    demandMaySet(access, planner, placeOf({ kind: "member", id: memberId }, period));
  }
}

function partsOf(owners: readonly Owner[], parts: readonly Decimal[]): Map<string, Decimal> {
  return new Map(owners.map(({ memberId }, index) => [memberId, parts[index] ?? ZERO]));
}

function standingParts(row: TargetSharedRow | null): Map<string, Decimal> {
  if (row?.kind !== "shared") return new Map();
  return new Map(row.owner_ids.map((id, index) => [id, decimal(row.parts[index] ?? "0")]));
}

/** Moves the owners' targets from what they had of the goal to what they are to have; the levels above keep theirs. */
async function giveParts(
  trx: Trx,
  { access }: MetricContext,
  kpi: OpenKpi,
  period: { key: string },
  before: ReadonlyMap<string, Decimal>,
  after: ReadonlyMap<string, Decimal>,
  reason: string,
): Promise<void> {
  const sheet = openSheet(trx, kpi);
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const by = (after.get(id) ?? ZERO).minus(before.get(id) ?? ZERO);
    if (by.isZero()) continue;
    const place = placeOf({ kind: "member", id }, period);
    await sheet.load([place]);
    await setOnSheet(sheet, place, sheet.standing(place).amount.plus(by), { kind: "buffer" });
  }
  await postSheet(trx, access, sheet, { kind: "adjust", reason: reason.slice(0, 500), inputs: { shared: true } });
}

/** Ends a goal: the owners' parts are taken back. @throws Refusal `not_found`, `target_not_yours` */
export async function endSharedGoal(trx: Trx, context: MetricContext, id: string, reason: string): Promise<void> {
  const row = await store.findShared(trx, id);
  const kpi = openKpi(context.world, row.kpi);
  await openBook(trx, kpi.key);
  const planner = await plannerOf(trx, context.access, trx.now);
  for (const owner of row.owner_ids)
    demandMaySet(context.access, planner, placeOf({ kind: "member", id: owner }, { key: row.period }));
  await giveParts(trx, context, kpi, { key: row.period }, standingParts(row), new Map(), `${row.name}: ${reason}`);
  const { parts, ...goal } = store.toShared(row, new Map());
  await store.keepShared(
    trx,
    { ...goal, reason, version: row.version + 1, ended: true },
    parts.map(({ amount }) => decimal(amount)),
    context.access.memberId,
  );
}

/** Shared and overlay goals of a period that the reader may see, and what a unit's (or the company's) sum counts of them. */
export async function listSharedGoals(
  context: MetricContext,
  query: { kpi: string; period: string; unit?: string | undefined },
): Promise<{ goals: SharedGoal[]; rollUp: RollUp }> {
  const { ws, access } = context;
  const kpi = openKpi(context.world, query.kpi);
  const period = periodIn(kpi, query.period);
  const unit = query.unit ?? (seesAll(access) ? null : (access.units("unit")[0] ?? null));
  if (unit) demandVisible(access, { kind: "unit", id: unit });
  const visible = visibleSubjects(access);
  const people = (await placedPeople(ws, period, unit)).filter(({ id }) => visible({ kind: "member", id }));
  const rows = await store.readShared(ws, kpi.key, period.key);
  const ids = people.map(({ id }) => id);
  const standings = await standingsOf(ws, kpi.key, [period.key], { subjects: ids, slice: "" });
  const amounts = new Map(standings.map(({ id, amount }) => [id, amount]));
  const goals = rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    amount: decimal(row.amount),
    parts: new Map(row.owner_ids.map((id, index) => [id, decimal(row.parts[index] ?? "0")])),
  }));
  const seen = rows.filter(({ owner_ids }) => owner_ids.some((id) => visible({ kind: "member", id })));
  const names = await namesOf(ws, [...new Set(seen.flatMap(({ owner_ids }) => owner_ids))]);
  return {
    goals: seen.map((row) => store.toShared(row, names)),
    rollUp: rollUp(new Map(ids.map((id) => [id, amounts.get(id) ?? ZERO])), goals),
  };
}
