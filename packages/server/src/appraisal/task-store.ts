import type { AppraisalTask, TaskState } from "@dabiao/core/appraisal/cycle.ts";
import type { Stage } from "@dabiao/core/appraisal/plan.ts";
import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { LocalText } from "@dabiao/core/platform/text.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

interface TaskRow {
  readonly id: string;
  readonly cycleId: string;
  readonly cycle: unknown;
  readonly period: string;
  readonly sheetId: string;
  readonly memberId: string;
  readonly name: string;
  readonly stage: Stage;
  readonly role: RaterRole;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly state: TaskState;
  readonly openedAt: Date;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
  readonly escalated: boolean;
}

function stateSql(today: string): Sql {
  return sql`case when k.done_at is not null then 'done' when k.skipped_at is not null then 'skipped'
    when k.due_on < ${today}::date then 'overdue' else 'todo' end`;
}

/** Tasks under the alias `k`, those due first at the top. */
export async function listTasks(
  on: Runner,
  today: string,
  conditions: readonly Sql[],
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<AppraisalTask>> {
  const where = [...conditions];
  if (page.cursor) {
    const [day, id] = readCursor(page.cursor, 2);
    where.push(sql`(coalesce(k.due_on, 'infinity'), k.id) > (${String(day)}::date, ${String(id)}::uuid)`);
  }
  const table = (name: string) => ident(on.schema, name);
  const rows = await on.rows<TaskRow>(sql`
    select k.id, k.cycle_id as "cycleId", c.label as cycle, c.period, k.sheet_id as "sheetId", s.member_id as "memberId", m.name,
      k.stage, k.role, k.assignee_id as "assigneeId", a.name as assignee, ${stateSql(today)} as state, k.opened_at as "openedAt",
      k.due_on as "dueOn", k.done_at as "doneAt", k.escalated_at is not null as escalated
    from ${table("appraisal_task")} k join ${table("appraisal_sheet")} s on s.id = k.sheet_id
    join ${table("appraisal_cycle")} c on c.id = k.cycle_id join ${table("member")} m on m.id = s.member_id
    left join ${table("member")} a on a.id = k.assignee_id
    where c.state <> 'cancelled' and ${and(where)} order by coalesce(k.due_on, 'infinity'), k.id limit ${page.limit + 1}`);
  const cut = pageOf(rows, page.limit, ({ dueOn, id }) => [dueOn ?? "infinity", id]);
  return {
    items: cut.items.map((row) => ({
      ...row,
      cycle: LocalText.parse(row.cycle),
      assignee: row.assignee ?? "",
      openedAt: row.openedAt.toISOString(),
      doneAt: row.doneAt?.toISOString() ?? null,
    })),
    next: cut.next,
  };
}

export function inStates(states: readonly TaskState[], today: string): Sql {
  return or(states.map((state) => sql`${stateSql(today)} = ${state}`));
}

/** Ends tasks of a sheet's stage; those of one person and role, or all. Gives how many are still open. */
export async function endTasks(
  trx: Trx,
  of: { sheetId: string; stage: Stage; assignee?: string; role?: string },
  how: "done" | "skipped" = "done",
): Promise<number> {
  const column = how === "done" ? raw("done_at") : raw("skipped_at");
  const conditions = [
    sql`sheet_id = ${of.sheetId}::uuid`,
    sql`stage = ${of.stage}`,
    sql`done_at is null`,
    sql`skipped_at is null`,
  ];
  const mine = [
    ...(of.assignee === undefined ? [] : [sql`assignee_id = ${of.assignee}::uuid`]),
    ...(of.role === undefined ? [] : [sql`role = ${of.role}`]),
  ];
  const table = ident(trx.schema, "appraisal_task");
  await trx.rows(sql`update ${table} set ${column} = ${trx.now}::timestamptz where ${and([...conditions, ...mine])}`);
  const [row] = await trx.rows<{ open: string }>(sql`select count(*) as open from ${table} where ${and(conditions)}`);
  return Number(row?.open ?? 0);
}

/** What somebody is asked to do with a sheet: their open tasks of a stage. */
export async function ownTasks(
  trx: Trx,
  sheetId: string,
  stage: Stage,
  assignee: string,
): Promise<{ id: string; role: RaterRole }[]> {
  return await trx.rows<{ id: string; role: RaterRole }>(sql`select id, role from ${ident(trx.schema, "appraisal_task")}
    where sheet_id = ${sheetId}::uuid and stage = ${stage} and assignee_id = ${assignee}::uuid and done_at is null and skipped_at is null
    order by role, id`);
}

/** Who still has to rate a sheet as its manager. */
export async function openManagers(trx: Trx, sheetId: string): Promise<string[]> {
  const rows = await trx.rows<{
    assignee: string;
  }>(sql`select assignee_id as assignee from ${ident(trx.schema, "appraisal_task")}
    where sheet_id = ${sheetId}::uuid and stage = 'rating' and role = 'manager' and assignee_id is not null
      and done_at is null and skipped_at is null order by id`);
  return rows.map(({ assignee }) => assignee);
}

/** Of some sheets, those somebody is asked to rate now, not as oneself. */
export async function sheetsToRate(on: Runner, sheets: readonly string[], by: string | null): Promise<Set<string>> {
  if (by === null) return new Set();
  const rows = await on.rows<{
    sheet: string;
  }>(sql`select distinct sheet_id as sheet from ${ident(on.schema, "appraisal_task")}
    where sheet_id = any(${sheets}::uuid[]) and stage = 'rating' and assignee_id = ${by}::uuid
      and done_at is null and skipped_at is null order by 1`);
  return new Set(rows.map(({ sheet }) => sheet));
}
