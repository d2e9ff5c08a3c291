import type { Day } from "@dabiao/core/calendar/day.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import type { Period } from "@dabiao/core/calendar/period.ts";
import type { Life } from "@dabiao/core/goals/life-share.ts";
import { type TimeProgress, timeProgress } from "@dabiao/core/metrics/time-progress.ts";
import type { OpenKpi } from "./kpi.ts";
import type { Lives } from "./life/lives-store.ts";

/**
 * The working days of everybody in a period: without their leave, and without the days before they came and after they
 * went. What nobody's life touched is the company's own time.
 *
 * @source SPEC.md K-09
 */
export function ownTime(
  kpi: Pick<OpenKpi, "calendar">,
  period: Period,
  through: Day,
  lives: Lives,
): { readonly all: TimeProgress; of(memberId: string): TimeProgress } {
  const all = timeProgress(period, through, kpi.calendar);
  return {
    all,
    of(memberId) {
      const life = lives.get(memberId);
      const away = life ? daysAway(period, life) : [];
      return away.length === 0 ? all : timeProgress(period, through, kpi.calendar, { leave: away });
    },
  };
}

function daysAway(period: Period, { joinedOn, leftOn, leave }: Life): DayRange[] {
  return [
    ...(joinedOn !== null && joinedOn > period.start ? [{ start: period.start, end: joinedOn }] : []),
    ...(leftOn !== null && leftOn < period.end ? [{ start: leftOn, end: period.end }] : []),
    ...leave,
  ];
}
