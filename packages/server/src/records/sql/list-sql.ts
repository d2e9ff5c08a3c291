import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { and, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { FieldPath, Filter, Sort } from "@dabiao/core/records/filter.ts";
import { FRESH_PLAN } from "../../platform/postgres/prepared.ts";
import { jsonValue } from "./json-sql.ts";
import { type Reader, tableOf } from "./reader.ts";
import { filterSql, pathSql, scopeBranches, scopeSql } from "./record-sql.ts";
import { searchSql } from "./search-sql.ts";
import { afterSql, cursorSql, keyColumns, orderSql, type SortKey, sortKeys } from "./sort-sql.ts";
import { type TitleColumn, titleColumns, titlesSql } from "./titles-sql.ts";

/** Which records a statement speaks of. */
export interface Selection {
  readonly filter?: Filter | undefined;
  readonly search?: string | undefined;
  readonly deleted?: boolean | undefined;
}

export interface Listing extends Selection {
  readonly fields: readonly FieldPath[];
  readonly sort: readonly Sort[];
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const ALIAS = "t";

/**
 * One statement for a page: the rows as JSON text, the names of what they refer to, and the next cursor. PostgreSQL
 * writes the JSON; the server passes the text on without reading it.
 */
export function listSql(reader: Reader, object: ObjectShape, listing: Listing): Sql {
  const columns = pageColumns(reader, object, listing.fields);
  const keys = sortKeys(reader, object, listing.sort, ALIAS);
  return sql`${planning(reader, object, listing)}with page as materialized (
      select *, row_number() over () as _n from (${pageSql(reader, object, listing, columns, keys)}) q
    )
    select coalesce((select json_agg(${rowJson(columns)}) from page p where p._n <= ${listing.limit}), '[]')::text as items,
      ${titlesSql(reader, columns.titles, listing.limit)} as titles,
      (select ${cursorSql(keys, "p")} from page p
        where p._n = ${listing.limit} and exists (select from page where _n > ${listing.limit})) as cursor`;
}

export interface PageColumns {
  readonly select: Sql;
  /** Column names in the page, in the order of `values`. */
  readonly names: readonly string[];
  readonly titles: readonly TitleColumn[];
}

/** Every column has the path as its name, so that `row_to_json` gives the keys of `values`. */
export function pageColumns(reader: Reader, object: ObjectShape, fields: readonly FieldPath[]): PageColumns {
  const paths = new Map(fields.map((path) => [path.join("."), path]));
  const found = [...paths].map(([name, path]) => ({ name, path: pathSql(reader, object, path, ALIAS) }));
  const flag = (action: "update" | "delete", name: string) =>
    sql`coalesce(${scopeSql(reader, object, ALIAS, action)}, false) as ${ident(name)}`;
  return {
    names: found.map(({ name }) => name),
    titles: titleColumns(found),
    select: join([
      sql`${ident(ALIAS, "version")} as _version, ${flag("update", "_edit")}, ${flag("delete", "_delete")}`,
      ...found.map(({ name, path }) => sql`${jsonValue(path)} as ${ident(name)}`),
    ]),
  };
}

function pageSql(
  reader: Reader,
  object: ObjectShape,
  listing: Listing,
  columns: PageColumns,
  keys: readonly SortKey[],
): Sql {
  const table = sql`${tableOf(reader, object)} ${ident(ALIAS)}`;
  const conditions = [
    ...selectionSql(reader, object, listing),
    ...(listing.cursor ? [afterSql(keys, listing.cursor)] : []),
  ];
  const limit = sql`limit ${listing.limit + 1}`;
  const branches = scopeBranches(reader, object, ALIAS, "read");
  const whole = (scope: Sql) => sql`select ${keyColumns(keys)}, ${columns.select} from ${table}
      where ${and([...conditions, scope])} order by ${orderSql(keys)} ${limit}`;
  if (branches === null) return whole(raw("true"));
  const [only, ...others] = branches;
  if (only === undefined) return whole(raw("false"));
  if (others.length === 0) return whole(only);
  const hits = branches.map(
    (branch) =>
      sql`(select ${keyColumns(keys)} from ${table} where ${and([...conditions, branch])} order by ${orderSql(keys)} ${limit})`,
  );
  return sql`select ${join(keys.map(({ column }) => ident("h", column)))}, ${columns.select}
    from (select * from (${join(hits, " union ")}) u order by ${orderSql(keys, "u")} ${limit}) h
    join ${table} on ${ident(ALIAS, "id")} = h._id order by ${orderSql(keys, "h")}`;
}

export function rowJson({ names }: PageColumns): Sql {
  const values =
    names.length === 0
      ? sql`'{}'::json`
      : sql`(select row_to_json(v) from (select ${join(names.map((name) => ident("p", name)))}) v)`;
  return sql`json_build_object('id', p._id, 'version', p._version, 'values', ${values}, 'canEdit', p._edit, 'canDelete', p._delete)`;
}

/** The conditions of a selection on `t`, without the scope. */
export function selectionSql(reader: Reader, object: ObjectShape, selection: Selection): Sql[] {
  return [
    raw(`"${ALIAS}"."deleted_at" is ${selection.deleted ? "not null" : "null"}`),
    ...(selection.filter ? [filterSql(reader, object, selection.filter, ALIAS)] : []),
    ...(selection.search ? [searchSql(reader, object, selection.search, ALIAS)] : []),
  ];
}

/** The ids of a selection, at most `limit`, each branch of the scope on its own. */
export function idsSql(
  reader: Reader,
  object: ObjectShape,
  selection: Selection,
  limit: number,
  action: "read" | "update" | "delete" = "read",
): Sql {
  const conditions = selectionSql(reader, object, selection);
  const some = (scope: Sql) => sql`(select ${ident(ALIAS, "id")} from ${tableOf(reader, object)} ${ident(ALIAS)}
    where ${and([...conditions, scope])} limit ${limit})`;
  const [only = raw("false"), ...others] = scopeBranches(reader, object, ALIAS, action) ?? [raw("true")];
  if (others.length === 0) return some(only);
  return sql`(${join([only, ...others].map(some), " union ")} limit ${limit})`;
}

export function countSql(reader: Reader, object: ObjectShape, selection: Selection, limit: number): Sql {
  return sql`${planning(reader, object, selection)}select count(*)::int as count from ${idsSql(reader, object, selection, limit)} found`;
}

/** A kept plan expects ten members and a rare word. Many members, or a word half the records have, want another one. */
export function planning(reader: Reader, object: ObjectShape, selection: Selection): Sql {
  const scopes = reader.access.object(object.key).read;
  const wide = scopes.some((scope) => scope.kind === "rule" || (scope.kind === "members" && scope.ids.length > 1));
  return raw(wide || selection.search ? FRESH_PLAN : "");
}
