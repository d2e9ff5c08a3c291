import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { actOnSheet } from "./act.ts";
import type { Room } from "./room.ts";
import { demandOther } from "./sheet-rights.ts";
import { demandState, logEvent, touchSheet } from "./sheet-store.ts";
import { readWholeSheet } from "./sheet-view.ts";
import { enterState } from "./stages.ts";
import { endTasks } from "./task-store.ts";

/**
 * Signs the goals of a sheet: by the person before or after the deadline, or by the manager after it, with a reason and
 * flagged. What is signed is what was shown: a hash that no longer fits is refused.
 *
 * @throws Refusal `sheet_hash`, `goal_unknown`, `goal_not_due`, `own_sheet`, `sheet_state`
 * @source SPEC.md A-04
 */
export async function signGoal(
  room: Room,
  sheetId: string,
  given: { hash: string; impose?: string | undefined },
): Promise<Sheet> {
  const { access, world } = room;
  const view = await readWholeSheet(room, sheetId);
  if (view.goalHash !== given.hash) throw new Refusal("sheet_hash", {}, ["hash"]);
  const bare = view.parts.flatMap(({ lines }) => lines.filter(({ reason }) => reason === "target_missing"));
  if (bare.length > 0) throw new Refusal("goal_unknown", { items: bare.map(({ label }) => label.zh) });
  return await actOnSheet(room, sheetId, async ({ trx, cycle, sheet, sight }) => {
    demandState(sheet, "goalSetting");
    const imposed = given.impose !== undefined;
    if (imposed) {
      demandOther(access, sheet);
      if (!sight.leads && !sight.hr) throw new Refusal("forbidden", { what: "appraisal" });
      const today = dayAt(trx.now, trx.zone);
      if (sheet.dueOn !== null && today <= sheet.dueOn) throw new Refusal("goal_not_due", { day: sheet.dueOn });
    } else if (!sight.own) throw new Refusal("forbidden", { what: "appraisal" });
    const by = access.memberId ?? "";
    await addSignature(trx, {
      sheetId,
      kind: imposed ? "goalImposed" : "goal",
      by,
      hash: given.hash,
      reason: given.impose ?? null,
    });
    if (imposed) {
      await touchSheet(trx, sheetId, { goal_imposed: true });
      await logEvent(trx, { cycleId: cycle.id, sheetId, by, kind: "goalImposed", detail: { reason: given.impose } });
    }
    await endTasks(trx, { sheetId, stage: "goal" });
    await enterState(trx, world, cycle, [sheetId], "running");
  });
}

export async function addSignature(
  trx: Trx,
  given: {
    sheetId: string;
    kind: "goal" | "goalImposed" | "interviewManager" | "interviewMember" | "result";
    by: string;
    hash: string;
    reason: string | null;
  },
): Promise<void> {
  const { sheetId, kind, by, hash, reason } = given;
  await trx.tables
    .insertInto("appraisal_signature")
    .values({ id: newId(trx.now), sheet_id: sheetId, kind, by_member: by, at: trx.now, hash, reason })
    .execute();
}
