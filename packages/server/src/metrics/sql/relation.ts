import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { literal } from "./inline.ts";

/** The records of an object as they are now. */
export function liveRecords(schema: string, object: string): Sql {
  return ident(schema, object);
}

/**
 * The records as they were known at a moment, rebuilt from the change log: of every field changed since, the value
 * before the first change since; records made since are left out, records deleted since are back. Cost follows what
 * changed since, plus one pass over the records.
 */
export function recordsAsOf(schema: string, object: string, instant: Sql): Sql {
  const changed = sql`select c.record_id, c.op, c.before, c.at, c.id from ${ident(schema, "change")} c
    where c.object = ${raw(literal(object))} and c.at > ${instant}`;
  return sql`(select p.* from ${ident(schema, object)} w
    left join (${undone(changed)}) u on u.record_id = w.id
    cross join lateral jsonb_populate_record(w, coalesce(u.fields, '{}'::jsonb)) p
    where u.made is not true)`;
}

/** Of changes, per record: the earliest `before` of every field, and whether the record was made among them. */
export function undone(changes: Sql): Sql {
  return sql`select e.record_id, jsonb_object_agg(e.key, e.value) filter (where e.key is not null) as fields, bool_or(e.op = 'create') as made
    from (select distinct on (c.record_id, b.key) c.record_id, b.key, b.value, c.op
      from (${changes}) c left join lateral jsonb_each(c.before) b on true
      order by c.record_id, b.key, c.at, c.id) e group by e.record_id`;
}
