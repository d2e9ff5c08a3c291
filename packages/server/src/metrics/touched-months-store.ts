import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

/** Where records of an object lie in time. */
export interface RecordDate {
  readonly object: string;
  readonly table: string;
  readonly key: string;
  readonly column: string;
  readonly family: "date" | "datetime";
}

/** Of more changes than this it is simply said that they touch everything. */
const CHANGES_MAX = 2_000;

/**
 * First days of the natural months in which changed records lay before, lie after, and lie now; null when there are
 * too many changes to tell. An instant counts for the months it can lie in on any clock on earth.
 *
 * @param changes rows of `change`
 */
export async function touchedMonths(on: Runner, date: RecordDate, changes: Sql): Promise<string[] | null> {
  const type = raw(date.family === "date" ? "date" : "timestamptz");
  const rows = await on.rows<{ months: string[] | null; count: string }>(sql`
    with p as materialized (${changes} limit ${raw(String(CHANGES_MAX + 1))}),
    v as (
      select (p.before ->> ${date.key})::${type} as at from p
      union all select (p.after ->> ${date.key})::${type} from p
      union all select ${ident("r", date.column)} from ${ident(on.schema, date.table)} r where r.id = any(array(select record_id from p)))
    select array_agg(distinct date_trunc('month', t.day)::date) as months, (select count(*) from p) as count
    from v, lateral (${daysOf(date)}) t(day) where v.at is not null`);
  const [{ months, count } = { months: null, count: "0" }] = rows;
  return Number(count) > CHANGES_MAX ? null : (months ?? []);
}

function daysOf(date: RecordDate): Sql {
  if (date.family === "date") return raw("values (v.at::timestamp)");
  return raw(
    "values ((v.at - interval '38 hours') at time zone 'UTC'), ((v.at + interval '38 hours') at time zone 'UTC')",
  );
}
