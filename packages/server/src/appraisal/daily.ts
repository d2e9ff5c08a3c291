import type { Stage } from "@dabiao/core/appraisal/plan.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { notify } from "../people/notice-store.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { appraisalRoles } from "./appraisal-roles.ts";
import { type OpenCycle, readCycle } from "./cycle-store.ts";
import { managersOfAppraisal } from "./people-store.ts";
import { logEvent, readParts } from "./sheet-store.ts";
import { enterState, stageOf } from "./stages.ts";

/** Tasks one round looks at. */
const ROUND_MAX = 5_000;

interface LateTask {
  readonly id: string;
  readonly cycleId: string;
  readonly sheetId: string;
  readonly memberId: string;
  readonly stage: Exclude<Stage, "calibration">;
  readonly role: string;
  readonly assignee: string | null;
  readonly escalated: boolean;
  readonly overdue: boolean;
}

/**
 * Once a day: reminds everybody of what is due, and applies the policy of what is overdue. A missing self-review is
 * skipped, a missing rating goes to the next level, silence at the end is 已截止; no score is ever invented.
 *
 * @source SPEC.md
 */
export async function chaseAppraisals(ws: Workspace, world: World, now: Date): Promise<void> {
  const today = dayAt(now, ws.zone);
  await ws.transaction(async (trx) => {
    const cycles = new Map<string, OpenCycle>();
    for (const id of await openCycles(trx)) cycles.set(id, await readCycle(trx, id, true));
    const late = await lateTasks(trx, today);
    await remind(trx, late, cycles, today);
    for (const task of late) {
      const cycle = cycles.get(task.cycleId);
      if (task.overdue && cycle) await overdue(trx, world, cycle, task);
    }
  });
}

/** Cycles somebody has something to do in, locked in one order before their tasks. */
async function openCycles(trx: Trx): Promise<string[]> {
  const rows = await trx.rows<{ id: string }>(sql`select c.id from ${ident(trx.schema, "appraisal_cycle")} c
    where c.state not in ('cancelled', 'archived', 'draft') order by c.id limit 1000`);
  return rows.map(({ id }) => id);
}

/** What is due today or before, once a day. */
async function lateTasks(trx: Trx, today: string): Promise<LateTask[]> {
  const table = (name: string) => ident(trx.schema, name);
  return await trx.rows<LateTask>(sql`
    select k.id, k.cycle_id as "cycleId", k.sheet_id as "sheetId", s.member_id as "memberId", k.stage, k.role, k.assignee_id as assignee,
      k.escalated_at is not null as escalated, k.due_on < ${today}::date as overdue
    from ${table("appraisal_task")} k join ${table("appraisal_sheet")} s on s.id = k.sheet_id join ${table("appraisal_cycle")} c on c.id = k.cycle_id
    where k.done_at is null and k.skipped_at is null and k.due_on <= ${today}::date and (k.reminded_on is null or k.reminded_on < ${today}::date)
      and c.state not in ('cancelled', 'archived', 'draft') and s.state <> 'withdrawn'
    order by k.due_on, k.id limit ${ROUND_MAX} for update of k`);
}

async function remind(
  trx: Trx,
  late: readonly LateTask[],
  cycles: ReadonlyMap<string, OpenCycle>,
  today: string,
): Promise<void> {
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} set reminders = reminders + 1, reminded_on = ${today}::date
    where id = any(${late.map(({ id }) => id)}::uuid[])`);
  const groups = Map.groupBy(late, ({ assignee, stage, cycleId }) => `${assignee}/${stage}/${cycleId}`);
  await notify(
    trx,
    [...groups.values()].flatMap((all) => {
      const [first] = all;
      if (!first?.assignee) return [];
      const params = { cycle: cycles.get(first.cycleId)?.label.zh ?? "", count: all.length };
      return [{ memberId: first.assignee, kind: `appraisal.late_${first.stage}`, params, path: "/kpi/me" }];
    }),
  );
}

async function overdue(trx: Trx, world: World, cycle: OpenCycle, task: LateTask): Promise<void> {
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_sheet")} set late = true where id = ${task.sheetId}::uuid and not late
    and ${task.stage} <> 'confirm'`);
  const policy = cycle.body.stages.find(({ stage }) => stage === task.stage)?.policy ?? "late";
  if (task.stage === "confirm") return await expire(trx, world, cycle, task);
  if (policy !== "advance") return await escalate(trx, world, cycle, task, false);
  if (task.stage === "self") {
    await trx.rows(
      sql`update ${ident(trx.schema, "appraisal_task")} set skipped_at = ${trx.now}::timestamptz where id = ${task.id}::uuid`,
    );
    await logEvent(trx, {
      cycleId: cycle.id,
      sheetId: task.sheetId,
      by: null,
      kind: "skipped",
      detail: { stage: "self" },
    });
    const to = stageOf(cycle.body, "rating") ? "rating" : "calibrating";
    return await enterState(trx, world, cycle, [task.sheetId], to);
  }
  await escalate(trx, world, cycle, task, task.stage === "rating");
}

/** Silence is not agreement: the days are over, and that is what the sheet says. */
async function expire(trx: Trx, world: World, cycle: OpenCycle, task: LateTask): Promise<void> {
  await trx.rows(
    sql`update ${ident(trx.schema, "appraisal_task")} set skipped_at = ${trx.now}::timestamptz where id = ${task.id}::uuid`,
  );
  await enterState(trx, world, cycle, [task.sheetId], "expired");
}

/** Once: the next level is told, and takes over a missing rating. Without a next level HR is told. */
async function escalate(trx: Trx, world: World, cycle: OpenCycle, task: LateTask, takeOver: boolean): Promise<void> {
  if (task.escalated) return;
  const parts = await readParts(trx, sql`s.id = ${task.sheetId}::uuid`);
  const path = parts.find(({ leaders }) => leaders[0] === task.assignee)?.leaders ?? parts.at(-1)?.leaders ?? [];
  const next = path[path.indexOf(task.assignee ?? "") + 1] ?? null;
  const hr = await managersOfAppraisal(trx, appraisalRoles(world));
  const to = next === null ? hr.filter((id) => id !== task.memberId) : [next];
  const assignee = takeOver && task.role === "manager" && to[0] ? to[0] : task.assignee;
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} set escalated_at = ${trx.now}::timestamptz, assignee_id = ${assignee}::uuid
    where id = ${task.id}::uuid`);
  const detail = { task: task.id, stage: task.stage, from: task.assignee, to };
  await logEvent(trx, { cycleId: cycle.id, sheetId: task.sheetId, by: null, kind: "escalated", detail });
  const params = { cycle: cycle.label.zh, stage: task.stage };
  await notify(
    trx,
    to.map((memberId) => ({ memberId, kind: "appraisal.escalated", params, path: "/kpi/cycles" })),
  );
}
