import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { and, ident, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { FieldPath } from "@dabiao/core/records/filter.ts";
import { pageColumns, rowJson } from "./list-sql.ts";
import { type Reader, tableOf } from "./reader.ts";
import { scopeSql } from "./record-sql.ts";
import { rowTitlesSql } from "./titles-sql.ts";

/** One record as JSON text with the names of what it refers to; no row when it is out of reach. */
export function detailSql(
  reader: Reader,
  object: ObjectShape,
  id: string,
  fields: readonly FieldPath[],
  deleted: boolean,
): Sql {
  const columns = pageColumns(reader, object, fields);
  const conditions = [
    sql`"t"."id" = ${id}::uuid`,
    raw(`"t"."deleted_at" is ${deleted ? "not null" : "null"}`),
    scopeSql(reader, object, "t", "read"),
  ];
  // "offset 0" keeps the columns from being worked out once for every place they are used in.
  return sql`select ${rowJson(columns)}::text as record, ${rowTitlesSql(reader, columns.titles)} as titles
    from (select ${ident("t", "id")} as _id, ${columns.select} from ${tableOf(reader, object)} ${ident("t")}
      where ${and(conditions)} offset 0) p`;
}
