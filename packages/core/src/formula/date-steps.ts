import type { Decimal } from "decimal.js";
import { Temporal } from "temporal-polyfill";
import { type Sql, sql } from "../platform/sql.ts";
import { integerBetween } from "./between.ts";
import { knownDate, knownDateSql } from "./calendar-date.ts";

/** A step reaches 4,000 years at most: from any year formulas know, PostgreSQL can count that far (FX-16). */
const MAX_DAYS = 1_460_000;
const MAX_MONTHS = 48_000;

export function plusDays(date: string, count: Decimal): string | null {
  if (count.abs().gt(MAX_DAYS)) return null;
  return knownDate(Temporal.PlainDate.from(date).add({ days: count.toNumber() }));
}

export function plusDaysSql(date: Sql, count: Sql): Sql {
  return knownDateSql(sql`(${date} + ${integerBetween(count, -MAX_DAYS, MAX_DAYS)})`);
}

/** Stays in the month it reaches: 31 January and a month is the last of February. */
export function plusMonths(date: string, count: Decimal): string | null {
  if (count.abs().gt(MAX_MONTHS)) return null;
  return knownDate(Temporal.PlainDate.from(date).add({ months: count.toNumber() }));
}

export function plusMonthsSql(date: Sql, count: Sql): Sql {
  return knownDateSql(sql`(${date}::timestamp + ${monthsSql(count)})::date`);
}

export function endOfMonth(date: string, count: Decimal): string | null {
  if (count.abs().gt(MAX_MONTHS)) return null;
  const month = Temporal.PlainDate.from(date).add({ months: count.toNumber() });
  return knownDate(month.with({ day: month.daysInMonth }));
}

export function endOfMonthSql(date: Sql, count: Sql): Sql {
  const month = sql`(date_trunc('month', ${date}::timestamp) + ${monthsSql(count)})`;
  return knownDateSql(sql`(${month} + make_interval(months => 1, days => -1))::date`);
}

export function daysBetween(start: string, end: string): number {
  return Temporal.PlainDate.from(start).until(Temporal.PlainDate.from(end), { largestUnit: "day" }).days;
}

/** Whole months: a month is complete on the same day of the month, so 31 January to 28 February is none. */
export function monthsBetween(start: string, end: string): number {
  const [from, to] = [Temporal.PlainDate.from(start), Temporal.PlainDate.from(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  if (months < 0 && to.day > from.day) return months + 1;
  return months;
}

export function monthsBetweenSql(start: Sql, end: Sql): Sql {
  const age = sql`age(${end}::timestamp, ${start}::timestamp)`;
  return sql`(extract(year from ${age}) * 12 + extract(month from ${age}))`;
}

function monthsSql(count: Sql): Sql {
  return sql`make_interval(months => ${integerBetween(count, -MAX_MONTHS, MAX_MONTHS)})`;
}
