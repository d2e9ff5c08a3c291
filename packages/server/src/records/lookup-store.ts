import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, join, sql } from "@dabiao/core/platform/sql.ts";
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
  const column = columnOf(readableField(reader, shape, field));
  const shown = values.map((key) => sql`${key}::text, ${ident("x", columnOf(readableField(reader, shape, key)))}`);
  return await on.rows<FoundRecord>(sql`
    select x.id, ${ident("x", column)} as text, json_build_object(${join(shown)}) as values
    from ${tableOf(reader, shape)} x
    where ${ident("x", column)} = any(${texts}::text[]) and x.deleted_at is null and ${scopeSql(reader, shape, "x", "read")}`);
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
