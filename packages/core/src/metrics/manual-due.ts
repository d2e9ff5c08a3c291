import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { addWorkdays } from "../calendar/workdays.ts";
import type { ManualMeasure } from "./manual-measure.ts";

/**
 * The last day to enter and confirm a period's figures: so many working days after the period's last day.
 *
 * @source SPEC.md K-13, K-08
 */
export function manualDue(period: DayRange, { dueDays }: Pick<ManualMeasure, "dueDays">, calendar: Calendar): Day {
  const last = addDays(period.end, -1);
  return dueDays === 0 ? last : addWorkdays(last, dueDays, calendar);
}
