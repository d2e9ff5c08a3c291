import type { AppraisalTask, TaskState } from "@dabiao/core/appraisal/cycle.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { Page } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { notify } from "../people/notice-store.ts";
import { readCycle } from "./cycle-store.ts";
import type { Room } from "./room.ts";
import { logEvent, readSheet } from "./sheet-store.ts";
import { inStates, listTasks } from "./task-store.ts";

/** The own tasks, or everybody's for who manages appraisals. */
export async function findTasks(
  { ws, access, now }: Room,
  query: {
    whose: "mine" | "all";
    cycle?: string | undefined;
    states: readonly TaskState[];
    page: { cursor?: string | undefined; limit: number };
  },
): Promise<Page<AppraisalTask>> {
  if (query.whose === "all") access.demand("appraisal.manage");
  const today = dayAt(now, ws.zone);
  const conditions: Sql[] = [inStates(query.states, today)];
  if (query.whose === "mine") conditions.push(sql`k.assignee_id = ${access.memberId}::uuid`);
  if (query.cycle) conditions.push(sql`k.cycle_id = ${query.cycle}::uuid`);
  return await listTasks(ws, today, conditions, query.page);
}

/**
 * Gives a task to somebody else; the change is kept with its reason. Nobody gets to rate themselves.
 *
 * @throws Refusal `own_sheet`, `not_found`, `sheet_state` for a task that is done
 */
export async function reassignTask(
  room: Room,
  taskId: string,
  given: { to: string; reason: string },
): Promise<AppraisalTask> {
  const { ws, access, now } = room;
  access.demand("appraisal.manage");
  await ws.transaction(async (trx) => {
    const task = await trx.tables
      .selectFrom("appraisal_task")
      .selectAll()
      .where("id", "=", taskId)
      .forUpdate()
      .executeTakeFirst();
    if (!task) throw new Refusal("not_found", { what: "task" });
    if (task.done_at || task.skipped_at) throw new Refusal("sheet_state", { state: "done" });
    const sheet = await readSheet(trx, task.sheet_id);
    const [member] = await trx.rows(
      sql`select id from ${ident(trx.schema, "member")} where id = ${given.to}::uuid and state <> 'left'`,
    );
    if (!member) throw new Refusal("not_found", { what: "member" }, ["to"]);
    const judges = task.stage === "rating" || task.stage === "interview";
    if (!judges || given.to === sheet.memberId || access.memberId === sheet.memberId) throw new Refusal("own_sheet");
    await trx.tables
      .updateTable("appraisal_task")
      .set({ assignee_id: given.to, escalated_at: null })
      .where("id", "=", taskId)
      .execute();
    await logEvent(trx, {
      cycleId: task.cycle_id,
      sheetId: task.sheet_id,
      by: access.memberId,
      kind: "reassigned",
      detail: { task: taskId, from: task.assignee_id, to: given.to, reason: given.reason },
    });
    const cycle = await readCycle(trx, task.cycle_id);
    const params = { cycle: cycle.label.zh, count: 1, due: task.due_on ?? "" };
    await notify(trx, [{ memberId: given.to, kind: `appraisal.${task.stage}`, params, path: "/kpi/me" }]);
  });
  const page = await listTasks(ws, dayAt(now, ws.zone), [sql`k.id = ${taskId}::uuid`], { limit: 1 });
  const [task] = page.items;
  if (!task) throw new Refusal("not_found", { what: "task" });
  return task;
}
