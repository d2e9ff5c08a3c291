import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type Day } from "../calendar/day.ts";
import type { DayRange } from "../calendar/day-range.ts";
import { Grain } from "../calendar/grain.ts";
import { nextPeriod, period, periodOf, previousPeriod } from "../calendar/period.ts";
import { Refusal } from "../platform/refusal.ts";

const NAMED_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";

/**
 * The days a filter's `period` means: a period key (`2026-Q1`), or one relative to today: `today`, `this_month`,
 * `last_week`, `next_quarter`, `last_7_days` and `next_30_days` (today is one of them), `past` and `future`.
 *
 * @throws Refusal `period_unknown`
 */
export function filterPeriod(text: string, today: Day, calendar: Calendar): DayRange {
  const offset = NAMED_DAYS[text];
  if (offset !== undefined) return { start: addDays(today, offset), end: addDays(today, offset + 1) };
  if (text === "past") return { start: FIRST_DAY, end: today };
  if (text === "future") return { start: addDays(today, 1), end: LAST_DAY };
  return ofDays(text, today) ?? ofGrain(text, today, calendar) ?? ofKey(text, calendar);
}

function ofDays(text: string, today: Day): DayRange | null {
  const match = /^(last|next)_(\d{1,4})_days$/.exec(text);
  if (!match) return null;
  const days = Number(match[2]);
  if (match[1] === "last") return { start: addDays(today, 1 - days), end: addDays(today, 1) };
  return { start: today, end: addDays(today, days) };
}

function ofGrain(text: string, today: Day, calendar: Calendar): DayRange | null {
  const match = /^(this|last|next)_([a-z]+)$/.exec(text);
  const grain = Grain.safeParse(match?.[2]);
  if (!match || !grain.success) return null;
  const current = periodOf(today, grain.data, calendar);
  if (match[1] === "this") return current;
  return match[1] === "last" ? previousPeriod(current, calendar) : nextPeriod(current, calendar);
}

function ofKey(text: string, calendar: Calendar): DayRange {
  try {
    return period(text, calendar);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal("period_unknown", { period: text.slice(0, 40) });
    throw error;
  }
}
