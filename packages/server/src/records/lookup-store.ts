import { objectSchema } from "@dabiao/core/model/object.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, join, raw, sql } from "@dabiao/core/platform/sql.ts";
import { world } from "../model/world.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { currentReader } from "./current-reader.ts";
import { objectOf, readableField, tableOf } from "./sql/reader.ts";
import { scopeSql } from "./sql/record-sql.ts";

export interface FoundRecord {
  readonly id: string;
  /** The text that was looked for. */
  readonly text: string;
  /** The values asked for, as JSON has them. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The records an actor may see whose field holds one of many texts, with some of their values: one round trip for all.
 * A text several records hold is found several times.
 */
export async function lookUpRecords(
  on: Workspace | Trx,
  access: Access,
  object: string,
  field: string,
  texts: readonly string[],
  values: readonly string[] = [],
): Promise<FoundRecord[]> {
  if (texts.length === 0) return [];
  const reader = await currentReader(on, access);
  const shape = objectOf(reader.world, object);
  const searched = readableField(reader, shape, field);
  const column = columnOf(searched);
  const shown = values.map((key) => sql`${key}::text, ${ident("x", columnOf(readableField(reader, shape, key)))}`);
  return await on.rows<FoundRecord>(sql`
    select x.id, ${ident("x", column)}::text as text, json_build_object(${join(shown)}) as values
    from ${tableOf(reader, shape)} x
    where ${ident("x", column)} = any(${texts}::${raw(searched.columnType ?? "text")}[]) and x.deleted_at is null and ${scopeSql(reader, shape, "x", "read")}`);
}

/** Names of records an actor may see, to compare a misspelt one with. */
export async function someRecordNames(
  on: Workspace | Trx,
  access: Access,
  object: string,
  field: string,
  most: number,
): Promise<string[]> {
  const reader = await currentReader(on, access);
  const shape: ObjectShape = objectOf(reader.world, object);
  const column = ident("x", columnOf(readableField(reader, shape, field)));
  const rows = await on.rows<{ name: string }>(sql`
    select distinct ${column} as name from ${tableOf(reader, shape)} x
    where ${column} is not null and x.deleted_at is null and ${scopeSql(reader, shape, "x", "read")}
    order by name limit ${most}`);
  return rows.map(({ name }) => name);
}

function columnOf({ key, column }: FieldShape): string {
  return column ?? key;
}

/** Those of some members to whom any record refers, deleted ones included. */
export async function membersInUse(on: Workspace | Trx, members: readonly string[]): Promise<Set<string>> {
  const definitions = await world(on);
  const used = new Set<string>();
  if (members.length === 0) return used;
  for (const { key } of definitions.list(objectSchema)) {
    const object = objectOf(definitions, key);
    for (const field of object.fields.values()) {
      if (field.target?.kind !== "member" || field.column === null) continue;
      const column = ident("x", field.column);
      const rows = await on.rows<{ id: string }>(sql`
        select m.id from unnest(${members}::uuid[]) as m (id) where exists (
          select from ${ident(on.schema, object.table)} x
          where ${field.family === "references" ? sql`m.id = any(${column})` : sql`${column} = m.id`})`);
      for (const { id } of rows) used.add(id);
    }
  }
  return used;
}

/** Whether there is any record of an object that the actor may see. */
export async function hasRecords(on: Workspace | Trx, access: Access, object: string): Promise<boolean> {
  const reader = await currentReader(on, access);
  const shape = objectOf(reader.world, object);
  const rows = await on.rows<{ id: string }>(sql`
    select x.id from ${tableOf(reader, shape)} x
    where x.deleted_at is null and ${scopeSql(reader, shape, "x", "read")} limit 1`);
  return rows.length > 0;
}
