import type { Blocker, CycleState } from "@dabiao/core/appraisal/cycle.ts";
import type { Stage } from "@dabiao/core/appraisal/plan.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { calendarOf } from "../metrics/context.ts";
import type { OpenCycle } from "./cycle-store.ts";
import { namesOf } from "./people-store.ts";
import type { Room } from "./room.ts";

/** Blockers looked for at most: who has more mends these first. */
export const BLOCKERS_MAX = 200;

/** What stands in the way of a cycle's next state. */
export async function findBlockers(room: Room, cycle: OpenCycle, to: CycleState): Promise<Blocker[]> {
  switch (to) {
    case "running":
      return await openTasks(room, cycle, "goal", "goalUnsigned");
    case "scoring":
      return periodOpen(room, cycle);
    case "calibrating":
      return [
        ...(await missingLines(room, cycle)),
        ...(await openTasks(room, cycle, "self", "rating")),
        ...(await openTasks(room, cycle, "rating", "rating")),
        ...(await openProposals(room, cycle)),
      ];
    case "published":
      return await unscored(room, cycle);
    case "confirming":
      return await openTasks(room, cycle, "interview", "interview");
    case "archived":
      return await unsettled(room, cycle);
    default:
      return [];
  }
}

function periodOpen({ world, now }: Room, cycle: OpenCycle): Blocker[] {
  const today = dayAt(now, calendarOf(world, cycle).zone);
  if (today >= cycle.to) return [];
  return [{ ...NOBODY, kind: "periodOpen", name: cycle.to, hard: true }];
}

const NOBODY = { sheetId: null, memberId: null, items: [], waitsFor: [] } as const satisfies Partial<Blocker>;

interface Row {
  readonly sheetId: string;
  readonly memberId: string;
  readonly items: string[] | null;
  readonly waits: (string | null)[] | null;
}

async function blockers({ ws }: Room, kind: Blocker["kind"], hard: boolean, statement: Sql): Promise<Blocker[]> {
  const rows = await ws.rows<Row>(statement);
  const names = await namesOf(
    ws,
    rows.flatMap(({ memberId, waits }) => [memberId, ...(waits ?? [])]),
  );
  return rows.map(({ sheetId, memberId, items, waits }) => ({
    kind,
    hard,
    sheetId,
    memberId,
    name: names.get(memberId) ?? "",
    items: items ?? [],
    waitsFor: [...new Set(waits ?? [])].flatMap((id) => (id === null ? [] : [{ id, name: names.get(id) ?? "" }])),
  }));
}

/** Undone tasks; where the stage's policy is `block`, no reason helps. */
async function openTasks(room: Room, cycle: OpenCycle, stage: Stage, kind: Blocker["kind"]): Promise<Blocker[]> {
  const hard = cycle.body.stages.find((each) => each.stage === stage)?.policy === "block";
  const { ws } = room;
  return await blockers(
    room,
    kind,
    hard,
    sql`select s.id as "sheetId", s.member_id as "memberId", null::text[] as items, array_agg(k.assignee_id) as waits
      from ${ident(ws.schema, "appraisal_task")} k join ${ident(ws.schema, "appraisal_sheet")} s on s.id = k.sheet_id
      where k.cycle_id = ${cycle.id}::uuid and k.stage = ${stage} and k.done_at is null and k.skipped_at is null
        and s.state <> 'withdrawn' group by s.id, s.member_id order by s.id limit ${BLOCKERS_MAX}`,
  );
}

/** A line without data or target holds its sheet up until it is entered or waived: nothing is invented (S-10). */
async function missingLines(room: Room, cycle: OpenCycle): Promise<Blocker[]> {
  const { ws } = room;
  const table = (name: string) => ident(ws.schema, name);
  return await blockers(
    room,
    "missingData",
    true,
    sql`select s.id as "sheetId", s.member_id as "memberId", array_agg(l.item order by l.item) as items, array_agg(p.leaders[1]) as waits
      from ${table("appraisal_line")} l join ${table("appraisal_part")} p on p.id = l.part_id
      join ${table("appraisal_sheet")} s on s.id = p.sheet_id
      where s.cycle_id = ${cycle.id}::uuid and s.state in ('self', 'rating') and l.state in ('no_data', 'unscorable')
        and not exists (select from ${table("appraisal_proposal")} o where o.part_id = l.part_id and o.item = l.item and o.state = 'approved')
      group by s.id, s.member_id order by s.id limit ${BLOCKERS_MAX}`,
  );
}

async function openProposals(room: Room, cycle: OpenCycle): Promise<Blocker[]> {
  const { ws } = room;
  return await blockers(
    room,
    "proposal",
    true,
    sql`select s.id as "sheetId", s.member_id as "memberId", array_agg(o.item order by o.item) as items, null::uuid[] as waits
      from ${ident(ws.schema, "appraisal_proposal")} o join ${ident(ws.schema, "appraisal_sheet")} s on s.id = o.sheet_id
      where s.cycle_id = ${cycle.id}::uuid and o.state = 'proposed' group by s.id, s.member_id order by s.id limit ${BLOCKERS_MAX}`,
  );
}

/** Who has no total yet: it is still rated or waived, or the person is left out with a reason. */
async function unscored(room: Room, cycle: OpenCycle): Promise<Blocker[]> {
  const { ws } = room;
  return await blockers(
    room,
    "unscored",
    false,
    sql`select s.id as "sheetId", s.member_id as "memberId", null::text[] as items, array_agg(k.assignee_id) as waits
      from ${ident(ws.schema, "appraisal_sheet")} s left join ${ident(ws.schema, "appraisal_task")} k on k.sheet_id = s.id
        and k.stage = 'rating' and k.done_at is null and k.skipped_at is null
      where s.cycle_id = ${cycle.id}::uuid and s.state = 'calibrating' and s.total is null
      group by s.id, s.member_id order by s.id limit ${BLOCKERS_MAX}`,
  );
}

async function unsettled(room: Room, cycle: OpenCycle): Promise<Blocker[]> {
  const { ws } = room;
  const of = (states: readonly string[], kind: Blocker["kind"]) =>
    blockers(
      room,
      kind,
      true,
      sql`select s.id as "sheetId", s.member_id as "memberId", null::text[] as items, array[s.member_id] as waits
        from ${ident(ws.schema, "appraisal_sheet")} s where s.cycle_id = ${cycle.id}::uuid and s.state = any(${states}::text[])
        order by s.id limit ${BLOCKERS_MAX}`,
    );
  return [...(await of(["appealed"], "appeal")), ...(await of(["confirming", "published"], "unconfirmed"))];
}
