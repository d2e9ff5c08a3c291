import { Temporal } from "temporal-polyfill";
import type { Chance } from "./random.ts";

/** Calendar days, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day itself, or the Monday after it on a weekend. */
export function onWeekday(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek > 5 ? date.add({ days: 8 - date.dayOfWeek }).toString() : day;
}

/** The first days of the `count` months that end with the month of `today`, oldest first. */
export function monthsUntil(today: string, count: number): string[] {
  const last = Temporal.PlainDate.from(today).with({ day: 1 });
  return Array.from({ length: count }, (_, index) => last.subtract({ months: count - 1 - index }).toString());
}

/** A weekday of the month. */
export function dayOf(random: Chance, month: string): string {
  const first = Temporal.PlainDate.from(month);
  return onWeekday(first.add({ days: random.whole(0, first.daysInMonth - 3) }).toString());
}

export function monthKey(day: string): string {
  return day.slice(0, 7);
}
