import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { columnsToClear, noteColumn, readColumns, retireColumn, swapColumns, takeColumn } from "./column-store.ts";
import { typeChange } from "./convert.ts";
import { type Conversion, convertRows } from "./convert-store.ts";
import * as ddl from "./ddl-store.ts";
import { type WantedForeignKey, type WantedIndex, wantedForeignKeys, wantedIndexes } from "./indexes.ts";
import type { SchemaWork } from "./schema-op-store.ts";

/** What is left to do after an object's columns stand: by the caller, once all tables of the change exist. */
export interface TableChange {
  readonly object: string;
  readonly keys: readonly WantedForeignKey[];
  readonly few: boolean;
  readonly work: readonly SchemaWork[];
  readonly conversions: readonly Conversion[];
}

/**
 * Makes an object's table what its new body says, as far as that takes no time: a table, columns, small indexes.
 * The rest is given back as work for behind.
 *
 * @param before the body the table was made for, or null when there is no table
 * @param failures what becomes of values that do not convert to a field's new type
 */
export async function applyObject(
  trx: Trx,
  object: string,
  before: ObjectBody | null,
  after: ObjectBody,
  failures: "refuse" | "empty",
): Promise<TableChange> {
  if (before === null) return await makeTable(trx, object, after);
  const few = await ddl.hasFewRows(trx, object);
  const oldColumns = await liveColumns(trx, object);
  const still = new Set(columnedFields(after).map(({ field }) => field.key));
  for (const key of oldColumns.keys()) if (!still.has(key)) await retireColumn(trx, object, key);
  const conversions = await changeColumns(trx, object, before, after, oldColumns);
  if (few) for (const conversion of conversions) await convertNow(trx, conversion, failures);
  const columns = await liveColumns(trx, object);
  const { indexes, keys } = await changeParts(trx, object, [before, oldColumns], [after, columns]);
  if (few) for (const index of indexes) await ddl.createIndex(trx, object, index, false);
  const clear = (await columnsToClear(trx, object)).map(
    (column): SchemaWork => ({ kind: "clear_column", object, column }),
  );
  const indexWork = indexes.map((index): SchemaWork => ({ kind: "index", object, index }));
  return { object, keys, few, work: [...(few ? [] : indexWork), ...clear], conversions: few ? [] : conversions };
}

type BodyIn = readonly [body: ObjectBody, columns: ReadonlyMap<string, string>];

/** Drops the indexes and keys that are no longer wanted, and gives those that are newly wanted. */
export async function changeParts(
  trx: Trx,
  object: string,
  before: BodyIn,
  after: BodyIn,
): Promise<{ indexes: WantedIndex[]; keys: WantedForeignKey[] }> {
  const indexesOf = ([body, columns]: BodyIn) => wantedIndexes(object, body, (field) => columns.get(field));
  const keysOf = ([body, columns]: BodyIn) => wantedForeignKeys(object, body, (field) => columns.get(field));
  for (const index of without(indexesOf(before), indexesOf(after))) await ddl.dropIndex(trx, index.name);
  for (const key of without(keysOf(before), keysOf(after))) await ddl.dropForeignKey(trx, object, key.name);
  return { indexes: without(indexesOf(after), indexesOf(before)), keys: without(keysOf(after), keysOf(before)) };
}

async function makeTable(trx: Trx, object: string, body: ObjectBody): Promise<TableChange> {
  if (await ddl.tableExists(trx, object)) throw new Refusal("object_key_reserved", { key: object });
  const columns = columnedFields(body).map(({ field, type }) => ({ name: field.key, type }));
  await ddl.createTable(trx, object, columns);
  for (const { name, type } of columns) await noteColumn(trx, object, name, name, type, "live");
  const columnOf = (field: string) => columns.find(({ name }) => name === field)?.name;
  for (const index of wantedIndexes(object, body, columnOf)) await ddl.createIndex(trx, object, index, false);
  return { object, keys: wantedForeignKeys(object, body, columnOf), few: true, work: [], conversions: [] };
}

/** Adds what is new; a changed type gets a column of its own, to be filled by conversion. */
async function changeColumns(
  trx: Trx,
  object: string,
  before: ObjectBody,
  after: ObjectBody,
  columns: ReadonlyMap<string, string>,
): Promise<Conversion[]> {
  const conversions: Conversion[] = [];
  for (const { field, type } of columnedFields(after)) {
    const column = columns.get(field.key);
    const old = before.fields.find(({ key }) => key === field.key);
    if (column === undefined || !old) {
      await takeColumn(trx, object, field.key, type, "live");
      continue;
    }
    const change = typeChange(old, field);
    if (change === "impossible") {
      throw new Refusal("field_not_convertible", { field: field.key, from: old.type, to: field.type });
    }
    if (change !== "convert") continue;
    const to = await takeColumn(trx, object, field.key, type, "building");
    conversions.push({ object, before: old, after: field, from: column, to, toType: type });
  }
  return conversions;
}

async function convertNow(trx: Trx, conversion: Conversion, failures: "refuse" | "empty"): Promise<void> {
  const { object, after, from, to } = conversion;
  const { failed, examples } = await convertRows(trx, conversion);
  if (failed > 0 && failures === "refuse") {
    throw new Refusal("field_conversion", { field: after.key, count: failed, example: examples[0]?.value ?? "" });
  }
  await swapColumns(trx, object, after.key, from, to);
}

/** The column of each field that has one in use. */
export async function liveColumns(trx: Trx, object: string): Promise<Map<string, string>> {
  const rows = await readColumns(trx, object);
  return new Map(rows.filter(({ state }) => state === "live").map(({ field, name }) => [field, name]));
}

/** Fields with a column; archived ones keep theirs. */
function columnedFields(body: ObjectBody): { field: FieldBody; type: string }[] {
  return body.fields.flatMap((field) => {
    const known = fieldType(field.type);
    const settings = known?.settings.safeParse(field.settings);
    const type = settings?.success ? known?.column(settings.data) : null;
    return type ? [{ field, type }] : [];
  });
}

function without<Part extends WantedIndex | WantedForeignKey>(parts: readonly Part[], others: readonly Part[]): Part[] {
  const there = new Set(others.map((part) => JSON.stringify(part)));
  return parts.filter((part) => !there.has(JSON.stringify(part)));
}
