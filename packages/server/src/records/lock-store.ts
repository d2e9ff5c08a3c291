import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { ident, join, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { LockedRecord } from "./draft.ts";
import { type Reader, tableOf } from "./sql/reader.ts";
import { type RecordAction, scopeSql } from "./sql/record-sql.ts";

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly version: number;
  readonly _deleted: Date | null;
  readonly _updated: Date;
  readonly _by: string | null;
  readonly _see: boolean;
  readonly _may: boolean;
}

/**
 * Locks records in the order of their ids, so that two batches never wait for each other, and reads the fields
 * that will be compared or derived from.
 */
export async function lockRecords(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  ids: readonly string[],
  fields: readonly FieldShape[],
  action: RecordAction,
): Promise<Map<string, LockedRecord>> {
  if (ids.length === 0) return new Map();
  const columns = fields.map(({ key, column }) => sql`${ident("t", column ?? key)} as ${ident(key)}`);
  const rows = await trx.rows<Row>(sql`
    select ${join([sql`t.id, t.version, t.deleted_at as _deleted, t.updated_at as _updated, t.updated_by as _by, ${flag(reader, object, "read")} as _see, ${flag(reader, object, action)} as _may`, ...columns])}
    from ${tableOf(reader, object)} t where t.id = any(${ids}::uuid[]) order by t.id for update of t`);
  return new Map(rows.map((row) => [row.id, lockedRecord(row, fields)]));
}

function flag(reader: Reader, object: ObjectShape, action: RecordAction): Sql {
  return sql`coalesce(${scopeSql(reader, object, "t", action)}, false)`;
}

function lockedRecord(row: Row, fields: readonly FieldShape[]): LockedRecord {
  return {
    version: row.version,
    deletedAt: row._deleted?.toISOString() ?? null,
    updatedAt: row._updated.toISOString(),
    updatedBy: row._by,
    visible: row._see,
    allowed: row._may,
    values: Object.fromEntries(fields.map(({ key }) => [key, jsonOf(row[key])])),
  };
}

function jsonOf(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : (value ?? null);
}
