import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { literal } from "./inline.ts";

/** The records of an object as they are now, or those of them asked for. */
export function liveRecords(schema: string, object: ObjectShape, only: readonly string[] | null = null): Sql {
  const table = ident(schema, object.table);
  return only === null ? table : sql`(select w.* from ${table} w where w.id = any(${only}::uuid[]))`;
}

/**
 * The records as they were known at a moment, rebuilt from the change log: of every field changed since, the value
 * before the first change since; records made since are left out, records deleted since are back, purged ones are
 * not. Cost follows what changed since, plus one pass over the records, or over `only` those asked for.
 */
export function recordsAsOf(
  schema: string,
  object: ObjectShape,
  instant: Sql,
  only: readonly string[] | null = null,
): Sql {
  const among = (column: string) => (only === null ? raw("") : sql` and ${raw(column)} = any(${only}::uuid[])`);
  const changed = sql`select c.record_id, c.op, c.before, c.at, c.id from ${ident(schema, "change")} c
    where c.object = ${raw(literal(object.key))} and c.at > ${instant}${among("c.record_id")}`;
  return sql`(select p.* from ${ident(schema, object.table)} w
    left join (${undone(changed, columnName(object))}) u on u.record_id = w.id
    cross join lateral jsonb_populate_record(w, coalesce(u.fields, '{}'::jsonb)) p
    where u.made is not true${among("w.id")})`;
}

/** Of changes, per record: the earliest `before` of every field, and whether the record was made among them. */
function undone(changes: Sql, column: Sql): Sql {
  return sql`select e.record_id, jsonb_object_agg(${column}, e.value) filter (where e.key is not null) as fields, bool_or(e.op = 'create') as made
    from (select distinct on (c.record_id, b.key) c.record_id, b.key, b.value, c.op
      from (${changes}) c left join lateral jsonb_each(c.before) b on true
      order by c.record_id, b.key, c.at, c.id) e group by e.record_id`;
}

/** The change log speaks of fields by key; a few columns have another name, where a deleted field's column was used again. */
function columnName(object: ObjectShape): Sql {
  const renamed = [...object.fields.values()].filter(({ key, column }) => column !== null && column !== key);
  if (renamed.length === 0) return raw("e.key");
  const names = Object.fromEntries(renamed.map(({ key, column }) => [key, column]));
  return sql`coalesce(${JSON.stringify(names)}::jsonb ->> e.key, e.key)`;
}
