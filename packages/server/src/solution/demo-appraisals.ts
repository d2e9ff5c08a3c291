import { CYCLE_STATES, type CycleState } from "@dabiao/core/appraisal/cycle.ts";
import type { AppraisalPlanBody } from "@dabiao/core/appraisal/plan.ts";
import type { Sheet, SheetCard } from "@dabiao/core/appraisal/sheet.ts";
import { addMonths } from "@dabiao/core/calendar/day.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { ROLE_OF_ADMIN } from "@dabiao/core/people/default-roles.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { monthlyPlan } from "@dabiao/sales/cards/plan.ts";
import type { DemoCompany } from "@dabiao/sales/demo/company.ts";
import { readCycle } from "../appraisal/cycle-store.ts";
import { createCycle, stepCycle } from "../appraisal/cycles.ts";
import { proposeOverride } from "../appraisal/proposal-act.ts";
import { rateSheet } from "../appraisal/rating-act.ts";
import { confirmResult, recordInterview } from "../appraisal/result-act.ts";
import type { Room } from "../appraisal/room.ts";
import { querySheets } from "../appraisal/sheet-list.ts";
import { readWholeSheet } from "../appraisal/sheet-view.ts";
import { findTasks } from "../appraisal/tasks.ts";
import { placedPeople, unitsAt } from "../goals/people-store.ts";
import { openTargets } from "../goals/target-book.ts";
import { publishBodies } from "../model/draft-store.ts";
import { world as worldOf } from "../model/world.ts";
import { type Access, resolveAccess } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Workspace } from "../platform/postgres/db.ts";

/** What the demo's appraisals are made by: who is HR, and who may do what. */
export interface DemoAppraisers {
  readonly ws: Workspace;
  readonly now: Date;
  /** The member who runs the cycles. */
  readonly hr: string;
  readonly company: Pick<DemoCompany, "members">;
  /** The member of each demo id. */
  readonly memberOf: ReadonlyMap<string, string>;
}

const PLAN = "demo_unit";
/** Whose people have been through a whole cycle. */
const UNIT = "华南大区";
const OPTIONS = ["a", "b", "b", "a", "c", "s"] as const;
const AGREED = "月初例会上已确认目标";
const PLACES: readonly CycleState[] = CYCLE_STATES;
const LANES = 3;
const MOST = 50;

/**
 * One cycle of last month for a region, from the first figure to the archive, and one of this month for everybody, under
 * way: each step done by whom it belongs to, as on any other day.
 */
export async function runDemoAppraisals(given: DemoAppraisers): Promise<void> {
  const { ws, now } = given;
  const [lastMonth = "", thisMonth = ""] = monthsAround(dayAt(now, ws.zone));
  const hr = await roomOf(given, await worldOf(ws), given.hr);
  const unit = (await unitsAt(ws, dayAt(now, ws.zone), null)).find(({ name }) => name === UNIT);
  if (!unit) throw new Error("the demo's region is missing");
  const label = { zh: `${UNIT}月度考核`, en: "Monthly appraisal of the South" };
  const body: AppraisalPlanBody = { ...monthlyPlan.body, label, units: [unit.id] };
  await publishBodies(ws, hr.access, [{ kind: "appraisal_plan", key: PLAN, body }], { note: "示例" });
  await finishedCycle(given, { ...hr, world: await worldOf(ws) }, lastMonth);
  const { id } = await createCycle(hr, { plan: monthlyPlan.key, period: thisMonth });
  await stepCycle(hr, id, { to: "goalSetting", force: false });
  await stepCycle(hr, id, { to: "running", force: true, reason: AGREED });
}

function monthsAround(today: string): [string, string] {
  return [addMonths(today, -1).slice(0, 7), today.slice(0, 7)];
}

/** Settled sheets take their cycle along, so a step may have been taken already. */
async function finishedCycle(given: DemoAppraisers, hr: Room, period: string): Promise<void> {
  const { id: cycle } = await createCycle(hr, { plan: PLAN, period });
  const step = async (to: CycleState, force = false) => {
    const { state } = await readCycle(hr.ws, cycle);
    if (PLACES.indexOf(state) < PLACES.indexOf(to))
      await stepCycle(hr, cycle, { to, force, ...(force ? { reason: AGREED } : {}) });
  };
  const sheets = async () => (await querySheets(hr, { cycle, order: "name", page: { limit: MOST } })).items;
  await step("goalSetting");
  await step("running", true);
  await step("scoring");
  const scored = await sheets();
  const judged = new Map<string, Judged[]>();
  await eachOf(scored, async (sheet) => {
    judged.set(sheet.id, await reviewSelf(given, hr, sheet));
  });
  const { items: tasks } = await findTasks(hr, {
    whose: "all",
    cycle,
    states: ["todo", "overdue"],
    page: { limit: MOST },
  });
  const raters = new Map(
    tasks.flatMap(({ sheetId, assigneeId }) => (assigneeId ? [[sheetId, assigneeId] as const] : [])),
  );
  await eachOf(scored, (sheet, index) =>
    rateBy(given, hr, raters.get(sheet.id) ?? given.hr, sheet.id, judged.get(sheet.id) ?? [], index),
  );
  await step("calibrating");
  await step("published");
  await eachOf(
    (await sheets()).filter(({ state }) => state === "published"),
    async (sheet) => {
      const interview = {
        on: dayAt(given.now, given.ws.zone),
        points: "肯定成绩，约定一个改进动作",
        plan: "下月每周复盘一次",
        checklist: [],
      };
      await recordInterview(await as(given, hr, raters.get(sheet.id) ?? given.hr), sheet.id, { interview });
      await recordInterview(await as(given, hr, sheet.memberId), sheet.id, {});
    },
  );
  await step("confirming");
  await eachOf(await sheets(), async ({ id, memberId, version }) => {
    await confirmResult(await as(given, hr, memberId), id, { version });
  });
  await step("archived");
}

interface Judged {
  readonly partId: string;
  readonly item: string;
}

/** What has no data this month does not apply; then the person says how it went. @returns what the leader has to judge */
async function reviewSelf(given: DemoAppraisers, hr: Room, { id, memberId }: SheetCard): Promise<Judged[]> {
  const sheet = await readWholeSheet(hr, id);
  for (const { partId, item } of linesOf(sheet, "kpi").filter(({ state }) => state !== "scored"))
    await proposeOverride(hr, id, { partId, item, kind: "waive", reason: "本月没有这类业务" });
  await rateSheet(await as(given, hr, memberId), id, {
    ratings: [],
    comment: "本月重点客户推进顺利，回款还要再抓紧。",
    submit: true,
  });
  return linesOf(sheet, "rating");
}

async function rateBy(
  given: DemoAppraisers,
  hr: Room,
  rater: string,
  id: string,
  judged: readonly Judged[],
  index: number,
): Promise<void> {
  const option = OPTIONS[index % OPTIONS.length] ?? "b";
  const ratings = judged.map(({ partId, item }) => ({ partId, item, option, comment: "按日常表现和同事反馈" }));
  const comment = "继续保持节奏，注意过程记录。";
  await rateSheet(await as(given, hr, rater), id, { ratings, comment, submit: true });
}

function linesOf({ parts }: Sheet, source: "kpi" | "rating") {
  return parts.flatMap(({ id: partId, lines }) =>
    lines.filter((line) => line.source === source).map(({ item, state }) => ({ partId, item, state })),
  );
}

async function as(given: DemoAppraisers, room: Room, memberId: string): Promise<Room> {
  return await roomOf(given, room.world, memberId);
}

async function roomOf(given: DemoAppraisers, world: World, memberId: string): Promise<Room> {
  const { ws, now } = given;
  const access: Access = await resolveAccess(ws, world, {
    kind: "member",
    workspaceId: ws.id,
    memberId,
    accountId: null,
    roleKeys: rolesIn(given, memberId),
    orgVersion: 0,
    locale: "zh-CN",
    source: "system",
    requestId: newId(now),
  });
  return { ws, world, access, now, readTargets };
}

function rolesIn({ hr, company, memberOf }: DemoAppraisers, memberId: string): string[] {
  if (memberId === hr) return [ROLE_OF_ADMIN];
  const found = company.members.find(({ id }) => memberOf.get(id) === memberId);
  return found ? [found.role] : [];
}

/** Targets as the goals' own book has them. */
const readTargets: Room["readTargets"] = async (ws, kpi, period, calendar) =>
  await openTargets(ws, kpi, period, calendar, await placedPeople(ws, period, null), null);

async function eachOf<Item>(items: readonly Item[], act: (item: Item, index: number) => Promise<void>): Promise<void> {
  const left = [...items.entries()];
  async function lane(): Promise<void> {
    for (let next = left.shift(); next; next = left.shift()) await act(next[1], next[0]);
  }
  await Promise.all(Array.from({ length: LANES }, lane));
}
