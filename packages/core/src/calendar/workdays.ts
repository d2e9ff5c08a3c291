import { Refusal } from "../platform/refusal.ts";
import { type Calendar, daysIntoWeek, type SpecialDay } from "./calendar.ts";
import { type Day, dayAt, dayNumber, weekdayAt, yearOf } from "./day.ts";
import { type DayRange, rangeDays, subtract } from "./day-range.ts";

/** Further than this no working day is looked for; a calendar with no working day left would loop for ever. */
const REACH_DAYS = 20_000;

/**
 * Whether the company works on a day: its own override, else the statutory notice (补班 included), else the weekly pattern.
 *
 * @source SPEC.md K-08
 */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  return isWorkdayAt(dayNumber(day), calendar);
}

/** Why a day is special: the holiday's or the company's name for it; `null` for an ordinary day. */
export function specialDay(day: Day, calendar: Calendar): SpecialDay | null {
  return calendar.specialDays.get(dayNumber(day)) ?? null;
}

/**
 * Working days in half-open `[start, end)`, 0 when empty. Days of leave may be taken out.
 *
 * @source SPEC.md K-08
 */
export function workdaysBetween(start: Day, end: Day, calendar: Calendar, leave: readonly DayRange[] = []): number {
  let count = 0;
  for (const part of leave.length === 0 ? [{ start, end }] : subtract({ start, end }, leave)) {
    const stop = dayNumber(part.end);
    for (let day = dayNumber(part.start); day < stop; day++) if (isWorkdayAt(day, calendar)) count++;
  }
  return count;
}

/** The working days of `[start, end)` in order. */
export function listWorkdays(start: Day, end: Day, calendar: Calendar): Day[] {
  const days: Day[] = [];
  for (let day = dayNumber(start); day < dayNumber(end); day++) if (isWorkdayAt(day, calendar)) days.push(dayAt(day));
  return days;
}

/**
 * The n-th working day after (n > 0) or before (n < 0) a day; for n = 0 the day itself, or the next working day when it is off.
 *
 * @throws Refusal `calendar_too_far` when no such day exists within some fifty years
 */
export function addWorkdays(day: Day, n: number, calendar: Calendar): Day {
  const step = n < 0 ? -1 : 1;
  let at = dayNumber(day) + (n === 0 ? 0 : step);
  let left = Math.max(1, Math.abs(n));
  for (let walked = 0; walked < REACH_DAYS; walked++, at += step) {
    if (isWorkdayAt(at, calendar) && --left === 0) return dayAt(at);
  }
  throw new Refusal("calendar_too_far", { days: REACH_DAYS });
}

/** The day after the n-th working day of a range: where a comparison of equal working time ends. All of it when it has fewer. */
export function endOfWorkday(range: DayRange, n: number, calendar: Calendar): Day {
  if (n <= 0) return range.start;
  let left = n;
  for (let day = dayNumber(range.start); day < dayNumber(range.end); day++) {
    if (isWorkdayAt(day, calendar) && --left === 0) return dayAt(day + 1);
  }
  return range.end;
}

/** Whether the working days of a range may still change, because a year in it has no notice yet. */
export function isProvisional(range: DayRange, calendar: Calendar): boolean {
  if (calendar.knownYears === null || rangeDays(range) === 0) return false;
  for (let year = yearOf(range.start); year <= yearOf(dayAt(dayNumber(range.end) - 1)); year++) {
    if (!calendar.knownYears.has(year)) return true;
  }
  return false;
}

function isWorkdayAt(day: number, calendar: Calendar): boolean {
  const special = calendar.specialDays.get(day);
  if (special) return special.work;
  const weeks = calendar.workWeeks;
  if (weeks.length === 1) return weeks[0]?.has(weekdayAt(day)) ?? false;
  const week = Math.floor((day - daysIntoWeek(day, calendar.weekStart) - calendar.patternStart) / 7);
  return weeks[((week % weeks.length) + weeks.length) % weeks.length]?.has(weekdayAt(day)) ?? false;
}
