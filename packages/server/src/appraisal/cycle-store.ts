import type { Cycle, CycleState, SheetState } from "@dabiao/core/appraisal/cycle.ts";
import { stateOfCycle } from "@dabiao/core/appraisal/cycle-state.ts";
import { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { LocalText } from "@dabiao/core/platform/text.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

/** A cycle with the plan it began with. */
export interface OpenCycle extends Omit<Cycle, "people" | "states"> {
  readonly body: AppraisalPlanBody;
}

interface CycleRow {
  readonly id: string;
  readonly plan_key: string;
  readonly label: unknown;
  readonly period: string;
  readonly calendar: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly state: CycleState;
  readonly plan: unknown;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly frozen_at: Date | null;
}

/** @throws Refusal `not_found` */
export async function readCycle(on: Runner, id: string, lock = false): Promise<OpenCycle> {
  const forUpdate = lock ? sql` for no key update` : sql``;
  const [row] = await on.rows<CycleRow>(
    sql`select * from ${ident(on.schema, "appraisal_cycle")} where id = ${id}::uuid${forUpdate}`,
  );
  if (!row) throw new Refusal("not_found", { what: "cycle" });
  return { ...toCycle(row), body: AppraisalPlanBody.parse(row.plan) };
}

/** Cycles with how many sheets are in each state; `visible` is over the cycle's alias `c`. */
export async function listCycles(
  on: Runner,
  visible: Sql,
  query: { cursor?: string | undefined; limit: number; state?: CycleState | undefined },
): Promise<Page<Cycle>> {
  const conditions = [visible];
  if (query.state) conditions.push(sql`c.state = ${query.state}`);
  if (query.cursor) {
    const [day, id] = readCursor(query.cursor, 2);
    conditions.push(sql`(c.from_day, c.id) < (${String(day)}::date, ${String(id)}::uuid)`);
  }
  const rows = await on.rows<CycleRow>(sql`select c.* from ${ident(on.schema, "appraisal_cycle")} c
    where ${and(conditions)} order by c.from_day desc, c.id desc limit ${query.limit + 1}`);
  const page = pageOf(rows, query.limit, ({ from_day, id }) => [from_day, id]);
  const states = await sheetStates(
    on,
    page.items.map(({ id }) => id),
  );
  return { items: page.items.map((row) => withStates(toCycle(row), states.get(row.id))), next: page.next };
}

export async function cycleWithStates(on: Runner, cycle: OpenCycle): Promise<Cycle> {
  const { body: _body, ...rest } = cycle;
  return withStates(rest, (await sheetStates(on, [cycle.id])).get(cycle.id));
}

type StateCounts = ReadonlyMap<SheetState, number>;

export async function sheetStates(
  on: Runner,
  cycles: readonly string[],
): Promise<Map<string, Map<SheetState, number>>> {
  const rows = await on.rows<{ cycle: string; state: SheetState; count: string }>(sql`
    select cycle_id as cycle, state, count(*) as count from ${ident(on.schema, "appraisal_sheet")}
    where cycle_id = any(${cycles}::uuid[]) group by 1, 2 order by 1, 2`);
  const found = new Map<string, Map<SheetState, number>>();
  for (const { cycle, state, count } of rows) {
    const of = found.get(cycle) ?? new Map<SheetState, number>();
    found.set(cycle, of.set(state, Number(count)));
  }
  return found;
}

/**
 * the cycle's state is the least of its people's; every change of a sheet's state ends here. The cycle is held
 * while they are counted: of two people who finish at once, each would see the other as not done, and nobody would settle it.
 */
export async function settleCycle(trx: Trx, cycleId: string): Promise<void> {
  await trx.rows(
    sql`select id from ${ident(trx.schema, "appraisal_cycle")} where id = ${cycleId}::uuid for no key update`,
  );
  const states = (await sheetStates(trx, [cycleId])).get(cycleId);
  const least = stateOfCycle(states?.keys() ?? []);
  if (least === null) return;
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_cycle")} set state = ${least}
    where id = ${cycleId}::uuid and state not in ('draft', 'cancelled')`);
}

/** The cards a cycle began with. */
export async function readCards(
  on: Runner,
  cycleId: string,
): Promise<Map<string, { body: ScorecardBody; version: number }>> {
  const rows = await on.rows<{ key: string; version: number; body: unknown }>(sql`
    select key, version, body from ${ident(on.schema, "appraisal_card")} where cycle_id = ${cycleId}::uuid order by key`);
  return new Map(rows.map(({ key, version, body }) => [key, { version, body: ScorecardBody.parse(body) }]));
}

/** Versions of published definitions, which a cycle notes beside the bodies it keeps. */
export async function publishedVersions(
  on: Runner,
  kind: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await on.rows<{ key: string; published: number }>(sql`
    select key, published from ${ident(on.schema, "definition_head")} where kind = ${kind} and key = any(${keys}::text[])`);
  return new Map(rows.map(({ key, published }) => [key, published]));
}

function withStates(cycle: Omit<Cycle, "people" | "states">, states: StateCounts = new Map()): Cycle {
  const people = [...states.values()].reduce((all, count) => all + count, 0);
  return { ...cycle, people, states: Object.fromEntries(states) };
}

function toCycle(row: CycleRow): Omit<Cycle, "people" | "states"> {
  return {
    id: row.id,
    plan: row.plan_key,
    label: LocalText.parse(row.label),
    period: row.period,
    calendar: row.calendar,
    from: row.from_day,
    to: row.to_day,
    state: row.state,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}
