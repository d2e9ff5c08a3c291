import type { Period } from "@dabiao/core/calendar/period.ts";
import { addWorkdays } from "@dabiao/core/calendar/workdays.ts";
import { kpiKind } from "@dabiao/core/metrics/kpi-kind.ts";
import { manualDue } from "@dabiao/core/metrics/manual-due.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { type NewNotice, notify } from "../../people/notice-store.ts";
import type { Trx, Workspace } from "../../platform/postgres/db.ts";
import { membersMeant } from "../lint/named-people-store.ts";
import { sheetPath } from "./decide-figures.ts";
import { recentPeriods } from "./duties.ts";
import { expectedPeople } from "./expected-store.ts";
import { standingFigures } from "./figure-store.ts";
import { firstPublished } from "./first-published-store.ts";
import { leadersOf } from "./leader-store.ts";
import { manualMetrics, type OpenManual } from "./open-manual.ts";
import { type Stage, unreminded } from "./reminder-store.ts";

/**
 * Reminds of figures past their deadline: who enters and who confirms them on the day after it, and a working day
 * later the leaders of those who have no figure and of the person who answers for the KPI. Everybody once per period;
 * the figure stays "no data" until somebody enters and confirms it.
 *
 * @returns how many were told
 * @source SPEC.md K-13
 */
export async function escalateMissing(ws: Workspace, world: World, now: Date): Promise<number> {
  let told = 0;
  const manuals = manualMetrics(world);
  const begun = await firstPublished(ws, manuals);
  for (const manual of manuals) {
    const today = dayAt(now, manual.calendar.zone);
    for (const period of recentPeriods(manual, today, begun(manual)).slice(1)) {
      const due = manualDue(period, manual.measure, manual.calendar);
      if (today > due) told += await ws.transaction((trx) => remind(trx, world, manual, period, due, today));
    }
  }
  return told;
}

async function remind(trx: Trx, world: World, manual: OpenManual, period: Period, due: string, today: string) {
  const { measure, calendar } = manual;
  const figures = await standingFigures(trx, manual.key, period.key);
  const waiting = figures.filter(({ state }) => state === "entered");
  const have = new Set(figures.filter(({ state }) => state !== "returned").map(({ member_id }) => member_id));
  const missing = (await expectedPeople(trx, measure, period, null)).filter(({ id }) => !have.has(id));
  const about = { metric: manual.body.label.zh, period: period.key, due };
  const tell = (stage: Stage, counts: ReadonlyMap<string, number>, kind: string) =>
    tellOnce(trx, manual.key, period.key, stage, counts, { kind, params: about });
  let told = 0;
  if (missing.length > 0) {
    const inputters = await membersMeant(trx, measure.inputter);
    told += await tell("enter", everybody(inputters, missing.length), "metrics.manual_missing");
  }
  if (waiting.length > 0) {
    const confirmers = await membersMeant(trx, measure.confirmer);
    told += await tell("confirm", everybody(confirmers, waiting.length), "metrics.manual_waiting");
  }
  if (missing.length > 0 && today > addWorkdays(due, 1, calendar)) {
    const leaders = await leadersAbove(
      trx,
      world,
      manual,
      missing.map(({ id }) => id),
      today,
    );
    told += await tell("escalate", leaders, "metrics.manual_escalated");
  }
  return told;
}

function everybody(ids: readonly string[], count: number): Map<string, number> {
  return new Map(ids.map((id) => [id, count]));
}

/** Leaders with how many of their people have no figure; the leader of whoever answers for the KPI is told of all. */
async function leadersAbove(
  trx: Trx,
  world: World,
  manual: OpenManual,
  missing: readonly string[],
  today: string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { leader } of await leadersOf(trx, missing, today)) counts.set(leader, (counts.get(leader) ?? 0) + 1);
  const owners = world
    .list(kpiKind)
    .flatMap(({ body: { metric, owner } }) => (metric === manual.key && owner?.kind === "member" ? [owner.id] : []));
  for (const { leader } of await leadersOf(trx, owners, today)) counts.set(leader, missing.length);
  return counts;
}

async function tellOnce(
  trx: Trx,
  metric: string,
  period: string,
  stage: Stage,
  counts: ReadonlyMap<string, number>,
  notice: Pick<NewNotice, "kind" | "params">,
): Promise<number> {
  const fresh = await unreminded(trx, metric, period, stage, [...counts.keys()]);
  const notices = fresh.map((memberId) => ({
    memberId,
    kind: notice.kind,
    params: { ...notice.params, count: counts.get(memberId) ?? 0 },
    path: sheetPath(metric, period),
  }));
  await notify(trx, notices);
  return fresh.length;
}
