import { setImmediate } from "node:timers/promises";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { recordTerms } from "@dabiao/core/records/record-terms.ts";
import { SEARCH_COLUMN } from "@dabiao/core/records/search-terms.ts";
import type { WriteBatch } from "@dabiao/core/records/write-batch.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Draft, valueAfter } from "./draft.ts";
import { columnText, textArray } from "./sql/text-array.ts";

/** What stands in every change row of a batch. */
export type Cause = Pick<WriteBatch, "object" | "source" | "cause"> & { readonly memberId: string | null };

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** New rows written by one statement. */
const SLICE = 500;

/** Columns of the change a row comes with, beside its own. */
const CHANGE_COLUMNS = "_change uuid, _op text, _version int, _before jsonb, _after jsonb";

/**
 * Writes new records with their changes in one statement per slice. The rows travel as one list per column, so the
 * statement's text does not depend on how many there are and stays prepared.
 */
export async function insertRecords(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  drafts: readonly Draft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const given = fieldsOf(object, drafts, ["owner", "created_at", "created_by"]);
  const history = ["owner", "created_at", "created_by"].filter((name) => !given.some(({ key }) => key === name));
  const system = ["id", "version", "updated_at", "updated_by", ...history];
  const value: Readonly<Record<string, Sql>> = {
    id: raw("r.id"),
    version: raw("1"),
    owner: raw("null::uuid"),
    created_at: sql`${trx.now}::timestamptz`,
    created_by: sql`${cause.memberId}::uuid`,
    updated_at: sql`${trx.now}::timestamptz`,
    updated_by: sql`${cause.memberId}::uuid`,
  };
  const names = [...system, ...given.map(({ key, column }) => column ?? key), SEARCH_COLUMN];
  const insert = (slice: readonly Draft[]) =>
    trx.rows(sql`
    with ${createdSql(object, slice, given)},
    w as (insert into ${ident(trx.schema, object.table)} (${join(names.map((name) => ident(name)))})
      select ${join([
        ...system.map((name) => value[name] ?? raw("null")),
        ...given.map((field, index) => sql`${ident("r", `v${index}`)}::${raw(columnOf(field).type)}`),
        raw("string_to_array(r._terms, ' ')"),
      ])}
      from r)
    ${logSql(trx, cause)}`);
  // The next slice is put together while PostgreSQL writes the ones before.
  const written: Promise<unknown>[] = [];
  for (const slice of slicesOf(drafts)) {
    const one = insert(slice);
    one.catch(() => undefined);
    written.push(one);
    await setImmediate();
  }
  await Promise.all(written);
}

function slicesOf(drafts: readonly Draft[]): (readonly Draft[])[] {
  const count = Math.ceil(drafts.length / SLICE);
  return Array.from({ length: count }, (_, index) => drafts.slice(index * SLICE, (index + 1) * SLICE));
}

/** New rows as they travel: their values for the columns and once more for the change; no search term has a blank in it. */
function createdSql(object: ObjectShape, drafts: readonly Draft[], given: readonly FieldShape[]): Sql {
  const lists = [
    drafts.map(({ id }) => id),
    drafts.map(() => newId()),
    drafts.map(({ values }) => recordTerms(object, values).join(" ")),
    drafts.map(({ values }) => JSON.stringify(values)),
    ...given.map((field) => {
      const { type } = columnOf(field);
      return drafts.map(({ values }) => columnText(values[field.key], type));
    }),
  ];
  const own = given.map((_field, index) => raw(`v${index}`));
  return sql`r as materialized (
      select ${join([raw("t.id::uuid, t._change::uuid, t._terms, t._after::jsonb"), ...own])}, 'create' as _op, 1 as _version, null::jsonb as _before
      from unnest(${join(lists.map((texts) => sql`${textArray(texts)}::text[]`))}) as t (${join([raw("id, _change, _terms, _after"), ...own])}))`;
}

/** Writes changed, deleted and restored records with their changes in one statement. */
export async function updateRecords(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  drafts: readonly Draft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const given = fieldsOf(object, drafts, []);
  const searched = given.some(({ type }) => type.searchable);
  const columns: Column[] = [
    ...given.map(columnOf),
    { name: "deleted_at", type: "timestamptz" },
    ...(searched ? [{ name: SEARCH_COLUMN, type: "text[]" }] : []),
  ];
  const rows = drafts.map((draft) => {
    const values = changedColumns(trx, object, given, draft);
    const version = (draft.before?.version ?? 0) + 1;
    return {
      id: draft.id,
      ...values,
      _keys: Object.keys(values),
      ...changeOf(draft, version, beforeOf(draft), afterOf(trx, draft)),
    };
  });
  const sets = columns.map(({ name }) => keepOrSet(name));
  await trx.rows(sql`
    with ${recordset(rows, [...columns, KEYS])},
    w as (update ${ident(trx.schema, object.table)} t
      set ${join([sql`version = r._version, updated_at = ${trx.now}::timestamptz, updated_by = ${cause.memberId}::uuid`, ...sets])}
      from r where t.id = r.id)
    ${logSql(trx, cause)}`);
}

/** Every row sets its own columns and keeps the others: the drafts of a batch may differ in what they change. */
function changedColumns(
  trx: Trx,
  object: ObjectShape,
  given: readonly FieldShape[],
  draft: Draft,
): Record<string, unknown> {
  if (draft.op !== "update") return { deleted_at: deletedAt(trx, draft) };
  const mine = given.filter(({ key }) => key in draft.values);
  const terms = { [SEARCH_COLUMN]: recordTerms(object, { ...draft.before?.values, ...draft.values }) };
  return { ...valuesOf(mine, draft), ...(mine.some(({ type }) => type.searchable) ? terms : {}) };
}

/** The names of the columns a row sets. */
export const KEYS: Column = { name: "_keys", type: "text[]" };

export function keepOrSet(name: string): Sql {
  return sql`${ident(name)} = case when ${name} = any(r._keys) then ${ident("r", name)} else ${ident("t", name)} end`;
}

/** Ends records for good; their last state stays in the change log. */
export async function purgeRecords(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  drafts: readonly Draft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({ id: draft.id, ...changeOf(draft, 0, { ...draft.before?.values }, null) }));
  await trx.rows(sql`
    with ${recordset(rows, [])},
    w as (delete from ${ident(trx.schema, object.table)} t using r where t.id = r.id)
    ${logSql(trx, cause)}`);
}

export function recordset(rows: readonly object[], columns: readonly Column[]): Sql {
  const own = columns.map(({ name, type }) => sql`${ident(name)} ${raw(type)}`);
  return sql`r as materialized (select * from json_to_recordset(${JSON.stringify(rows)}::json)
    as r (${join([sql`id uuid, ${raw(CHANGE_COLUMNS)}`, ...own])}))`;
}

export function logSql(trx: Trx, { object, memberId, source, cause }: Cause): Sql {
  return sql`, c as (insert into ${ident(trx.schema, "change")}
      (id, at, member_id, object, record_id, op, version, before, after, source, cause)
      select r._change, ${trx.now}::timestamptz, ${memberId}::uuid, ${object}, r.id, r._op, r._version, r._before, r._after, ${source}, ${cause} from r)
    insert into ${ident(trx.schema, "change_pending")} (change_id) select r._change from r`;
}

function changeOf(draft: Draft, version: number, before: object | null, after: object | null) {
  return { _change: newId(), _op: draft.op, _version: version, _before: before, _after: after };
}

/** The fields that change, and the columns that said when and by whom: undoing puts those back, too. */
function beforeOf({ op, values, before }: Draft): object | null {
  if (!before) return null;
  const own = op === "update" ? Object.keys(values).map((key) => [key, before.values[key] ?? null]) : [];
  const when = { updated_at: before.updatedAt, updated_by: before.updatedBy };
  return { ...Object.fromEntries(own), ...(op === "update" ? {} : { deleted_at: before.deletedAt }), ...when };
}

function afterOf(trx: Trx, draft: Draft): object {
  return draft.op === "update" ? draft.values : { deleted_at: deletedAt(trx, draft) };
}

function deletedAt(trx: Trx, { op }: Draft): string | null {
  return op === "delete" ? trx.now.toISOString() : null;
}

/** The fields that any of the drafts sets. */
function fieldsOf(object: ObjectShape, drafts: readonly Draft[], system: readonly string[]): FieldShape[] {
  const keys = new Set(drafts.flatMap(({ values }) => Object.keys(values)));
  return [...object.fields.values()].filter(
    ({ key, column, system: own }) =>
      keys.has(key) && column !== null && (!own || key === "owner" || system.includes(key)),
  );
}

function columnOf(field: FieldShape): Column {
  return { name: field.column ?? field.key, type: field.columnType ?? "text" };
}

function valuesOf(fields: readonly FieldShape[], draft: Draft): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field.column ?? field.key, valueAfter(draft, field.key)]));
}
