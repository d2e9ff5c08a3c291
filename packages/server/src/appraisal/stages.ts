import type { SheetState } from "@dabiao/core/appraisal/cycle.ts";
import type { AppraisalPlanBody, PlanStage, Stage } from "@dabiao/core/appraisal/plan.ts";
import type { ScorecardBody } from "@dabiao/core/appraisal/scorecard.ts";
import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { addWorkdays } from "@dabiao/core/calendar/workdays.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { calendarOf } from "../metrics/context.ts";
import { notify } from "../people/notice-store.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type OpenCycle, readCards, settleCycle } from "./cycle-store.ts";
import { colleagues } from "./rater-store.ts";
import type { Cards } from "./scored-parts.ts";
import { type PartRow, readParts } from "./sheet-store.ts";

/** What has to be done in a state of a sheet. */
const STAGE_OF: Readonly<Partial<Record<SheetState, Stage>>> = {
  goalSetting: "goal",
  self: "self",
  rating: "rating",
  calibrating: "calibration",
  published: "interview",
  confirming: "confirm",
};

export function stageOf(body: AppraisalPlanBody, state: SheetState): PlanStage | null {
  const stage = STAGE_OF[state];
  return body.stages.find((each) => each.stage === stage) ?? null;
}

/** The calendar a cycle's deadlines run by. */
export function cycleCalendar(world: World, cycle: Pick<OpenCycle, "calendar">): Calendar {
  return calendarOf(world, { calendar: cycle.calendar });
}

/** The last day to do something that begins now, in working days. */
export function dueDay(trx: Pick<Trx, "now">, calendar: Calendar, workdays: number): string {
  return addWorkdays(dayAt(trx.now, calendar.zone), workdays, calendar);
}

/** Takes sheets to a state: its deadline, and the tasks of everybody who has to act in it. */
export async function enterState(
  trx: Trx,
  world: World,
  cycle: OpenCycle,
  sheets: readonly string[],
  state: SheetState,
): Promise<void> {
  if (sheets.length === 0) return;
  const stage = stageOf(cycle.body, state);
  const workdays = state === "confirming" ? cycle.body.appealDays : (stage?.workdays ?? null);
  const due = workdays === null ? null : dueDay(trx, cycleCalendar(world, cycle), workdays);
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} set state = ${state}, state_at = ${trx.now}::timestamptz,
    due_on = ${due}::date, version = version + 1 where id = any(${sheets}::uuid[])`);
  const name = STAGE_OF[state];
  await endPassedTasks(trx, sheets, state);
  if (state === "calibrating") await openTasks(trx, cycle, await unasked(trx, sheets), "rating", due);
  else if (name !== undefined && name !== "calibration") await openTasks(trx, cycle, sheets, name, due);
  await settleCycle(trx, cycle.id);
}

/** Tasks end with their stage, but a missing rating is still asked for in calibration: no score is made up instead. */
async function endPassedTasks(trx: Trx, sheets: readonly string[], state: SheetState): Promise<void> {
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} k set skipped_at = ${trx.now}::timestamptz
    from ${ident(trx.schema, "appraisal_sheet")} s where s.id = k.sheet_id and s.id = any(${sheets}::uuid[])
      and k.stage <> ${STAGE_OF[state] ?? ""} and k.done_at is null and k.skipped_at is null
      and not (${state}::text = 'calibrating' and k.stage = 'rating' and s.total is null)`);
}

/** Sheets without a total nobody has been asked to rate yet. */
async function unasked(trx: Trx, sheets: readonly string[]): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(sql`select s.id from ${ident(trx.schema, "appraisal_sheet")} s
    where s.id = any(${sheets}::uuid[]) and s.total is null and not exists (select from ${ident(trx.schema, "appraisal_task")} k
      where k.sheet_id = s.id and k.stage = 'rating') order by s.id`);
  return rows.map(({ id }) => id);
}

interface NewTask {
  readonly sheetId: string;
  readonly role: RaterRole;
  readonly assignee: string | null;
}

async function openTasks(
  trx: Trx,
  cycle: OpenCycle,
  sheets: readonly string[],
  stage: Exclude<Stage, "calibration">,
  due: string | null,
): Promise<void> {
  if (sheets.length === 0) return;
  const parts = await readParts(trx, sql`s.id = any(${sheets}::uuid[])`);
  const bySheet = Map.groupBy(parts, ({ sheetId }) => sheetId);
  const cards = stage === "rating" ? await readCards(trx, cycle.id) : new Map();
  const tasks = [...bySheet].flatMap(([sheetId, own]) => tasksOf(stage, sheetId, own));
  if (stage === "rating") tasks.push(...(await ratingTasks(trx, bySheet, cards)));
  const of = <Value>(read: (each: NewTask) => Value) => tasks.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "appraisal_task")}
      (id, cycle_id, sheet_id, stage, role, assignee_id, opened_at, due_on)
    select g.id, ${cycle.id}::uuid, g.sheet, ${stage}, g.role, g.assignee, ${trx.now}::timestamptz, ${due}::date
    from unnest(${of(() => newId(trx.now))}::uuid[], ${of(({ sheetId }) => sheetId)}::uuid[], ${of(({ role }) => role)}::text[],
      ${of(({ assignee }) => assignee)}::uuid[]) as g (id, sheet, role, assignee)`);
  const told = [...Map.groupBy(tasks, ({ assignee }) => assignee)].flatMap(([memberId, all]) =>
    memberId === null ? [] : [{ memberId, count: all.length }],
  );
  await notify(
    trx,
    told.map(({ memberId, count }) => ({
      memberId,
      kind: `appraisal.${stage}`,
      params: { cycle: cycle.label.zh, count, due: due ?? "" },
      path: "/kpi/me",
    })),
  );
}

function tasksOf(stage: Exclude<Stage, "calibration">, sheetId: string, parts: readonly PartRow[]): NewTask[] {
  const memberId = parts[0]?.memberId ?? null;
  const managers = [...new Set(parts.map(({ leaders }) => leaders[0] ?? null))];
  switch (stage) {
    case "goal":
    case "self":
    case "confirm":
      return [{ sheetId, role: "self", assignee: memberId }];
    case "rating":
      return managers.map((assignee) => ({ sheetId, role: "manager", assignee }));
    case "interview":
      return [{ sheetId, role: "manager", assignee: managers.at(-1) ?? null }];
  }
}

/** Raters beside the manager, where a card asks for them: the second manager, colleagues of the unit, own people. */
async function ratingTasks(
  trx: Trx,
  bySheet: ReadonlyMap<string, readonly PartRow[]>,
  cards: Cards,
): Promise<NewTask[]> {
  const asked = [...bySheet].flatMap(([sheetId, parts]) => {
    const roles = new Set(parts.flatMap(({ card }) => raterRoles(cards.get(card)?.body)));
    return roles.size === 0 ? [] : [{ sheetId, parts, roles }];
  });
  const others = asked.filter(({ roles }) => roles.has("peer") || roles.has("report"));
  const near = await colleagues(
    trx,
    others.flatMap(({ parts }) => parts),
  );
  return asked.flatMap(({ sheetId, parts, roles }): NewTask[] => {
    const last = parts.at(-1);
    const second = [...new Set(parts.flatMap(({ leaders }) => leaders[1] ?? []))];
    const of = (role: RaterRole, ids: readonly string[]) => ids.map((assignee) => ({ sheetId, role, assignee }));
    return [
      ...(roles.has("second_manager") ? of("second_manager", second) : []),
      ...(roles.has("peer") ? of("peer", near.get(last?.id ?? "")?.peers ?? []) : []),
      ...(roles.has("report") ? of("report", near.get(last?.id ?? "")?.reports ?? []) : []),
    ];
  });
}

function raterRoles(card: ScorecardBody | undefined): RaterRole[] {
  return (card?.items ?? []).flatMap(({ rule }) => (rule.kind === "rating" ? rule.raters.map(({ role }) => role) : []));
}
