import type { Day } from "@dabiao/core/calendar/day.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import { type TimeProgress, timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import type { OpenKpi } from "./kpi.ts";
import type { TargetBook } from "./target-book.ts";

/** The company's working days of a period, and everybody's own. */
export interface OwnTime {
  readonly all: TimeProgress;
  of(memberId: string): TimeProgress;
}

/**
 * The working days of everybody in a period: without their leave, and without the days before they came and after they
 * went. Who was there all the time has the company's own.
 *
 * @source SPEC.md K-09
 */
export function ownTime({ calendar }: OpenKpi, period: Period, through: Day, targets: TargetBook): OwnTime {
  const all = timeProgress(period, through, calendar);
  return {
    all,
    of(memberId) {
      const leave = targets.away(memberId);
      return leave.length === 0 ? all : timeProgress(period, through, calendar, { leave });
    },
  };
}
