import type { Sheet } from "@dabiao/core/appraisal/sheet.ts";
import { workdaysBetween } from "@dabiao/core/calendar/workdays.ts";
import { decimal } from "@dabiao/core/numbers/decimal.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import { calendarOf } from "../metrics/context.ts";
import { type ActedOn, actOnSheet } from "./act.ts";
import { settleCycle } from "./cycle-store.ts";
import { leadersAt } from "./people-store.ts";
import type { Room } from "./room.ts";
import { WITHDRAWABLE } from "./sheet-may.ts";
import { demandOther } from "./sheet-rights.ts";
import { demandState, insertParts, logEvent, touchSheet } from "./sheet-store.ts";

export interface GivenPart {
  readonly card: string;
  readonly unit: string;
  readonly manager?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly share: string;
}

/**
 * Sets the sub-records of a sheet by hand: two roles with split weights, or other units and days than the organisation's.
 *
 * @throws Refusal `sheet_parts` for parts outside the cycle, of unknown cards, or shares over 100 on a day
 * @source SPEC.md A-10
 */
export async function splitSheet(
  room: Room,
  sheetId: string,
  given: { parts: readonly GivenPart[]; reason: string },
): Promise<Sheet> {
  room.access.demand("appraisal.manage");
  return await actOnSheet(room, sheetId, async (on) => {
    const { trx, sheet, cycle, cards } = on;
    const by = demandOther(room.access, sheet);
    demandState(sheet, "goalSetting", "running");
    demandParts(on, given.parts);
    const calendar = calendarOf(room.world, cycle);
    const leaders = await leadersAt(
      trx,
      given.parts.map(({ unit, to }) => ({ unit, to })),
    );
    await trx.rows(sql`delete from ${ident(trx.schema, "appraisal_part")} where sheet_id = ${sheetId}::uuid`);
    await insertParts(
      trx,
      given.parts.map(({ card, unit, manager, from, to, share }, index) => {
        const above = (leaders[index] ?? []).filter((id) => id !== sheet.memberId && id !== manager);
        const weight = decimal(workdaysBetween(from, to, calendar))
          .times(share)
          .div(100);
        const known = manager === undefined || manager === sheet.memberId ? above : [manager, ...above];
        return { sheetId, card, unitId: unit, from, to, share: decimal(share), weight, leaders: known };
      }),
    );
    await touchSheet(trx, sheetId, { parts_by_hand: true });
    await logEvent(trx, {
      cycleId: cycle.id,
      sheetId,
      by,
      kind: "parts",
      detail: { parts: given.parts, reason: given.reason, cards: cards.size },
    });
  });
}

function demandParts({ cycle, cards }: ActedOn, parts: readonly GivenPart[]): void {
  const refuse = (reason: string, index: number) => {
    throw new Refusal("sheet_parts", { reason }, ["parts", index]);
  };
  for (const [index, { card, from, to, share }] of parts.entries()) {
    if (!cards.has(card)) refuse(card, index);
    if (from >= to || from < cycle.from || to > cycle.to) refuse(`${from} – ${to}`, index);
    const together = parts.filter((each) => each.from < to && from < each.to).map((each) => decimal(each.share));
    const sum = together.reduce((all, each) => all.plus(each), decimal(0));
    if (decimal(share).lte(0) || sum.gt(100)) refuse(`${sum.toFixed()} %`, index);
  }
}

/** Takes somebody out, or out of the distribution, or back into it. */
export async function withdrawSheet(
  room: Room,
  sheetId: string,
  given: { kind: "withdraw" | "exempt" | "count"; reason: string },
): Promise<Sheet> {
  room.access.demand("appraisal.manage");
  return await actOnSheet(room, sheetId, async ({ trx, sheet, cycle }) => {
    const by = demandOther(room.access, sheet);
    if (given.kind === "withdraw") {
      demandState(sheet, ...WITHDRAWABLE);
      await touchSheet(trx, sheetId, { state: "withdrawn", parts_by_hand: true });
      await trx.rows(sql`update ${ident(trx.schema, "appraisal_task")} set skipped_at = ${trx.now}::timestamptz
        where sheet_id = ${sheetId}::uuid and done_at is null and skipped_at is null`);
      await settleCycle(trx, cycle.id);
    } else
      await touchSheet(trx, sheetId, { exempt: given.kind === "exempt" ? given.reason : null, parts_by_hand: true });
    await logEvent(trx, { cycleId: cycle.id, sheetId, by, kind: given.kind, detail: { reason: given.reason } });
  });
}
