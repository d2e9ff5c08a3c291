import { Refusal } from "../platform/refusal.ts";
import { type Calendar, daysIntoWeek } from "./calendar.ts";
import { addDays, type Day, dayNumber, daysBetween, earlier, later, monthOf, monthStart, pad, yearOf } from "./day.ts";
import type { Grain } from "./grain.ts";
import type { Period, PeriodGrain } from "./period.ts";

const KEY = /^(\d{4})(?:-(?:H([12])|Q([1-4])|W(\d\d)|(\d\d)(?:-(?:W(\d\d)|(\d\d)))?))?$/;

/** Reads a natural key; see `period`. */
export function naturalPeriod(key: string, calendar: Calendar): Period {
  const match = KEY.exec(key);
  if (!match) throw new Refusal("period_key", { key });
  const [half, quarter, week, month, monthWeek, day] = match
    .slice(2)
    .map((part) => (part === undefined ? null : Number(part)));
  const year = Number(match[1]);
  if (half) return months(key, "half", year, half * 6 - 5, 6);
  if (quarter) return months(key, "quarter", year, quarter * 3 - 2, 3);
  if (week != null) return weekNumbered(key, year, week, calendar);
  if (month == null) return months(key, "year", year, 1, 12);
  if (month < 1 || month > 12) throw new Refusal("period_key", { key });
  if (monthWeek != null) return partOfWeek(key, year, month, calendar);
  if (day == null) return months(key, "month", year, month, 1);
  if (day < 1 || day > daysBetween(monthStart(year, month), monthStart(year, month + 1)))
    throw new Refusal("period_key", { key });
  return { key, grain: "day", family: "natural", start: key, end: addDays(key, 1) };
}

/** The natural period of a grain that holds a day. */
export function naturalPeriodOf(day: Day, grain: Grain | "monthweek", calendar: Calendar): Period {
  const year = yearOf(day);
  const month = monthOf(day);
  switch (grain) {
    case "year":
      return months(pad(year, 4), "year", year, 1, 12);
    case "half":
      return months(`${pad(year, 4)}-H${month < 7 ? 1 : 2}`, "half", year, month < 7 ? 1 : 7, 6);
    case "quarter": {
      const quarter = Math.ceil(month / 3);
      return months(`${pad(year, 4)}-Q${quarter}`, "quarter", year, quarter * 3 - 2, 3);
    }
    case "month":
      return months(day.slice(0, 7), "month", year, month, 1);
    case "week":
      return weekOf(day, calendar);
    case "monthweek":
      return partOf(day, calendar);
    case "day":
      return { key: day, grain, family: "natural", start: day, end: addDays(day, 1) };
  }
}

function months(key: string, grain: PeriodGrain, year: number, month: number, count: number): Period {
  return { key, grain, family: "natural", start: monthStart(year, month), end: monthStart(year, month + count) };
}

/** A week belongs to the year that holds its fourth day: ISO 8601 when weeks start on Monday. */
function weekOf(day: Day, calendar: Calendar): Period {
  const start = addDays(day, -daysIntoWeek(dayNumber(day), calendar.weekStart));
  const fourth = addDays(start, 3);
  const week = Math.floor(daysBetween(monthStart(yearOf(fourth), 1), fourth) / 7) + 1;
  return {
    key: `${fourth.slice(0, 4)}-W${pad(week)}`,
    grain: "week",
    family: "natural",
    start,
    end: addDays(start, 7),
  };
}

function weekNumbered(key: string, year: number, week: number, calendar: Calendar): Period {
  const first = weekOf(`${pad(year, 4)}-01-04`, calendar);
  const found = weekOf(addDays(first.start, (week - 1) * 7), calendar);
  if (found.key !== key) throw new Refusal("period_key", { key });
  return found;
}

function partOf(day: Day, calendar: Calendar): Period {
  const week = weekOf(day, calendar);
  const month = naturalPeriodOf(day, "month", calendar);
  const key = `${month.key}${week.key.slice(4)}`;
  return {
    key,
    grain: "monthweek",
    family: "natural",
    start: later(week.start, month.start),
    end: earlier(week.end, month.end),
  };
}

function partOfWeek(key: string, year: number, month: number, calendar: Calendar): Period {
  const end = monthStart(year, month + 1);
  for (let part = partOf(monthStart(year, month), calendar); ; part = partOf(part.end, calendar)) {
    if (part.key === key) return part;
    if (part.end >= end) throw new Refusal("period_key", { key });
  }
}
