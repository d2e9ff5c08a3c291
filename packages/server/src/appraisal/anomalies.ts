import type { Anomaly } from "@dabiao/core/appraisal/contract.ts";
import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { readCalibration } from "./calibration-view.ts";
import { readCycle } from "./cycle-store.ts";
import { namesOf } from "./people-store.ts";
import type { Room } from "./room.ts";

const LISTED_MAX = 500;

/** What does not mend itself in a cycle: missing data and targets, late people, nobody to rate, uneven grades. */
export async function listAnomalies(room: Room, cycleId: string): Promise<{ anomalies: Anomaly[]; more: boolean }> {
  room.access.demand("appraisal.manage");
  const { ws } = room;
  await readCycle(ws, cycleId);
  const found = [
    ...(await missingFigures(room, cycleId)),
    ...(await lateTasks(room, cycleId)),
    ...(await uneven(room, cycleId)),
  ];
  return { anomalies: found.slice(0, LISTED_MAX), more: found.length > LISTED_MAX };
}

const QUIET = { role: null, reminders: 0, escalated: false, detail: {} } as const;

async function missingFigures({ ws }: Room, cycleId: string): Promise<Anomaly[]> {
  const table = (name: string) => ident(ws.schema, name);
  const rows = await ws.rows<{
    sheetId: string;
    memberId: string;
    lacks: "actual" | "target";
    items: string[];
    manager: string | null;
    at: Date;
  }>(sql`
    select s.id as "sheetId", s.member_id as "memberId", case when l.target is null and l.actual is not null then 'target' else 'actual' end as lacks,
      array_agg(l.item order by l.item) as items, min(p.leaders[1]::text)::uuid as manager, min(l.frozen_at) as at
    from ${table("appraisal_line")} l join ${table("appraisal_part")} p on p.id = l.part_id join ${table("appraisal_sheet")} s on s.id = p.sheet_id
    where s.cycle_id = ${cycleId}::uuid and s.state in ('self', 'rating', 'calibrating') and l.state in ('no_data', 'unscorable')
      and not exists (select from ${table("appraisal_proposal")} o where o.part_id = l.part_id and o.item = l.item and o.state = 'approved')
    group by 1, 2, 3 order by 1, 3 limit ${LISTED_MAX + 1}`);
  const names = await namesOf(
    ws,
    rows.flatMap(({ memberId, manager }) => [memberId, manager]),
  );
  return rows.map(({ sheetId, memberId, lacks, items, manager, at }) => ({
    ...QUIET,
    kind: lacks === "target" ? "missingTarget" : "missingData",
    sheetId,
    memberId,
    name: names.get(memberId) ?? "",
    items,
    waitsFor: manager === null ? [] : [{ id: manager, name: names.get(manager) ?? "" }],
    since: at.toISOString(),
  }));
}

async function lateTasks({ ws, now }: Room, cycleId: string): Promise<Anomaly[]> {
  const today = dayAt(now, ws.zone);
  const rows = await ws.rows<{
    sheetId: string;
    memberId: string;
    stage: string;
    role: RaterRole;
    assignee: string | null;
    due: string | null;
    openedAt: Date;
    reminders: number;
    escalated: boolean;
  }>(sql`select s.id as "sheetId", s.member_id as "memberId", k.stage, k.role, k.assignee_id as assignee, k.due_on as due,
      k.opened_at as "openedAt", k.reminders, k.escalated_at is not null as escalated
    from ${ident(ws.schema, "appraisal_task")} k join ${ident(ws.schema, "appraisal_sheet")} s on s.id = k.sheet_id
    where k.cycle_id = ${cycleId}::uuid and k.done_at is null and k.skipped_at is null and s.state <> 'withdrawn'
      and (k.assignee_id is null or k.due_on < ${today}::date) order by k.due_on nulls first, k.id limit ${LISTED_MAX + 1}`);
  const names = await namesOf(
    ws,
    rows.flatMap(({ memberId, assignee }) => [memberId, assignee]),
  );
  return rows.map(({ sheetId, memberId, stage, role, assignee, due, openedAt, reminders, escalated }) => ({
    kind: assignee === null ? "noManager" : "late",
    sheetId,
    memberId,
    name: names.get(memberId) ?? "",
    items: [],
    role,
    waitsFor: assignee === null ? [] : [{ id: assignee, name: names.get(assignee) ?? "" }],
    since: openedAt.toISOString(),
    reminders,
    escalated,
    detail: { stage, due: due ?? "" },
  }));
}

async function uneven(room: Room, cycleId: string): Promise<Anomaly[]> {
  const { grades } = await readCalibration(room, cycleId, {});
  return grades.flatMap(({ grade, deviation, alarm, count, guide }) =>
    alarm
      ? [
          {
            ...QUIET,
            kind: "distribution" as const,
            sheetId: null,
            memberId: null,
            name: grade,
            items: [],
            waitsFor: [],
            since: null,
            detail: { deviation: deviation ?? "", count: String(count), guide: String(guide ?? "") },
          },
        ]
      : [],
  );
}
