import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, join, raw, sql } from "@dabiao/core/platform/sql.ts";
import { recordTerms } from "@dabiao/core/records/record-terms.ts";
import { SEARCH_COLUMN } from "@dabiao/core/records/search-terms.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Cause, KEYS, keepOrSet, logSql, recordset } from "./apply-store.ts";

/** A record on its way back: what it was before a cause touched it. */
export interface Reversal {
  readonly id: string;
  /** Made by the cause: it goes away again. */
  readonly created: boolean;
  /** When the cause first touched it. */
  readonly since: Date;
  /** The version it had before. */
  readonly version: number;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** Takes records away as if they had never been; the log says that they were. */
export async function removeRecords(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  records: readonly Reversal[],
): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ id, after }) => ({
    id,
    _change: newId(),
    _op: "purge",
    _version: 0,
    _before: after,
    _after: null,
  }));
  await trx.rows(sql`
    with ${recordset(rows, [])},
    o as (delete from ${ident(trx.schema, "ownership")} o using r where o.record_object = ${object.key} and o.record_id = r.id),
    w as (delete from ${ident(trx.schema, object.table)} t using r where t.id = r.id)
    ${logSql(trx, cause)}`);
}

/** Puts the values before back, those of version, editor and recycle bin among them. */
export async function reverseRecords(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  records: readonly Reversal[],
  searched: readonly FieldShape[],
): Promise<void> {
  if (records.length === 0) return;
  const fields = [...object.fields.values()].filter(
    ({ key, column }) => column !== null && records.some(({ before }) => key in before),
  );
  const columns = fields.map((field) => ({ name: field.column ?? field.key, type: field.columnType ?? "text" }));
  const rows = records.map((record) => ({
    id: record.id,
    _keys: fields.filter(({ key }) => key in record.before).map(({ column, key }) => column ?? key),
    ...Object.fromEntries(fields.map(({ key, column }) => [column ?? key, record.before[key] ?? null])),
    _change: newId(),
    _op: opOf(record),
    _version: record.version,
    _before: record.after,
    _after: record.before,
  }));
  const sets = columns.map(({ name }) => keepOrSet(name));
  await trx.rows(sql`
    with ${recordset(rows, [...columns, KEYS])},
    w as (update ${ident(trx.schema, object.table)} t set ${join([raw("version = r._version"), ...sets])} from r where t.id = r.id)
    ${logSql(trx, cause)}`);
  await restoreOwners(
    trx,
    object.key,
    records.filter(({ before }) => "owner" in before),
  );
  await restoreTerms(
    trx,
    object,
    records.filter(({ before }) => searched.some(({ key }) => key in before)),
    searched,
  );
}

function opOf({ before, after }: Reversal): "update" | "delete" | "restore" {
  if (!("deleted_at" in before) || (before["deleted_at"] ?? null) === (after["deleted_at"] ?? null)) return "update";
  return before["deleted_at"] === null ? "restore" : "delete";
}

/** Stays that began since are gone and the one before goes on; a first owner alone needs no row. */
async function restoreOwners(trx: Trx, object: string, records: readonly Reversal[]): Promise<void> {
  if (records.length === 0) return;
  const table = ident(trx.schema, "ownership");
  const since = sql`unnest(${records.map(({ id }) => id)}::uuid[], ${records.map((record) => record.since.toISOString())}::timestamptz[]) as s (id, at)`;
  const mine = sql`o.record_object = ${object} and o.record_id = s.id`;
  await trx.rows(sql`delete from ${table} o using ${since} where ${mine} and o.from_at >= s.at`);
  await trx.rows(sql`update ${table} o set to_at = null from ${since} where ${mine} and o.to_at >= s.at`);
  await trx.rows(sql`
    delete from ${table} o using ${since} where ${mine} and o.to_at is null
    and not exists (select from ${table} e where e.record_object = o.record_object and e.record_id = o.record_id and e.from_at < o.from_at)`);
}

async function restoreTerms(
  trx: Trx,
  object: ObjectShape,
  records: readonly Reversal[],
  searched: readonly FieldShape[],
): Promise<void> {
  if (records.length === 0) return;
  const columns = searched.map(({ key, column }) => sql`${ident("t", column ?? key)} as ${ident(key)}`);
  const rows = await trx.rows<Record<string, unknown> & { id: string }>(sql`
    select ${join([raw("t.id"), ...columns])} from ${ident(trx.schema, object.table)} t
    where t.id = any(${records.map(({ id }) => id)}::uuid[])`);
  const terms = rows.map((row) => ({ id: row.id, [SEARCH_COLUMN]: recordTerms(object, row) }));
  await trx.rows(sql`
    update ${ident(trx.schema, object.table)} t set ${ident(SEARCH_COLUMN)} = r.${ident(SEARCH_COLUMN)}
    from json_to_recordset(${JSON.stringify(terms)}::json) as r (id uuid, ${ident(SEARCH_COLUMN)} text[]) where t.id = r.id`);
}
