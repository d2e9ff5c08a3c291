import { fieldType } from "@dabiao/core/model/field-types.ts";
import type { FieldBody, ObjectBody } from "@dabiao/core/model/object.ts";
import { objectName } from "./names.ts";

/** An index an object's table should have. `columns` is SQL of our own making. */
export interface WantedIndex {
  readonly name: string;
  readonly method: "btree" | "gin";
  readonly columns: string;
  readonly unique: boolean;
  readonly where: string | null;
  /** The fields it is for. */
  readonly fields: readonly string[];
}

export interface WantedForeignKey {
  readonly name: string;
  readonly field: string;
  readonly column: string;
  readonly target: string;
}

type ColumnOf = (field: string) => string | undefined;
const LIVE = "deleted_at is null";

/** Indexes of an object: its default lists, search, references, uniqueness. */
export function wantedIndexes(object: string, body: ObjectBody, columnOf: ColumnOf): WantedIndex[] {
  const name = (parts: string[], suffix: string) => objectName(object, parts, suffix);
  const plain = { method: "btree", unique: false } as const;
  return [
    { ...plain, name: name(["owner"], "list"), columns: "owner, created_at, id", where: LIVE, fields: [] },
    { ...plain, name: name(["all"], "list"), columns: "created_at, id", where: LIVE, fields: [] },
    { ...plain, name: name(["bin"], "list"), columns: "deleted_at, id", where: "deleted_at is not null", fields: [] },
    { name: name(["search"], "gin"), method: "gin", unique: false, columns: "search", where: null, fields: [] },
    ...body.fields.flatMap((field) => fieldIndexes(object, field, columnOf(field.key))),
    ...body.uniqueKeys.flatMap((fields) => {
      const columns = fields.map((field) => columnOf(field) ?? systemColumn(field));
      if (columns.includes(undefined)) return [];
      const listed = columns.map((column) => `"${column}"`).join(", ");
      return [
        {
          name: name([...fields], "key"),
          method: "btree" as const,
          unique: true,
          columns: listed,
          where: LIVE,
          fields,
        },
      ];
    }),
  ];
}

function fieldIndexes(object: string, field: FieldBody, column: string | undefined): WantedIndex[] {
  if (column === undefined) return [];
  const family = fieldType(field.type)?.family;
  const fields = [field.key];
  const quoted = `"${column}"`;
  const wanted: WantedIndex[] = [];
  if (field.unique) {
    wanted.push({
      name: objectName(object, fields, "key"),
      method: "btree",
      unique: true,
      columns: quoted,
      where: LIVE,
      fields,
    });
  }
  if (family === "reference") {
    const where = `${quoted} is not null`;
    wanted.push({
      name: objectName(object, fields, "ref"),
      method: "btree",
      unique: false,
      columns: quoted,
      where,
      fields,
    });
  }
  if (family === "references" || family === "options") {
    wanted.push({
      name: objectName(object, fields, "gin"),
      method: "gin",
      unique: false,
      columns: quoted,
      where: `${quoted} is not null`,
      fields,
    });
  }
  return wanted;
}

/** Foreign keys of an object: references to records, members and units. A list of ids has none. */
export function wantedForeignKeys(object: string, body: ObjectBody, columnOf: ColumnOf): WantedForeignKey[] {
  return body.fields.flatMap((field) => {
    const column = columnOf(field.key);
    const target = field.type === "reference" ? String(field.settings["object"]) : field.type;
    if (column === undefined || !["reference", "member", "unit"].includes(field.type)) return [];
    return [{ name: objectName(object, [field.key], "fk"), field: field.key, column, target }];
  });
}

function systemColumn(field: string): string | undefined {
  return field === "owner" || field === "created_by" ? field : undefined;
}
