import { gradeQuotas } from "@dabiao/core/appraisal/scoring/distribution.ts";
import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { type ActedOn, actOnSheet } from "./act.ts";
import { readBundles } from "./bundle-store.ts";
import { decisionWith, saveResults } from "./result-store.ts";
import type { Room } from "./room.ts";
import { decisionOf } from "./scored-parts.ts";
import { demandOther } from "./sheet-rights.ts";
import { demandState, logEvent } from "./sheet-store.ts";

/**
 * Changes a grade or adds an adjustment in calibration: before, after, reason and who are kept; facts stay.
 *
 * @throws Refusal `own_sheet`, `sheet_state`, `calibration_empty`, `calibration_grade`, `calibration_bound`, `conflict`
 * @source SPEC.md A-06, S-16
 */
export async function calibrateSheet(
  room: Room,
  sheetId: string,
  given: { grade?: string | undefined; adjustment?: string | undefined; reason: string; version?: number | undefined },
): Promise<Sheet> {
  if (given.grade === undefined && given.adjustment === undefined) throw new Refusal("calibration_empty");
  return await actOnSheet(room, sheetId, async (on) => {
    const by = demandOther(room.access, on.sheet);
    if (!on.sight.leads && !on.sight.hr) throw new Refusal("forbidden", { what: "appraisal" });
    demandState(on.sheet, "calibrating");
    if (given.version !== undefined && given.version !== on.sheet.version)
      throw new Refusal("conflict", { what: "sheet" }, ["version"]);
    await demandGrade(on, given.grade);
    const [bundle] = await readBundles(on.trx, sql`s.id = ${sheetId}::uuid`);
    if (!bundle) throw new Error("a locked sheet is gone");
    const decision = decisionWith(decisionOf(bundle), given);
    const [saved] = await saveResults(on.trx, [sheetId], on.cards, {
      source: "calibration",
      by,
      reason: given.reason,
      decision,
    });
    await logEvent(on.trx, {
      cycleId: on.cycle.id,
      sheetId,
      by,
      kind: "calibrated",
      detail: { before: saved?.before, after: saved?.after, reason: given.reason },
    });
  });
}

/** The card knows the grade, and a hard or upper bound of the plan still has room for it. */
export async function demandGrade(
  { trx, cycle, cards, sheet, parts }: ActedOn,
  grade: string | undefined,
): Promise<void> {
  if (grade === undefined) return;
  const card = cards.get(parts.at(-1)?.card ?? "")?.body;
  if (!card?.scoring.grades.some(({ key }) => key === grade))
    throw new Refusal("calibration_grade", { grade }, ["grade"]);
  const guide = cycle.body.distribution;
  if (!guide || guide.mode === "advisory" || sheet.exempt !== null) return;
  const index = guide.shares.findIndex((share) => share.grade === grade);
  if (index === -1 || (guide.mode === "upper" && index > 0)) return;
  const [row] = await trx.rows<{ counted: string; have: string }>(sql`
    select count(*) as counted, count(*) filter (where grade = ${grade} and id <> ${sheet.id}::uuid) as have
    from ${ident(trx.schema, "appraisal_sheet")} where cycle_id = ${cycle.id}::uuid and state <> 'withdrawn' and exempt is null`);
  const most = gradeQuotas(Number(row?.counted ?? 0), guide)[index] ?? 0;
  if (decimal(row?.have ?? "0").gte(most)) throw new Refusal("calibration_bound", { grade, most }, ["grade"]);
}
