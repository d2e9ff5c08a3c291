import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { type CursorValue, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { ident, join, or, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Sort } from "@dabiao/core/records/filter.ts";
import { scalarType } from "./json-sql.ts";
import type { Reader } from "./reader.ts";
import { pathSql } from "./record-sql.ts";

/** Columns that are never null need no word about nulls, and so find their index. */
const NEVER_NULL: ReadonlySet<string> = new Set(["id", "version", "created_at", "updated_at"]);

/** One level of an order: where it comes from, and its column in the page that is being read. */
export interface SortKey {
  readonly column: string;
  readonly expression: Sql;
  readonly type: string;
  readonly descending: boolean;
  readonly nullable: boolean;
  readonly collation: Sql;
}

/**
 * The levels of a list's order, the record's id at the end so that ties have one, too. It follows the direction of the level
 * before: then the whole order is one index read forwards or backwards. Empty values come last either way.
 *
 * @throws Refusal `field_not_sortable`, `field_not_readable`
 */
export function sortKeys(reader: Reader, object: ObjectShape, sorts: readonly Sort[], alias: string): SortKey[] {
  const keys = sorts.map(({ field: path, descending }, index): SortKey => {
    const { expression, field, masked } = pathSql(reader, object, path, alias);
    const type = scalarType(field.family);
    const order = path.join(".");
    if (type === null) throw new Refusal("field_not_sortable", { field: order });
    if (masked) throw new Refusal("field_masked", { object: object.key, field: order });
    const collation = field.family === "text" ? raw(` collate "zh-x-icu"`) : raw("");
    const nullable = !(path.length === 1 && NEVER_NULL.has(order));
    return { column: `_k${index}`, expression, type, descending, nullable, collation };
  });
  const descending = keys.at(-1)?.descending ?? false;
  const id = {
    column: "_id",
    expression: ident(alias, "id"),
    type: "uuid",
    descending,
    nullable: false,
    collation: raw(""),
  };
  return [...keys, id];
}

/** `order by` over the keys' own expressions, or over their columns in `from`. */
export function orderSql(keys: readonly SortKey[], from?: string): Sql {
  return join(
    keys.map(({ expression, column, descending, nullable, collation }) => {
      const value = from === undefined ? expression : ident(from, column);
      return sql`${value}${collation}${raw(descending ? " desc" : "")}${raw(nullable && descending ? " nulls last" : "")}`;
    }),
  );
}

/** The key columns, to be read along and to become the next cursor. */
export function keyColumns(keys: readonly SortKey[]): Sql {
  return join(keys.map(({ expression, column }) => sql`${expression} as ${ident(column)}`));
}

/** The keys of a row as one JSON array of texts: what a cursor holds. */
export function cursorSql(keys: readonly SortKey[], from: string): Sql {
  return sql`json_build_array(${join(keys.map(({ column }) => sql`${ident(from, column)}::text`))})::text`;
}

/** The rows after a cursor. Row comparison where all levels run one way and none is null: an index answers that at once. */
export function afterSql(keys: readonly SortKey[], cursor: string): Sql {
  const values = readCursor(cursor, keys.length);
  const plain = keys.every(
    (key) => !key.nullable && key.descending === keys[0]?.descending && key.collation.strings[0] === "",
  );
  if (plain) {
    const sign = raw(keys[0]?.descending ? "<" : ">");
    const bounds = keys.map((key, index) => boundOf(key, values[index] ?? null));
    return sql`(${join(keys.map(({ expression }) => expression))}) ${sign} (${join(bounds)})`;
  }
  return or(keys.map((_key, index) => sql`(${join(levelsUpTo(keys, values, index), " and ")})`));
}

/** Equal on every level before `last`, and past it there. */
function levelsUpTo(keys: readonly SortKey[], values: readonly CursorValue[], last: number): Sql[] {
  return keys.slice(0, last + 1).map((key, index) => {
    const value = values[index] ?? null;
    return index < last ? sameSql(key, value) : pastSql(key, value);
  });
}

function sameSql(key: SortKey, value: CursorValue): Sql {
  return value === null ? sql`${key.expression} is null` : sql`${key.expression} = ${boundOf(key, value)}`;
}

function pastSql(key: SortKey, value: CursorValue): Sql {
  if (value === null) return raw("false");
  const past = sql`${key.expression}${key.collation} ${raw(key.descending ? "<" : ">")} ${boundOf(key, value)}`;
  return key.nullable ? sql`(${past} or ${key.expression} is null)` : past;
}

/** A cursor comes from outside: what its column's type would not read is refused here. */
function boundOf(key: SortKey, value: CursorValue): Sql {
  const text = String(value);
  if (!READABLE[key.type]?.test(text)) throw new Refusal("bad_cursor", {}, ["query", "cursor"]);
  return sql`${text}::${raw(key.type)}`;
}

const READABLE: Readonly<Record<string, RegExp>> = {
  text: /^[^\0]*$/,
  numeric: /^-?\d{1,40}(\.\d{1,20})?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
};
