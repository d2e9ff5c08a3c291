import type { Target } from "@dabiao/core/model/shape.ts";
import { ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { PathSql } from "./path-sql.ts";
import { objectOf, type Reader, rightOn, tableOf } from "./reader.ts";
import { scopeSql } from "./record-sql.ts";

/** A column of a page whose values are ids of something with a name. */
export interface TitleColumn {
  readonly name: string;
  readonly target: Target;
  readonly many: boolean;
}

export function titleColumns(columns: readonly { name: string; path: PathSql }[]): TitleColumn[] {
  return columns.flatMap(({ name, path: { field, masked } }) =>
    field.target && !masked && field.key !== "id" && field.target.kind !== "file"
      ? [{ name, target: field.target, many: field.family === "references" }]
      : [],
  );
}

/** The names of everything a page refers to, one look-up per target and none per row. */
export function titlesSql(reader: Reader, columns: readonly TitleColumn[], limit: number): Sql {
  return namesByTarget(reader, columns, (of) => amongPage(of, limit));
}

/** The names of everything one row `p` refers to. */
export function rowTitlesSql(reader: Reader, columns: readonly TitleColumn[]): Sql {
  return namesByTarget(reader, columns, amongRow);
}

type Among = (columns: readonly TitleColumn[]) => Sql;

function namesByTarget(reader: Reader, columns: readonly TitleColumn[], among: Among): Sql {
  const targets = new Map<string, TitleColumn[]>();
  for (const column of columns) {
    const key = column.target.kind === "object" ? column.target.object : column.target.kind;
    targets.set(key, [...(targets.get(key) ?? []), column]);
  }
  const parts = [...targets].map(([key, of]) => sql`${raw(`'${key}'`)}, ${namesSql(reader, key, among(of))}`);
  return parts.length === 0 ? sql`'{}'` : sql`json_build_object(${join(parts)})::text`;
}

function namesSql(reader: Reader, key: string, among: Sql): Sql {
  const { from, title } = sourceOf(reader, key);
  return sql`coalesce((select json_object_agg(x.id, ${title}) from ${from(among)}), '{}')`;
}

function amongPage(columns: readonly TitleColumn[], limit: number): Sql {
  const ids = columns.map(({ name, many }) =>
    many
      ? sql`select unnest(${ident("p", name)}) from page p where p._n <= ${limit}`
      : sql`select ${ident("p", name)} from page p where p._n <= ${limit}`,
  );
  return sql`x.id = any(array(${join(ids, " union ")}))`;
}

/** Equality where one id is looked for: the plan is cheaper to begin. */
function amongRow(columns: readonly TitleColumn[]): Sql {
  const single = columns.filter(({ many }) => !many).map(({ name }) => ident("p", name));
  const lists = columns.filter(({ many }) => many).map(({ name }) => ident("p", name));
  const [only] = single;
  if (only && single.length === 1 && lists.length === 0) return sql`x.id = ${only}`;
  return sql`x.id = any(${join([...(only ? [sql`array[${join(single)}]`] : []), ...lists], " || ")})`;
}

function sourceOf(reader: Reader, key: string): { from(among: Sql): Sql; title: Sql } {
  if (key === "member" || key === "unit") {
    return { title: raw("x.name"), from: (among) => sql`${ident(reader.schema, key)} x where ${among}` };
  }
  const object = objectOf(reader.world, key);
  const name = object.fields.get(object.nameField);
  const right = name && (reader.trusted ? "read" : rightOn(reader, object, name.key));
  const shown = name?.column && (right === "read" || right === "write");
  return {
    title: shown ? sql`coalesce(${ident("x", name.column ?? "id")}, '')` : sql`''`,
    from: (among) =>
      sql`${tableOf(reader, object)} x where ${among} and ${shown ? scopeSql(reader, object, "x", "read") : raw("false")}`,
  };
}
