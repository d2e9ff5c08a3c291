import type { RaterRole } from "@dabiao/core/appraisal/scoring/scoring-rule.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { ActedOn } from "./act.ts";
import type { Bundle } from "./bundle-store.ts";
import type { Sight } from "./sheet-rights.ts";
import { isLate, logEvent, type PartRow, type SheetRow } from "./sheet-store.ts";

/** Whether somebody may give a rating that is missing in calibration in the manager's place: the levels above, and HR. */
export function mayRateInstead(
  sheet: Pick<SheetRow, "state" | "total">,
  parts: readonly Pick<PartRow, "leaders">[],
  { own, hr }: Pick<Sight, "own" | "hr">,
  me: string | null,
): boolean {
  if (own || me === null || !isLate(sheet)) return false;
  return hr || parts.some(({ leaders }) => leaders.indexOf(me) > 0);
}

/** Who scored a sheet: its managers, and whoever rated in their place. They do not answer an appeal against it. */
export function scorersOf({ parts, ratings }: Pick<Bundle, "parts" | "ratings">): Set<string> {
  const raters = ratings.filter(({ role, submitted }) => role === "manager" && submitted);
  return new Set([...parts.flatMap(({ leaders }) => leaders[0] ?? []), ...raters.map(({ raterId }) => raterId)]);
}

/**
 * Takes over the manager's open rating; from whom and why is kept.
 *
 * @throws Refusal `forbidden` where nothing is to be taken over, `cycle_reason`
 * @source SPEC.md A-02
 */
export async function rateInstead(
  { trx, sheet, parts, sight, cycle }: ActedOn,
  me: string,
  given: { readonly role?: RaterRole | undefined; readonly reason?: string | undefined },
): Promise<RaterRole> {
  const asked = given.role === undefined || given.role === "manager";
  if (!asked || !mayRateInstead(sheet, parts, sight, me)) throw new Refusal("forbidden", { what: "appraisal" });
  if (given.reason === undefined) throw new Refusal("cycle_reason", {}, ["reason"]);
  const open = sql`sheet_id = ${sheet.id}::uuid and stage = 'rating' and role = 'manager' and done_at is null and skipped_at is null`;
  const table = ident(trx.schema, "appraisal_task");
  const tasks = await trx.rows<{ id: string; from: string | null }>(
    sql`select id, assignee_id as "from" from ${table} where ${open} order by id`,
  );
  if (tasks.length === 0) throw new Refusal("forbidden", { what: "appraisal" });
  await trx.rows(sql`update ${table} set assignee_id = ${me}::uuid where ${open}`);
  const detail = { tasks, to: me, reason: given.reason };
  await logEvent(trx, { cycleId: cycle.id, sheetId: sheet.id, by: me, kind: "takenOver", detail });
  return "manager";
}

/** Once the total is known, nobody is asked for a rating in calibration any more. */
export async function endLateRatings(trx: Trx, sheetId: string): Promise<void> {
  await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} k set skipped_at = ${trx.now}::timestamptz
    from ${ident(trx.schema, "appraisal_sheet")} s where s.id = k.sheet_id and s.id = ${sheetId}::uuid and k.stage = 'rating'
      and k.done_at is null and k.skipped_at is null and s.state = 'calibrating' and s.total is not null`);
}
