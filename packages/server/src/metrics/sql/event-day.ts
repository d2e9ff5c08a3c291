import { instantsOf } from "@dabiao/core/calendar/business-date.ts";
import type { Calendar } from "@dabiao/core/calendar/calendar.ts";
import type { DayRange } from "@dabiao/core/calendar/day-range.ts";
import { and, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { literal } from "./inline.ts";

/** The date a fact counts by (K-04): its column, and whether that is a day or an instant. */
export interface EventDate {
  readonly column: Sql;
  readonly family: "date" | "datetime";
}

/** The business day of an event: a date as it is, an instant on the company's clock less the day cut (CV-3). */
export function eventDay(date: EventDate, calendar: Calendar): Sql {
  return date.family === "date" ? date.column : businessDay(date.column, calendar);
}

/** The business day of an instant. Only immutable functions, with the zone spelled out, so it can stand in an index. */
export function businessDay(instant: Sql, calendar: Calendar): Sql {
  const local = sql`(${instant} at time zone ${raw(literal(calendar.zone))})`;
  if (calendar.dayCut === "00:00") return sql`${local}::date`;
  return sql`(${local} - interval ${raw(literal(`${calendar.dayCut}:00`))})::date`;
}

/** The event lies in the days; written on the bare column, so its index serves. */
export function eventWithin(date: EventDate, range: DayRange, calendar: Calendar): Sql {
  if (date.family === "date")
    return and([sql`${date.column} >= ${range.start}::date`, sql`${date.column} < ${range.end}::date`]);
  const { from, to } = instantsOf(range, calendar);
  return and([sql`${date.column} >= ${from}::timestamptz`, sql`${date.column} < ${to}::timestamptz`]);
}
