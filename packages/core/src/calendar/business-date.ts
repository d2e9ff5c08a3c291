import { Temporal } from "temporal-polyfill";
import type { Calendar } from "./calendar.ts";
import type { Day } from "./day.ts";
import type { DayRange } from "./day-range.ts";

/**
 * The business day an instant belongs to: the local date, less the day cut (CV-3). Clock changes do not move it,
 * because the cut is taken off the wall clock.
 *
 * @param instant ISO 8601 with offset, e.g. `2025-09-30T16:30:00Z`
 * @source SPEC.md CV-3
 */
export function businessDate(instant: string, calendar: Pick<Calendar, "zone" | "dayCut">): Day {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.zone).toPlainDateTime();
  return local.subtract(cutOf(calendar)).toPlainDate().toString();
}

/** The instant a business day begins, in UTC; `[dayStart(start), dayStart(end))` holds exactly the instants of the days. */
export function dayStart(day: Day, calendar: Pick<Calendar, "zone" | "dayCut">): string {
  const local = Temporal.PlainDate.from(day).toPlainDateTime().add(cutOf(calendar));
  return local.toZonedDateTime(calendar.zone).toInstant().toString();
}

export function instantsOf(range: DayRange, calendar: Pick<Calendar, "zone" | "dayCut">): { from: string; to: string } {
  return { from: dayStart(range.start, calendar), to: dayStart(range.end, calendar) };
}

function cutOf(calendar: Pick<Calendar, "dayCut">): { hours: number; minutes: number } {
  const [hours = 0, minutes = 0] = calendar.dayCut.split(":").map(Number);
  return { hours, minutes };
}
