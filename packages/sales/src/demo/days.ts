import { openCalendar } from "@dabiao/core/calendar/calendar.ts";
import { addWorkdays, isWorkday, listWorkdays } from "@dabiao/core/calendar/workdays.ts";
import { Temporal } from "temporal-polyfill";
import { companyCalendar } from "../calendar.ts";
import type { Chance } from "./random.ts";

const CALENDAR = openCalendar(companyCalendar.body);
const workdaysOf = new Map<string, readonly string[]>();

/** The day itself, or the first working day after it. */
export function onWorkday(day: string): string {
  return isWorkday(day, CALENDAR) ? day : addWorkdays(day, 0, CALENDAR);
}

/** A number of working days later. */
export function afterWork(day: string, days: number): string {
  return days === 0 ? onWorkday(day) : addWorkdays(day, days, CALENDAR);
}

/** The first days of the `count` months that end with the month of `today`, oldest first. */
export function monthsUntil(today: string, count: number): string[] {
  const last = Temporal.PlainDate.from(today).with({ day: 1 });
  return Array.from({ length: count }, (_, index) => last.subtract({ months: count - 1 - index }).toString());
}

/** The first day of the month so many months later. */
export function monthsAfter(month: string, months: number): string {
  return Temporal.PlainDate.from(month).with({ day: 1 }).add({ months }).toString();
}

/** A working day of the month. */
export function dayOf(random: Chance, month: string): string {
  return random.pick(workdays(month));
}

/** A working day of the month, more likely one towards its end, when deals are pushed over the line. */
export function lateDayOf(random: Chance, month: string): string {
  const [one, other] = [dayOf(random, month), dayOf(random, month)];
  return random.happens(0.4) && other > one ? other : one;
}

export function workdays(month: string): readonly string[] {
  const known = workdaysOf.get(month) ?? listWorkdays(month, monthsAfter(month, 1), CALENDAR);
  workdaysOf.set(month, known);
  return known;
}

export function monthKey(day: string): string {
  return day.slice(0, 7);
}
