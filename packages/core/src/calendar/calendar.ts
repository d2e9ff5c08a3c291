import { CalendarBody, type FiscalYear } from "./calendar-body.ts";
import { CHINA_NOTICES } from "./china-notices.ts";
import { type Day, dayNumber, type Weekday } from "./day.ts";

/** Why a day is off, or why it is worked though the week says otherwise. */
export interface SpecialDay {
  readonly work: boolean;
  readonly name: string | null;
  readonly source: "statutory" | "company";
}

/** A calendar body opened for use: its special days indexed by day number. Open it once per request, not per figure. */
export interface Calendar {
  readonly zone: string;
  readonly dayCut: string;
  readonly weekStart: Weekday;
  readonly workWeeks: readonly ReadonlySet<number>[];
  /** Day number of the first day of the first week of the pattern. */
  readonly patternStart: number;
  readonly specialDays: ReadonlyMap<number, SpecialDay>;
  /** Years whose working days are final; `null` when no notice is awaited. */
  readonly knownYears: ReadonlySet<number> | null;
  readonly fiscal: FiscalYear;
  readonly customPeriods: CalendarBody["customPeriods"];
}

/** The calendar a new company starts with: Shanghai, Monday to Friday, statutory notices, natural years. */
export const DEFAULT_CALENDAR: CalendarBody = CalendarBody.parse({ label: { zh: "公司日历", en: "Company calendar" } });

export function openCalendar(body: CalendarBody): Calendar {
  const weekStart = body.weekStart as Weekday;
  const anchor = dayNumber(body.work.anchor ?? "1970-01-05");
  return {
    zone: body.zone,
    dayCut: body.dayCut,
    weekStart,
    workWeeks: body.work.weeks.map((days) => new Set(days)),
    patternStart: anchor - daysIntoWeek(anchor, weekStart),
    specialDays: specialDays(body),
    knownYears:
      body.statutory === "cn" ? new Set([...Object.keys(CHINA_NOTICES).map(Number), ...body.confirmedYears]) : null,
    fiscal: body.fiscal,
    customPeriods: body.customPeriods,
  };
}

/** Days since the week began, 0 to 6. */
export function daysIntoWeek(number: number, weekStart: Weekday): number {
  return (((number + 4 - weekStart) % 7) + 7) % 7;
}

function specialDays(body: CalendarBody): Map<number, SpecialDay> {
  const days = new Map<number, SpecialDay>();
  const mark = (day: Day | number, special: SpecialDay) =>
    days.set(typeof day === "number" ? day : dayNumber(day), special);
  const notices = body.statutory === "cn" ? Object.values(CHINA_NOTICES).flat() : [];
  for (const { name, off, work } of notices) {
    for (let day = dayNumber(off[0]); day <= dayNumber(off[1]); day++)
      mark(day, { work: false, name, source: "statutory" });
    for (const day of work) mark(day, { work: true, name: `${name}补班`, source: "statutory" });
  }
  for (const { date, day, name } of body.overrides)
    mark(date, { work: day === "work", name: name ?? null, source: "company" });
  return days;
}
