import { addDays, addMonths } from "@dabiao/core/calendar/day.ts";
import type { Grain } from "@dabiao/core/calendar/grain.ts";
import { naturalPeriodOf } from "@dabiao/core/calendar/natural-period.ts";
import { type Period, periodOf } from "@dabiao/core/calendar/period.ts";
import type { NewGoalChange } from "@dabiao/core/goals/goal-change.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { OpenKpi } from "../kpi.ts";

const GRAINS: readonly (Grain | "monthweek")[] = ["week", "monthweek", "month", "quarter", "half", "year"];

/** The days a change holds and the period it begins in. */
export interface ChangeDays {
  readonly from: string;
  readonly until: string;
  readonly first: Period;
}

/**
 * @throws Refusal `goal_change_days`, `goal_change_past` when the period it begins in is over: past results do not change
 */
export function changeDays(
  kpi: OpenKpi,
  { from, until }: Pick<NewGoalChange, "from" | "until">,
  today: string,
): ChangeDays {
  const first = periodOf(from, kpi.body.grain, kpi.calendar);
  const end = until ?? first.end;
  if (end <= from || end > addMonths(from, 24))
    throw new Refusal("goal_change_days", { from, until: end }, ["body", "until"]);
  if (first.end <= today) throw new Refusal("goal_change_past", { day: from }, ["body", "from"]);
  return { from, until: end, first };
}

/** Every period, long or short, that has a day of the change and has not ended: where targets may stand. */
export function changedPeriods(kpi: OpenKpi, { from, until }: ChangeDays, today: string): string[] {
  const keys = new Set<string>();
  for (const grain of GRAINS) {
    for (const read of [periodOf, naturalPeriodOf]) {
      for (let day = from; day < until; ) {
        const period = read(day, grain, kpi.calendar);
        if (period.end > today) keys.add(period.key);
        day = period.end > day ? period.end : addDays(day, 1);
      }
    }
  }
  return [...keys].sort();
}
