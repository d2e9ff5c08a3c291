import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { ObjectColumnRow } from "./tables.ts";

/** PostgreSQL counts removed columns too and stops at 1,600; what is left is room for the product itself. */
const COLUMNS_MAX = 1_500;
/** Removed fields whose values are kept, per object, so that a removal can be taken back. */
export const RETIRED_KEPT = 20;

export async function readColumns(on: Runner, object: string): Promise<ObjectColumnRow[]> {
  return on.rows<ObjectColumnRow>(
    sql`select * from ${ident(on.schema, "object_column")} where object = ${object} order by at, name`,
  );
}

/**
 * Gives a field a column: its own from before with its values, a free one of the same type, or a new one.
 *
 * @param state `building` while values are being converted into it; such a column never brings old values back
 * @throws Refusal `object_columns` when the table has had too many columns and none is free yet
 */
export async function takeColumn(
  trx: Trx,
  object: string,
  field: string,
  type: string,
  state: "live" | "building",
): Promise<string> {
  const columns = await readColumns(trx, object);
  const same = columns.filter((column) => column.type === type);
  const own =
    state === "live" ? same.findLast((column) => column.state === "retired" && column.field === field) : undefined;
  if (own) return await assign(trx, object, own.name, own.name, field, state);
  const name = freeName(field, columns);
  const free = same.find((column) => column.state === "free");
  if (free) {
    await trx.rows(sql`alter table ${ident(trx.schema, object)} rename column ${ident(free.name)} to ${ident(name)}`);
    return await assign(trx, object, free.name, name, field, state);
  }
  await demandRoom(trx, object);
  await trx.rows(sql`alter table ${ident(trx.schema, object)} add column ${ident(name)} ${raw(type)}`);
  await noteColumn(trx, object, name, field, type, state);
  return name;
}

export async function noteColumn(
  trx: Trx,
  object: string,
  name: string,
  field: string,
  type: string,
  state: "live" | "building",
): Promise<void> {
  await trx.rows(sql`
    insert into ${ident(trx.schema, "object_column")} (object, name, field, type, state, at)
    values (${object}, ${name}, ${field}, ${type}, ${state}, ${trx.now})`);
}

/** Takes a field's column out of use. Its values stay until so many others were removed after it. */
export async function retireColumn(trx: Trx, object: string, field: string): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "object_column")} set state = 'retired', at = ${trx.now}
    where object = ${object} and field = ${field} and state = 'live'`);
}

/**
 * Columns whose values may go: those removed before the last `RETIRED_KEPT`, and what a conversion left.
 * Those whose clearing is already waiting are not named again.
 */
export async function columnsToClear(on: Runner, object: string): Promise<string[]> {
  const retired = await on.rows<{ name: string; field: string; waits: boolean }>(sql`
    select c.name, c.field, exists (
      select 1 from ${ident(on.schema, "schema_op")} o
      where o.kind = 'clear_column' and o.object = c.object and o.payload ->> 'column' = c.name
        and o.state in ('pending', 'running')) as waits
    from ${ident(on.schema, "object_column")} c
    where c.object = ${object} and c.state = 'retired' order by c.at, c.name`);
  const removed = retired.filter(({ field }) => field !== "");
  const kept = new Set(removed.slice(-RETIRED_KEPT));
  return retired.filter((column) => !kept.has(column) && !column.waits).map(({ name }) => name);
}

/**
 * Takes a retired column from its field for good, so that nobody brings it back while it is being emptied.
 *
 * @returns false when the column is in use again or gone: then nothing may be emptied
 */
export async function giveUpColumn(on: Runner, object: string, name: string): Promise<boolean> {
  const rows = await on.rows(sql`
    update ${ident(on.schema, "object_column")} set field = ''
    where object = ${object} and name = ${name} and state = 'retired' returning name`);
  return rows.length > 0;
}

export async function freeColumn(on: Runner, object: string, name: string): Promise<void> {
  await on.rows(sql`
    update ${ident(on.schema, "object_column")} set state = 'free', field = ''
    where object = ${object} and name = ${name} and state = 'retired'`);
}

/**
 * After a conversion: the new column holds the field. The old one is renamed, so that a writer who still goes by
 * the definitions of a moment ago fails and tries again instead of writing where nobody reads.
 */
export async function swapColumns(trx: Trx, object: string, field: string, from: string, to: string): Promise<void> {
  const away = freeName(`${field.slice(0, 36)}_old`, await readColumns(trx, object));
  const table = ident(trx.schema, "object_column");
  await trx.rows(sql`alter table ${ident(trx.schema, object)} rename column ${ident(from)} to ${ident(away)}`);
  await trx.rows(sql`
    update ${table} set name = ${away}, field = '', state = 'retired', at = ${trx.now} where object = ${object} and name = ${from}`);
  await trx.rows(sql`update ${table} set state = 'live', at = ${trx.now} where object = ${object} and name = ${to}`);
}

/** A conversion that came to nothing leaves its half-filled column to be cleared. */
export async function abandonColumn(trx: Trx, object: string, name: string): Promise<void> {
  await trx.rows(sql`
    update ${ident(trx.schema, "object_column")} set state = 'retired', field = '', at = ${trx.now}
    where object = ${object} and name = ${name} and state = 'building'`);
}

async function assign(
  trx: Trx,
  object: string,
  from: string,
  name: string,
  field: string,
  state: string,
): Promise<string> {
  await trx.rows(sql`
    update ${ident(trx.schema, "object_column")} set name = ${name}, field = ${field}, state = ${state}, at = ${trx.now}
    where object = ${object} and name = ${from}`);
  return name;
}

/** The field's key, or with a number behind it where an older column still has that name. */
function freeName(field: string, columns: readonly ObjectColumnRow[]): string {
  const taken = new Set(columns.map(({ name }) => name));
  if (!taken.has(field)) return field;
  for (let number = 2; ; number++) if (!taken.has(`${field}__${number}`)) return `${field}__${number}`;
}

async function demandRoom(trx: Trx, object: string): Promise<void> {
  const [row] = await trx.rows<{ used: number }>(sql`
    select count(*)::int as used from pg_attribute
    where attrelid = to_regclass(${`"${trx.schema}"."${object}"`}) and attnum > 0`);
  if ((row?.used ?? 0) >= COLUMNS_MAX) throw new Refusal("object_columns", { object, limit: COLUMNS_MAX });
}
