import type { Interview, Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { notify } from "../people/notice-store.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type ActedOn, actOnSheet } from "./act.ts";
import { insertAdjustments } from "./adjustment-store.ts";
import { appraisalRoles } from "./appraisal-roles.ts";
import { readBundles } from "./bundle-store.ts";
import { demandGrade } from "./calibrate-act.ts";
import { addSignature } from "./goal-act.ts";
import { contentHash } from "./goal-hash.ts";
import { scorersOf } from "./late-rating.ts";
import { managersOfAppraisal } from "./people-store.ts";
import { decisionWith, saveResults } from "./result-store.ts";
import type { Room } from "./room.ts";
import { decisionOf } from "./scored-parts.ts";
import { readSignatures } from "./sheet-extras-store.ts";
import { demandOther, demandSelf, visibleSheets } from "./sheet-rights.ts";
import { demandState, logEvent, touchSheet } from "./sheet-store.ts";
import { enterState } from "./stages.ts";
import { endTasks } from "./task-store.ts";

/**
 * The interview: the manager records it and signs, the person signs it too; then the result can be confirmed.
 *
 * @source SPEC.md A-07
 */
export async function recordInterview(
  room: Room,
  sheetId: string,
  given: { interview?: Interview | undefined },
): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const { trx, sheet, sight, cycle } = on;
    demandState(sheet, "published");
    const by = room.access.memberId;
    if (by === null || (!sight.own && !sight.leads && !sight.hr)) throw new Refusal("forbidden", { what: "appraisal" });
    if (given.interview) {
      demandOther(room.access, sheet);
      await touchSheet(trx, sheetId, { interview: JSON.stringify(given.interview) });
    }
    const record = given.interview ?? sheet.interview;
    if (!record) throw new Refusal("interview_first");
    const hash = contentHash(record);
    await addSignature(trx, {
      sheetId,
      kind: sight.own ? "interviewMember" : "interviewManager",
      by,
      hash,
      reason: null,
    });
    const signed = new Set(
      (await readSignatures(trx, [sheetId])).flatMap(({ kind, hash: of }) => (of === hash ? [kind] : [])),
    );
    if (!signed.has("interviewManager") || !signed.has("interviewMember")) return;
    await endTasks(trx, { sheetId, stage: "interview" });
    await enterState(trx, room.world, cycle, [sheetId], "confirming");
  });
}

/** Signs one's result: what is signed is the result in force. @source SPEC.md A-08 */
export async function confirmResult(room: Room, sheetId: string, given: { version: number }): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const { trx, sheet, cycle } = on;
    const by = demandSelf(room.access, sheet);
    if (sheet.state === "published") throw new Refusal("interview_first");
    demandState(sheet, "confirming");
    if (given.version !== sheet.version) throw new Refusal("sheet_hash", {}, ["version"]);
    const { total, grade, coefficient } = sheet;
    await addSignature(trx, {
      sheetId,
      kind: "result",
      by,
      hash: contentHash({ sheetId, total, grade, coefficient }),
      reason: null,
    });
    await endTasks(trx, { sheetId, stage: "confirm" });
    await enterState(trx, room.world, cycle, [sheetId], "confirmed");
  });
}

/**
 * Appeals against one's result within the days given, or adds what the handler asked for. The handler is the next level
 * above the manager, or HR.
 *
 * @source SPEC.md A-08
 */
export async function appealResult(room: Room, sheetId: string, given: { reason: string }): Promise<Sheet> {
  return await actOnSheet(room, sheetId, async (on) => {
    const { trx, sheet, parts, cycle } = on;
    demandSelf(room.access, sheet);
    if (sheet.state === "appealed") return await addToAppeal(on, given.reason);
    demandState(sheet, "confirming");
    if (sheet.dueOn !== null && sheet.dueOn < dayAt(trx.now, trx.zone)) throw new Refusal("appeal_closed");
    const [bundle] = await readBundles(trx, sql`s.id = ${sheetId}::uuid`);
    const scorers = scorersOf({ parts, ratings: bundle?.ratings ?? [] });
    const next = parts.at(-1)?.leaders.find((id) => !scorers.has(id)) ?? null;
    const handler =
      next ?? (await appraisers(room, trx)).find((id) => !scorers.has(id) && id !== sheet.memberId) ?? null;
    await trx.tables
      .insertInto("appraisal_appeal")
      .values({
        id: newId(trx.now),
        sheet_id: sheetId,
        at: trx.now,
        state: "submitted",
        reason: given.reason,
        handler_id: handler,
        answer: null,
        decided_at: null,
      })
      .execute();
    await endTasks(trx, { sheetId, stage: "confirm" });
    await enterState(trx, room.world, cycle, [sheetId], "appealed");
    if (handler) await notify(trx, [noticeOfAppeal(handler, cycle)]);
  });
}

async function addToAppeal({ trx, sheet, cycle }: ActedOn, words: string): Promise<void> {
  const [appeal] = await trx.rows<{ handler: string | null }>(sql`
    update ${ident(trx.schema, "appraisal_appeal")} set reason = reason || ${`\n${words}`}, state = 'inReview'
    where sheet_id = ${sheet.id}::uuid and state = 'needInfo' returning handler_id as handler`);
  if (!appeal) throw new Refusal("sheet_state", { state: sheet.state });
  const { memberId } = sheet;
  await logEvent(trx, { cycleId: cycle.id, sheetId: sheet.id, by: memberId, kind: "appealMore", detail: { words } });
  if (appeal.handler !== null) await notify(trx, [noticeOfAppeal(appeal.handler, cycle)]);
}

function noticeOfAppeal(memberId: string, { label }: ActedOn["cycle"]) {
  return { memberId, kind: "appraisal.appeal", params: { cycle: label.zh }, path: "/kpi/cycles" };
}

/** Members with a role that runs appraisals. */
export async function appraisers({ world }: Pick<Room, "world">, on: Trx): Promise<string[]> {
  return await managersOfAppraisal(on, appraisalRoles(world));
}

export interface AppealAnswer {
  readonly to: "inReview" | "needInfo" | "upheld" | "adjusted";
  readonly answer: string;
  readonly grade?: string | undefined;
  readonly adjustment?: string | undefined;
}

/**
 * Answers an appeal; whoever scored does not. An adjusted result is a new result, and its difference is posted.
 *
 * @throws Refusal `own_sheet`, `appeal_handler`, `appeal_closed`, `calibration_empty`
 * @source SPEC.md A-08
 */
export async function answerAppeal(room: Room, appealId: string, given: AppealAnswer): Promise<Sheet> {
  const { ws, access } = room;
  const [found] = await ws.rows<{
    sheetId: string;
  }>(sql`select a.sheet_id as "sheetId" from ${ident(ws.schema, "appraisal_appeal")} a
    join ${ident(ws.schema, "appraisal_sheet")} s on s.id = a.sheet_id
    where a.id = ${appealId}::uuid and (${visibleSheets(ws, access)} or a.handler_id = ${access.memberId}::uuid)`);
  if (!found) throw new Refusal("not_found", { what: "appeal" });
  return await actOnSheet(room, found.sheetId, async (on) => {
    const { trx, sheet, parts, sight, cycle } = on;
    const by = demandOther(access, sheet);
    const [bundle] = await readBundles(trx, sql`s.id = ${sheet.id}::uuid`);
    if (scorersOf({ parts, ratings: bundle?.ratings ?? [] }).has(by)) throw new Refusal("appeal_handler");
    if (!sight.leads && !sight.hr) throw new Refusal("forbidden", { what: "appraisal" });
    const [appeal] = await trx.rows<{ state: string }>(
      sql`select state from ${ident(trx.schema, "appraisal_appeal")} where id = ${appealId}::uuid for update`,
    );
    if (!appeal || appeal.state === "upheld" || appeal.state === "adjusted") throw new Refusal("appeal_closed");
    const decided = given.to === "upheld" || given.to === "adjusted";
    if (given.to === "adjusted") await adjust(on, by, given);
    await trx.tables
      .updateTable("appraisal_appeal")
      .set({ state: given.to, answer: given.answer, handler_id: by, decided_at: decided ? trx.now : null })
      .where("id", "=", appealId)
      .execute();
    await logEvent(trx, {
      cycleId: cycle.id,
      sheetId: sheet.id,
      by,
      kind: "appeal",
      detail: { to: given.to, answer: given.answer },
    });
    await notify(trx, [
      {
        memberId: sheet.memberId,
        kind: "appraisal.answered",
        params: { cycle: cycle.label.zh, answer: given.answer },
        path: "/kpi/me",
      },
    ]);
    if (decided) await enterState(trx, room.world, cycle, [sheet.id], "confirmed");
  });
}

async function adjust(on: ActedOn, by: string, given: AppealAnswer): Promise<void> {
  if (given.grade === undefined && given.adjustment === undefined) throw new Refusal("calibration_empty");
  await demandGrade(on, given.grade);
  const [bundle] = await readBundles(on.trx, sql`s.id = ${on.sheet.id}::uuid`);
  if (!bundle) throw new Error("a locked sheet is gone");
  const decision = decisionWith(decisionOf(bundle), given);
  const reason = given.answer;
  const [saved] = await saveResults(on.trx, [on.sheet.id], on.cards, {
    source: "reconsideration",
    by,
    reason,
    decision,
  });
  if (!saved) return;
  const change = { sheetId: on.sheet.id, partId: null, kind: "appeal", item: null, reason, by } as const;
  await insertAdjustments(on.trx, [
    ...(saved.before.total === saved.after.total
      ? []
      : [{ ...change, field: "total" as const, before: saved.before.total, after: saved.after.total }]),
    ...(saved.before.grade === saved.after.grade
      ? []
      : [{ ...change, field: "grade" as const, before: saved.before.grade, after: saved.after.grade }]),
  ]);
}
