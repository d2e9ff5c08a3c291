import type { ColumnMapping, FileSheet, ImportMapping } from "@dabiao/core/imports/import.ts";
import { PEOPLE_MATCH_FIELDS } from "@dabiao/core/imports/people-fields.ts";
import { type ReadRow, rowReader } from "@dabiao/core/imports/read-row.ts";
import { importableFields, keyFields } from "@dabiao/core/imports/target-fields.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { objectOf } from "../records/sql/reader.ts";

/** A mapping held against the definitions: what reading, checking and writing rows need of it. */
export interface ImportPlan {
  readonly object: ObjectShape;
  readonly mapping: ImportMapping;
  readonly columns: readonly (ColumnMapping & { readonly field: string })[];
  readonly read: (cells: readonly string[]) => ReadRow;
  readonly key: FieldShape | null;
  /** Mapped fields, beside the key, whose values may stand once. */
  readonly unique: readonly string[];
}

/**
 * @throws Refusal `object_unknown`, `import_nothing_mapped`, `import_no_field`, `import_field_twice`, `import_no_column`,
 *   `import_key_unmapped`, `import_key_not_unique`
 */
export function planImport(world: World, sheet: FileSheet, mapping: ImportMapping, zone: string): ImportPlan {
  if (mapping.target.kind !== "object") throw new Error("people are imported by another way");
  const object = objectOf(world, mapping.target.object);
  const fields = new Set(importableFields(object).map(({ key }) => key));
  const columns = mappedColumns(sheet, mapping, fields);
  const keys = keyFields(object);
  const key = mapping.key === null ? null : keys.find((field) => field.key === mapping.key);
  if (key === undefined) throw new Refusal("import_key_not_unique", { field: mapping.key ?? "" }, ["body", "key"]);
  if (key && !columns.some(({ field }) => field === key.key))
    throw new Refusal("import_key_unmapped", { field: key.key }, ["body", "key"]);
  const unique = keys.filter((field) => field !== key && columns.some((column) => column.field === field.key));
  return {
    object,
    mapping,
    columns,
    read: rowReader(object, columns, { zone, lenient: true }, sheet.columns.length),
    key,
    unique: unique.map((field) => field.key),
  };
}

/** The mapped columns of a people file. */
export function planPeople(sheet: FileSheet, mapping: ImportMapping): ReadonlyMap<string, ColumnMapping> {
  const columns = mappedColumns(sheet, mapping, new Set(PEOPLE_MATCH_FIELDS.map(({ key }) => key)));
  const byField = new Map(columns.map((column) => [column.field, column]));
  if (!byField.has("name") && !byField.has("leader")) throw new Refusal("import_people_name", {}, ["body", "columns"]);
  return byField;
}

function mappedColumns(sheet: FileSheet, mapping: ImportMapping, fields: ReadonlySet<string>) {
  const seen = new Set<string>();
  const columns = mapping.columns.flatMap((column, index) => {
    const { field } = column;
    if (field === null) return [];
    const path = ["body", "columns", index];
    if (!fields.has(field)) throw new Refusal("import_no_field", { field }, path);
    if (seen.has(field)) throw new Refusal("import_field_twice", { field }, path);
    if (column.column >= sheet.columns.length) throw new Refusal("import_no_column", { column: column.column }, path);
    seen.add(field);
    return [{ ...column, field }];
  });
  if (columns.length === 0) throw new Refusal("import_nothing_mapped", {}, ["body", "columns"]);
  return columns;
}
