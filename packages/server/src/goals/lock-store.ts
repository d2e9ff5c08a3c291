import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import { type Period, period } from "@dabiao/core/calendar/period.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Access } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import type { OpenKpi } from "./kpi.ts";
import type { Place } from "./place.ts";
import type { TargetPlanLockRow } from "./tables.ts";

type Here = Pick<Workspace, "tables">;

/** Locks a target or unlocks it. Past locks stay, so an older sheet shows what was locked then. */
export async function setLock(trx: Trx, kpi: string, place: Place, locked: boolean, by: string | null): Promise<void> {
  const { kind, id, period: key, slice } = place;
  const open = trx.tables
    .updateTable("target_lock")
    .set({ unlocked_at: trx.now, unlocked_by: by })
    .where("kpi", "=", kpi)
    .where("period", "=", key)
    .where("subject_id", "=", id)
    .where("slice", "=", slice)
    .where("unlocked_at", "is", null);
  if (!locked) {
    await open.execute();
    return;
  }
  await trx.tables
    .insertInto("target_lock")
    .values({
      id: newId(trx.now),
      kpi,
      subject_kind: kind,
      subject_id: id,
      slice,
      period: key,
      locked_at: trx.now,
      locked_by: by,
      unlocked_at: null,
      unlocked_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function planLocks(on: Here, kpi: string): Promise<TargetPlanLockRow[]> {
  return await on.tables
    .selectFrom("target_plan_lock")
    .selectAll()
    .where("kpi", "=", kpi)
    .where("unlocked_at", "is", null)
    .orderBy("id")
    .limit(1000)
    .execute();
}

export async function setPlanLock(
  trx: Trx,
  lock: { kpi: string; period: string; locked: boolean; reason: string },
  by: string | null,
): Promise<void> {
  const { kpi, period: key, locked, reason } = lock;
  if (!locked) {
    await trx.tables
      .updateTable("target_plan_lock")
      .set({ unlocked_at: trx.now, unlocked_by: by })
      .where("kpi", "=", kpi)
      .where("period", "=", key)
      .where("unlocked_at", "is", null)
      .execute();
    return;
  }
  await trx.tables
    .insertInto("target_plan_lock")
    .values({
      id: newId(trx.now),
      kpi,
      period: key,
      reason,
      locked_at: trx.now,
      locked_by: by,
      unlocked_at: null,
      unlocked_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @throws Refusal `plan_locked` when a period touches a locked plan and the caller may not change one */
export async function demandPlanOpen(
  on: Here,
  access: Access,
  kpi: OpenKpi,
  periods: readonly string[],
): Promise<void> {
  if (access.can("goals.unlock")) return;
  const locked = await lockedPlan(on, kpi, periods);
  if (locked !== null) throw new Refusal("plan_locked", { period: locked });
}

export async function isPlanLocked(on: Here, kpi: OpenKpi, period: string): Promise<boolean> {
  return (await lockedPlan(on, kpi, [period])) !== null;
}

/** A locked plan that one of the periods touches. */
async function lockedPlan(on: Here, kpi: OpenKpi, periods: readonly string[]): Promise<string | null> {
  const locks = await planLocks(on, kpi.key);
  if (locks.length === 0) return null;
  const touched = [...new Set(periods)].map((key) => period(key, kpi.calendar));
  const found = locks.find((lock) => {
    const span = spanOf(lock.period, kpi.calendar);
    return span !== null && touched.some(({ start, end }) => start < span.end && span.start < end);
  });
  return found?.period ?? null;
}

/** Null when the calendar has changed and does not know the period any more. */
function spanOf(key: string, calendar: Calendar): Period | null {
  try {
    return period(key, calendar);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
