import type { Fact } from "@dabiao/core/metrics/aggregate-facts.ts";
import type { AggregateTree } from "@dabiao/core/metrics/leaves.ts";
import { ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import { objectOf, type Reader } from "../records/sql/reader.ts";

/** All changes of one record at one moment. */
export interface RecordEvent {
  readonly at: Date;
  readonly id: string;
  readonly memberId: string | null;
  readonly op: string;
  readonly fields: readonly string[];
  readonly title: string | null;
}

/** The latest events after a moment on a metric's records, oldest first; changed split rows count as events of their record. */
export async function recordEvents(
  on: Runner,
  reader: Reader,
  leaf: AggregateTree,
  since: Date,
  limit: number,
): Promise<RecordEvent[]> {
  const { measure } = leaf;
  const object = objectOf(reader.world, measure.object);
  const name = object.fields.get(object.nameField);
  const title = name?.column ? ident("r", name.column) : raw("null");
  const rows = await on.rows<RecordEvent>(sql`
    with e as (${changesOf(on.schema, leaf, since)}),
    g as (select e.at, e.id, min(e.member_id::text)::uuid as "memberId", min(e.op) as op, array_agg(distinct k.key) filter (where k.key is not null) as fields
      from e left join lateral (select jsonb_object_keys(e.after) as key) k on true where e.id is not null group by e.at, e.id
      order by e.at desc, e.id desc limit ${raw(String(limit))})
    select g.at, g.id, g."memberId", g.op, coalesce(g.fields, '{}') as fields, (${title})::text as title
    from g left join ${ident(on.schema, object.table)} r on r.id = g.id order by g.at, g.id`);
  return rows;
}

/** The records a metric's changes since a moment were about. */
export async function changedRecords(on: Runner, leaf: AggregateTree, since: Date, limit: number): Promise<string[]> {
  const rows = await on.rows<{ id: string }>(
    sql`select distinct e.id from (${changesOf(on.schema, leaf, since)}) e where e.id is not null order by e.id limit ${raw(String(limit))}`,
  );
  return rows.map(({ id }) => id);
}

function changesOf(schema: string, { measure }: AggregateTree, since: Date): Sql {
  const after = sql`c.at > ${since.toISOString()}::timestamptz`;
  const table = ident(schema, "change");
  const own = sql`select c.at, c.record_id as id, c.member_id, c.op, c.after from ${table} c where c.object = ${measure.object} and ${after}`;
  if (measure.credit.kind !== "split") return own;
  const { split, record } = measure.credit;
  const row = sql`(select ${ident("s", record)} from ${ident(schema, split)} s where s.id = c.record_id)`;
  const shares = sql`select c.at, t.id::uuid as id, c.member_id, 'update'::text as op, c.after from ${table} c,
    lateral (values (c.before ->> ${record}), (c.after ->> ${record}), (${row}::text)) t(id) where c.object = ${split} and ${after} and t.id is not null`;
  return sql`${own} union ${shares}`;
}

/** Facts of a cell as text, for computing in decimals. */
export async function readFacts(on: Runner, verdicts: Sql, limit: number): Promise<Fact[]> {
  return await on.rows(sql`select a.id, a.member, a.day::text as day, a.v::text as v, a.w::text as w, a.n::text as n
    from (${verdicts}) a where cardinality(a.out) = 0 order by a.id limit ${raw(String(limit))}`);
}
