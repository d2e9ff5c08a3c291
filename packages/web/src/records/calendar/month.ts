import { localDay } from "../../fields/format-day.ts";

/** Days as text, `2026-03-09`; the week starts on Monday. */
export type Span = "month" | "week";

export function shiftDay(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}

/** The days a calendar shows around a day: the whole weeks of its month, or its week. */
export function daysShown(day: string, span: Span): readonly string[] {
  const first = span === "month" ? `${day.slice(0, 7)}-01` : day;
  const start = shiftDay(first, -weekday(first));
  const last = span === "month" ? shiftDay(nextMonth(day), -1) : day;
  const weeks = span === "month" ? Math.ceil((daysApart(start, last) + 1) / 7) : 1;
  return Array.from({ length: weeks * 7 }, (_, index) => shiftDay(start, index));
}

/** The same place one month, or one week, on or back. */
export function turn(day: string, span: Span, by: 1 | -1): string {
  if (span === "week") return shiftDay(day, by * 7);
  return by === 1 ? nextMonth(day) : `${shiftDay(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

export function today(): string {
  return localDay(new Date());
}

function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** 0 is Monday. */
function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
