import { Temporal } from "temporal-polyfill";

/** A business day as JSON carries it: `2026-03-09`. Days compare as text. */
export type Day = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;

/** Days since 1970-01-01: what counting loops run on. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayAt(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** The same day of another month; 31 March minus one month is the last of February. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Days from `start` up to but not including `end`; negative when `end` comes first. */
export function daysBetween(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayAt(dayNumber(day));
}

export function weekdayAt(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The first day of a month; month 13 is January of the next year. */
export function monthStart(year: number, month: number): Day {
  const months = year * 12 + month - 1;
  return `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1)}-01`;
}

export function pad(number: number, width = 2): string {
  return String(number).padStart(width, "0");
}

export function earlier(first: Day, second: Day): Day {
  return first < second ? first : second;
}

export function later(first: Day, second: Day): Day {
  return first > second ? first : second;
}
