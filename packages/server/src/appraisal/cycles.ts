import type { Cycle, CycleState } from "@dabiao/core/appraisal/cycle.ts";
import { mayCancel, nextState } from "@dabiao/core/appraisal/cycle-state.ts";
import { appraisalPlanKind } from "@dabiao/core/appraisal/plan-kind.ts";
import { scorecardKind } from "@dabiao/core/appraisal/scorecard-kind.ts";
import { period } from "@dabiao/core/calendar/period.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { metricKind } from "@dabiao/core/metrics/metric-kind.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { calendarOf } from "../metrics/context.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { archiveSheets } from "./archive.ts";
import { findBlockers } from "./blockers.ts";
import { cycleWithStates, type OpenCycle, publishedVersions, readCards, readCycle } from "./cycle-store.ts";
import { readFrozen, writeFrozen } from "./freeze.ts";
import { type NamedBody, participants } from "./participants.ts";
import { CYCLE_PEOPLE_MAX, readStays } from "./people-store.ts";
import { publishSheets } from "./publish.ts";
import { saveResults } from "./result-store.ts";
import { figuresOf, type Room } from "./room.ts";
import { logEvent, readParts, syncSheets } from "./sheet-store.ts";
import { enterState } from "./stages.ts";

/**
 * Starts a cycle: a draft with a sheet for everybody a card of the plan is for. Plan and cards are kept as they are now.
 *
 * @throws Refusal `cycle_period`, `cycle_exists`, `cycle_nobody`, `not_found`
 */
export async function createCycle(
  { ws, world, access, now }: Room,
  given: { plan: string; period: string; label?: LocalText | undefined },
): Promise<Cycle> {
  access.demand("appraisal.manage");
  const body = world.get(appraisalPlanKind, given.plan);
  const cards = (body?.cards ?? []).flatMap((key): NamedBody[] => {
    const card = world.get(scorecardKind, key);
    return card ? [{ key, body: card }] : [];
  });
  const [first] = cards;
  if (!body || !first) throw new Refusal("not_found", { what: `plan ${given.plan}` }, ["plan"]);
  const calendar = calendarOf(world, first.body);
  const span = period(given.period, calendar);
  if (span.grain !== first.body.grain)
    throw new Refusal("cycle_period", { period: given.period, grain: first.body.grain }, ["period"]);
  const people = participants(body, cards, await readStays(ws, span), span, calendar);
  if (people.length === 0) throw new Refusal("cycle_nobody");
  if (people.length > CYCLE_PEOPLE_MAX) throw new Refusal("cycle_too_large", { most: CYCLE_PEOPLE_MAX });
  const versions = await publishedVersions(ws, "scorecard", body.cards);
  return await ws.transaction(async (trx) => {
    const id = newId(now);
    const inserted = await trx.rows<{ id: string }>(sql`insert into ${ident(trx.schema, "appraisal_cycle")}
      (id, plan_key, label, period, calendar, from_day, to_day, state, plan, created_at, created_by)
      values (${id}, ${given.plan}, ${JSON.stringify(given.label ?? body.label)}::jsonb, ${span.key}, ${first.body.calendar},
        ${span.start}::date, ${span.end}::date, 'draft', ${JSON.stringify(body)}::jsonb, ${trx.now}::timestamptz, ${access.memberId})
      on conflict (plan_key, period) where state <> 'cancelled' do nothing returning id`);
    if (inserted.length === 0) throw new Refusal("cycle_exists", { period: span.key }, ["period"]);
    const of = <Value>(read: (each: NamedBody) => Value) => cards.map(read);
    await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_card")} (cycle_id, key, version, body, definitions)
      select ${id}::uuid, g.key, g.version, g.body::jsonb, g.definitions::jsonb
      from unnest(${of(({ key }) => key)}::text[], ${of(({ key }) => versions.get(key) ?? 1)}::integer[],
        ${of(({ body: card }) => JSON.stringify(card))}::text[], ${of((card) => JSON.stringify(restsOn(world, card)))}::text[])
        as g (key, version, body, definitions)`);
    await syncSheets(trx, id, people, "goalSetting");
    await logEvent(trx, { cycleId: id, by: access.memberId, kind: "created", detail: { people: people.length } });
    return await cycleWithStates(trx, await readCycle(trx, id));
  });
}

/** The KPIs and metrics a card rests on, as they are now. */
function restsOn(world: World, { body }: NamedBody) {
  const kpis = body.items.flatMap(({ source }) => (source.kind === "kpi" ? [source.kpi] : []));
  return Object.fromEntries(
    [...kpis, ...body.gateSources.map(({ kpi }) => kpi)].map((key) => {
      const kpi = world.get(kpiKind, key);
      return [key, { kpi, metric: kpi && world.get(metricKind, kpi.metric) }];
    }),
  );
}

export interface Step {
  readonly to: CycleState;
  readonly reason?: string | undefined;
  readonly force: boolean;
}

/**
 * Takes a cycle to its next state; on the way to `scoring` it is frozen. What is not done stands in the way, unless its
 * deadline policy lets it pass and a reason is given.
 *
 * @throws Refusal `cycle_step`, `cycle_blocked`, `cycle_reason`
 */
export async function stepCycle(room: Room, id: string, step: Step): Promise<Cycle> {
  const { ws, access } = room;
  access.demand("appraisal.manage");
  const cycle = await readCycle(ws, id);
  if (step.to === "cancelled") return await cancelCycle(room, id, step.reason);
  demandStep(cycle, step.to);
  if (step.force && step.reason === undefined) throw new Refusal("cycle_reason", {}, ["reason"]);
  const blockers = await findBlockers(room, cycle, step.to);
  const standing = step.force ? blockers.filter(({ hard }) => hard) : blockers;
  const [first] = standing;
  if (first) throw new Refusal("cycle_blocked", { count: standing.length, first: `${first.name} ${first.kind}` });
  switch (step.to) {
    case "goalSetting":
    case "running":
      await beginState(room, cycle, step);
      break;
    case "scoring":
      await freezeCycle(room, cycle, step);
      break;
    default:
      await ws.transaction(async (trx) => {
        const locked = await readCycle(trx, id, true);
        demandStep(locked, step.to);
        if (step.to === "published")
          await publishSheets(trx, room.world, locked, {
            by: access.memberId,
            reason: step.force ? (step.reason ?? null) : null,
          });
        else if (step.to === "archived") await archiveSheets(trx, room, locked);
        else await passOn(trx, room, locked, step.to);
        await noteStep(trx, room, locked, step);
      });
  }
  return await cycleWithStates(ws, await readCycle(ws, id));
}

function demandStep({ state }: Pick<OpenCycle, "state">, to: CycleState): void {
  if (nextState(state) !== to) throw new Refusal("cycle_step", { from: state, to });
}

async function cancelCycle({ ws, access }: Room, id: string, reason: string | undefined): Promise<Cycle> {
  if (reason === undefined) throw new Refusal("cycle_reason", {}, ["reason"]);
  return await ws.transaction(async (trx) => {
    const cycle = await readCycle(trx, id, true);
    if (!mayCancel(cycle.state)) throw new Refusal("cycle_step", { from: cycle.state, to: "cancelled" });
    await trx.rows(sql`update ${ident(trx.schema, "appraisal_cycle")} set state = 'cancelled' where id = ${id}::uuid`);
    await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} set skipped_at = ${trx.now}::timestamptz
      where cycle_id = ${id}::uuid and done_at is null and skipped_at is null`);
    await logEvent(trx, { cycleId: id, by: access.memberId, kind: "cancelled", detail: { reason } });
    return await cycleWithStates(trx, await readCycle(trx, id));
  });
}

/** People who joined or moved since the draft was made take part as the organisation is now. */
async function beginState(room: Room, cycle: OpenCycle, step: Step): Promise<void> {
  const people = await peopleNow(room, cycle);
  await room.ws.transaction(async (trx) => {
    const locked = await readCycle(trx, cycle.id, true);
    demandStep(locked, step.to);
    await syncSheets(trx, cycle.id, people, "goalSetting");
    await trx.rows(
      sql`update ${ident(trx.schema, "appraisal_cycle")} set state = ${step.to} where id = ${cycle.id}::uuid`,
    );
    await passOn(trx, room, locked, step.to);
    await noteStep(trx, room, locked, step);
  });
}

async function freezeCycle(room: Room, cycle: OpenCycle, step: Step): Promise<void> {
  const { ws, world } = room;
  const people = await peopleNow(room, cycle);
  const cards = await readCards(ws, cycle.id);
  await ws.transaction(async (trx) => {
    demandStep(await readCycle(trx, cycle.id, true), step.to);
    await syncSheets(trx, cycle.id, people, "running");
  });
  const inIt = sql`s.cycle_id = ${cycle.id}::uuid and s.state = 'running'`;
  const parts = await readParts(ws, inIt);
  const facts = await readFrozen(figuresOf(room), room.readTargets, cycle, parts, cards);
  await ws.transaction(async (trx) => {
    const locked = await readCycle(trx, cycle.id, true);
    demandStep(locked, step.to);
    const now = new Set((await readParts(trx, inIt)).map(({ id }) => id));
    if (now.size !== parts.length || parts.some(({ id }) => !now.has(id)))
      throw new Refusal("conflict", { what: "cycle" });
    await writeFrozen(trx, world, locked, parts, cards, facts);
    await noteStep(trx, room, locked, step);
  });
}

async function peopleNow({ ws, world }: Room, cycle: OpenCycle) {
  const cards = [...(await readCards(ws, cycle.id))].map(([key, { body }]) => ({ key, body }));
  const span = { start: cycle.from, end: cycle.to };
  return participants(cycle.body, cards, await readStays(ws, span), span, calendarOf(world, cycle));
}

/** Everybody who is not there yet goes to the state's first sheet state. */
async function passOn(trx: Trx, { world }: Room, cycle: OpenCycle, to: CycleState): Promise<void> {
  const state =
    to === "calibrating"
      ? "calibrating"
      : to === "confirming"
        ? "confirming"
        : to === "running"
          ? "running"
          : "goalSetting";
  const from = {
    goalSetting: ["goalSetting"],
    running: ["goalSetting"],
    calibrating: ["self", "rating"],
    confirming: ["published"],
  }[state];
  const rows = await trx.rows<{ id: string }>(sql`select id from ${ident(trx.schema, "appraisal_sheet")}
    where cycle_id = ${cycle.id}::uuid and state = any(${from}::text[]) order by id`);
  const ids = rows.map(({ id }) => id);
  if (state === "running" && ids.length > 0)
    await trx.rows(
      sql`update ${ident(trx.schema, "appraisal_sheet")} set goal_imposed = true where id = any(${ids}::uuid[])`,
    );
  if (state === "calibrating" && ids.length > 0)
    await saveResults(trx, ids, await readCards(trx, cycle.id), { source: "review", by: null, reason: "deadline" });
  await enterState(trx, world, cycle, ids, state);
}

async function noteStep(trx: Trx, { access, ws }: Room, cycle: OpenCycle, step: Step): Promise<void> {
  const detail = { from: cycle.state, to: step.to, reason: step.reason ?? null, force: step.force };
  await logEvent(trx, {
    cycleId: cycle.id,
    by: access.memberId,
    kind: "step",
    detail: { ...detail, on: dayAt(trx.now, ws.zone) },
  });
}
