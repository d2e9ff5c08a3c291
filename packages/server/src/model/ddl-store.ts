import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";
import type { WantedForeignKey, WantedIndex } from "./indexes.ts";
import { objectName } from "./names.ts";

/** Below this many rows an index or a conversion takes no time worth noticing and is done at once. */
const FEW_ROWS = 10_000;
/** Tables the product itself keeps, which objects refer to. */
const FIXED_TARGETS: readonly string[] = ["member", "unit"];

/** A long wait for a table would queue every reader behind it: rather give up and try again. */
export async function limitWaiting(trx: Trx): Promise<void> {
  await trx.rows(sql`set local lock_timeout = '2s'`);
}

/** Keeps readers and writers out until the transaction ends: for a swap of columns, well under a second. */
export async function lockTable(trx: Trx, object: string): Promise<void> {
  await trx.rows(sql`lock table ${ident(trx.schema, object)} in access exclusive mode`);
}

export async function tableExists(on: Runner, object: string): Promise<boolean> {
  const [row] = await on.rows<{ found: boolean }>(
    sql`select to_regclass(${`"${on.schema}"."${object}"`}) is not null as found`,
  );
  return row?.found ?? false;
}

export async function hasFewRows(on: Runner, object: string): Promise<boolean> {
  const [row] = await on.rows<{ count: string }>(
    sql`select count(*) as count from (select 1 from ${ident(on.schema, object)} limit ${FEW_ROWS + 1}) few`,
  );
  return Number(row?.count) <= FEW_ROWS;
}

/** Makes an object's table with the columns every record has and one per field. */
export async function createTable(
  trx: Trx,
  object: string,
  columns: readonly { readonly name: string; readonly type: string }[],
): Promise<void> {
  const constraint = (part: string) => ident(objectName(object, [part], "c"));
  const own = columns.map(({ name, type }) => sql`, ${ident(name)} ${raw(type)}`);
  await trx.rows(sql`
    create table ${ident(trx.schema, object)} (
      id uuid constraint ${constraint("pk")} primary key,
      version integer not null,
      owner uuid constraint ${constraint("owner")} references ${ident(trx.schema, "member")} (id),
      created_at timestamptz not null,
      created_by uuid,
      updated_at timestamptz not null,
      updated_by uuid,
      deleted_at timestamptz,
      search text[] not null default '{}'
      ${join(own, "")}
    )`);
}

export async function dropTable(trx: Trx, object: string): Promise<void> {
  await trx.rows(sql`drop table if exists ${ident(trx.schema, object)}`);
  await trx.rows(sql`delete from ${ident(trx.schema, "object_column")} where object = ${object}`);
  await trx.rows(sql`delete from ${ident(trx.schema, "autonumber")} where object = ${object}`);
}

/** @param concurrently outside a transaction only; an index left invalid by a failure is dropped first */
export async function createIndex(
  on: Runner,
  object: string,
  index: WantedIndex,
  concurrently: boolean,
): Promise<void> {
  if (concurrently) await dropInvalidIndex(on, index.name);
  const start = sql`create ${raw(index.unique ? "unique index" : "index")} ${raw(concurrently ? "concurrently" : "")} if not exists`;
  const where: Sql = index.where === null ? sql`` : sql`where ${raw(index.where)}`;
  await on.rows(
    sql`${start} ${ident(index.name)} on ${ident(on.schema, object)} using ${raw(index.method)} (${raw(index.columns)}) ${where}`,
  );
}

export async function dropIndex(on: Runner, name: string): Promise<void> {
  await on.rows(sql`drop index if exists ${ident(on.schema, name)}`);
}

async function dropInvalidIndex(on: Runner, name: string): Promise<void> {
  const [row] = await on.rows<{ invalid: boolean }>(sql`
    select not indisvalid as invalid from pg_index where indexrelid = to_regclass(${`"${on.schema}"."${name}"`})`);
  if (row?.invalid) await on.rows(sql`drop index concurrently if exists ${ident(on.schema, name)}`);
}

/** Adds the key unproven: new rows are held to it at once, old ones are proven in the background. */
export async function addForeignKey(trx: Trx, object: string, key: WantedForeignKey, proven: boolean): Promise<void> {
  await trx.rows(sql`
    alter table ${ident(trx.schema, object)} add constraint ${ident(key.name)}
    foreign key (${ident(key.column)}) references ${ident(trx.schema, key.target)} (id) ${raw(proven ? "" : "not valid")}`);
}

export async function validateForeignKey(on: Runner, object: string, name: string): Promise<void> {
  await on.rows(sql`alter table ${ident(on.schema, object)} validate constraint ${ident(name)}`);
}

export async function dropForeignKey(trx: Trx, object: string, name: string): Promise<void> {
  await trx.rows(sql`alter table ${ident(trx.schema, object)} drop constraint if exists ${ident(name)}`);
}

/** Whether a foreign key can point at the target: an object without a table yet gets its key when it has one. */
export async function canReference(on: Runner, target: string): Promise<boolean> {
  return FIXED_TARGETS.includes(target) || (await tableExists(on, target));
}
