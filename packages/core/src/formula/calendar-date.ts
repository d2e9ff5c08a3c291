import type { Decimal } from "decimal.js";
import { Temporal } from "temporal-polyfill";
import { raw, type Sql, sql } from "../platform/sql.ts";
import { between, integerBetween } from "./between.ts";

const FIRST_DAY = Temporal.PlainDate.from("0001-01-01");
const LAST_DAY = Temporal.PlainDate.from("9999-12-31");

/** The date of whole year (1 to 9999), month and day, fractions cut off; null if there is no such day (FX-15). */
export function dateOf(year: Decimal, month: Decimal, day: Decimal): string | null {
  const [y, m, d] = [year, month, day].map((part) => part.trunc().toNumber()) as [number, number, number];
  if (y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > 31) return null;
  const date = Temporal.PlainDate.from({ year: y, month: m, day: d });
  return date.day === d ? date.toString() : null;
}

/** Counts the days from the first of the month on, and asks whether that stayed in the month. */
export function dateSql(year: Sql, month: Sql, day: Sql): Sql {
  const first = sql`make_date(${integerBetween(year, 1, 9999)}, ${integerBetween(month, 1, 12)}, 1)`;
  const date = sql`(${first} + (${integerBetween(day, 1, 31)} - 1))`;
  return sql`case when extract(day from ${date}) = trunc(${day}) then ${date} end`;
}

/** The date as text where it lies in the years 1 to 9999, else null. */
export function knownDate(date: Temporal.PlainDate): string | null {
  const inside = Temporal.PlainDate.compare(date, FIRST_DAY) >= 0 && Temporal.PlainDate.compare(date, LAST_DAY) <= 0;
  return inside ? date.toString() : null;
}

/** Year -1 of make_date is 1 BC. */
export function knownDateSql(date: Sql): Sql {
  return between(date, raw("make_date(-1, 12, 31)"), raw("make_date(10000, 1, 1)"));
}
