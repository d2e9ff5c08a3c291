import { type Period, periodOf, previousPeriod } from "@dabiao/core/calendar/period.ts";
import type { ManualDuty } from "@dabiao/core/metrics/manual-contract.ts";
import { manualDue } from "@dabiao/core/metrics/manual-due.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import type { Access } from "../../people/access.ts";
import type { Workspace } from "../../platform/postgres/db.ts";
import { expectedPeople } from "./expected-store.ts";
import { standingFigures } from "./figure-store.ts";
import { firstPublished } from "./first-published-store.ts";
import { manualMetrics, mayConfirm, mayEnter, type OpenManual } from "./open-manual.ts";
import { widestReach } from "./sheet.ts";

/** Full periods looked back on, beside the running one. */
const LOOK_BACK = 2;
const METRICS_MAX = 50;

/** What somebody has to enter or confirm: the running period, and past ones in which something is open. */
export async function manualDuties(ws: Workspace, access: Access, world: World, now: Date): Promise<ManualDuty[]> {
  const mine = manualMetrics(world).filter((manual) => mayEnter(access, manual) || mayConfirm(access, manual));
  const duties: ManualDuty[] = [];
  const begun = await firstPublished(ws, mine);
  for (const manual of mine.slice(0, METRICS_MAX)) {
    const today = dayAt(now, manual.calendar.zone);
    for (const [age, period] of recentPeriods(manual, today, begun(manual)).entries()) {
      const duty = await dutyOf(ws, access, manual, period, today);
      const isOpen = duty.missing + duty.waiting + duty.returned > 0;
      if (duty.people > 0 && (isOpen || age === 1)) duties.push(duty);
    }
  }
  return duties.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)) || (a.metric < b.metric ? -1 : 1));
}

/** The running period first, then the last full ones that ended since the metric was first published. */
export function recentPeriods({ measure, calendar }: OpenManual, today: string, since: string): Period[] {
  const periods = [periodOf(today, measure.grain, calendar)];
  while (periods.length <= LOOK_BACK) {
    const before = previousPeriod(periods.at(-1)!, calendar);
    if (!before || before.end <= since) break;
    periods.push(before);
  }
  return periods;
}

async function dutyOf(
  ws: Workspace,
  access: Access,
  manual: OpenManual,
  period: Period,
  today: string,
): Promise<ManualDuty> {
  const people = await expectedPeople(ws, manual.measure, period, widestReach(access, manual));
  const ids = new Set(people.map(({ id }) => id));
  const figures = (await standingFigures(ws, manual.key, period.key)).filter(({ member_id }) => ids.has(member_id));
  const have = (state: string) =>
    new Set(figures.filter((each) => each.state === state).map(({ member_id }) => member_id));
  const [waiting, confirmed, returned] = [have("entered"), have("confirmed"), have("returned")];
  const due = manualDue(period, manual.measure, manual.calendar);
  return {
    metric: manual.key,
    period: period.key,
    label: manual.body.label,
    from: period.start,
    to: period.end,
    due,
    isOverdue: today > due,
    people: people.length,
    missing: people.filter(({ id }) => !waiting.has(id) && !confirmed.has(id)).length,
    waiting: waiting.size,
    returned: returned.size,
    mayEnter: mayEnter(access, manual),
    mayConfirm: mayConfirm(access, manual),
  };
}
