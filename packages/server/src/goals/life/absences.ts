import { daysBetween } from "@dabiao/core/calendar/day.ts";
import type { Absence, NewAbsence } from "@dabiao/core/goals/absence.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import type { Page } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../../people/access.ts";
import { notify } from "../../people/notice-store.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import {
  type AbsenceFilter,
  insertAbsence,
  lockedMember,
  overlapping,
  readAbsence,
  readAbsences,
  setAbsenceState,
} from "./absence-store.ts";
import { type Charge, chargeOf, demandCharge, inCharge } from "./led-people-store.ts";

const LONGEST_DAYS = 730;
const PAGE = "/goals/life";

/** Leave the reader may see: the own, that of the people below, or everybody's. */
export async function listAbsences(ws: Workspace, access: Access, world: World, filter: AbsenceFilter, now: Date) {
  const charge = await chargeOf(ws, access, now);
  const seesAll = charge.all || access.can("goals.read_all");
  const own = access.memberId === null ? [] : [access.memberId];
  const page: Page<Absence> = await readAbsences(ws, world, filter, seesAll ? null : [...charge.led, ...own]);
  return {
    ...page,
    items: page.items.map((absence) => ({
      ...absence,
      mayDecide:
        absence.state === "asked" && absence.member.id !== access.memberId && inCharge(charge, absence.member.id),
      mayWithdraw: mayWithdraw(absence, access, charge),
    })),
  };
}

/** What somebody in charge enters for another is approved at once; one's own has to be approved by another. */
export async function askAbsence(trx: Trx, access: Access, world: World, wanted: NewAbsence): Promise<Absence> {
  const charge = await chargeOf(trx, access, trx.now);
  const own = wanted.memberId === access.memberId;
  if (!own) demandCharge(charge, wanted.memberId);
  return await enter(trx, access, world, wanted, !own);
}

export async function importAbsences(trx: Trx, access: Access, world: World, rows: readonly NewAbsence[]) {
  access.demand("people.manage");
  const ids: string[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      ids.push((await enter(trx, access, world, row, true)).id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.code, error.params, ["body", "rows", index]);
    }
  }
  return { ids };
}

/** @throws Refusal `absence_own`, `absence_decided` */
export async function decideAbsence(
  trx: Trx,
  access: Access,
  world: World,
  id: string,
  { approve, note }: { approve: boolean; note: string },
): Promise<Absence> {
  const before = await found(trx, world, id);
  if (before.member.id === access.memberId) throw new Refusal("absence_own");
  demandCharge(await chargeOf(trx, access, trx.now), before.member.id);
  const state = approve ? "approved" : "rejected";
  if (!(await setAbsenceState(trx, id, ["asked"], state, access.memberId, note)))
    throw new Refusal("absence_decided", { state: before.state });
  const params = { from: before.fromDay, to: before.toDay };
  await notify(trx, [{ memberId: before.member.id, kind: `goals.absence_${state}`, params, path: PAGE }]);
  return await found(trx, world, id);
}

export async function withdrawAbsence(trx: Trx, access: Access, world: World, id: string): Promise<Absence> {
  const before = await found(trx, world, id);
  const charge = await chargeOf(trx, access, trx.now);
  if (before.member.id !== access.memberId) demandCharge(charge, before.member.id);
  if (!mayWithdraw(before, access, charge)) throw new Refusal("absence_decided", { state: before.state });
  await setAbsenceState(trx, id, ["asked", "approved"], "withdrawn", access.memberId, before.decision);
  return await found(trx, world, id);
}

/** Who asked may take it back until it is approved; afterwards only somebody in charge. */
function mayWithdraw({ state, member }: Absence, access: Access, charge: Charge): boolean {
  if (state !== "asked" && state !== "approved") return false;
  return (
    (member.id !== access.memberId && inCharge(charge, member.id)) ||
    (state === "asked" && member.id === access.memberId)
  );
}

async function enter(trx: Trx, access: Access, world: World, wanted: NewAbsence, approved: boolean): Promise<Absence> {
  const { fromDay, toDay, memberId } = wanted;
  if (toDay <= fromDay) throw new Refusal("days_reversed", { from: fromDay, to: toDay }, ["body", "toDay"]);
  if (daysBetween(fromDay, toDay) > LONGEST_DAYS)
    throw new Refusal("absence_too_long", { days: LONGEST_DAYS }, ["body", "toDay"]);
  if (!(await lockedMember(trx, memberId))) throw new Refusal("not_found", { what: "member" }, ["body", "memberId"]);
  const other = await overlapping(trx, wanted);
  if (other) throw new Refusal("absence_overlaps", { from: other.from_day, to: other.to_day }, ["body", "fromDay"]);
  return await found(trx, world, await insertAbsence(trx, wanted, access.memberId, approved));
}

async function found(trx: Trx, world: World, id: string): Promise<Absence> {
  const absence = await readAbsence(trx, world, id);
  if (!absence) throw new Refusal("not_found", { what: "absence" });
  return absence;
}
