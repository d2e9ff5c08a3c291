import { raw, type Sql, sql } from "../platform/sql.ts";

/**
 * The value where it lies strictly between the two ends, else null; null stays null. Written so that the value
 * stands in the SQL once (`least` and `greatest` skip nulls): a CASE would write it twice, and nesting doubles that.
 */
export function between(value: Sql, below: Sql, above: Sql): Sql {
  return sql`nullif(greatest(nullif(least(${value}, ${above}), ${above}), ${below}), ${below})`;
}

/** A number cut to a whole one from `least` to `most` as an integer of PostgreSQL; null outside. */
export function integerBetween(value: Sql, least: number, most: number): Sql {
  return sql`${between(sql`trunc(${value})`, raw(`${least - 1}`), raw(`${most + 1}`))}::int`;
}
