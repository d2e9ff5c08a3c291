import type { FieldShape, ObjectShape } from "../model/shape.ts";
import { searchTerms } from "./search-terms.ts";
import type { Values } from "./write-batch.ts";

const searched = new WeakMap<ObjectShape, readonly FieldShape[]>();

/** The fields whose text finds a record. */
export function searchedFields(shape: ObjectShape): readonly FieldShape[] {
  const known = searched.get(shape);
  if (known) return known;
  const fields = [...shape.fields.values()].filter((field) => field.type.searchable && field.column !== null);
  searched.set(shape, fields);
  return fields;
}

/** The search terms of a record with these stored values. */
export function recordTerms(shape: ObjectShape, values: Values): string[] {
  const texts = searchedFields(shape).flatMap((field) => textOf(field, values[field.key]) ?? []);
  return searchTerms(texts, textOf(shape.fields.get(shape.nameField), values[shape.nameField]));
}

function textOf(field: FieldShape | undefined, value: unknown): string | null {
  if (!field || value === null || value === undefined) return null;
  return typeof value === "string" ? value : field.type.toText(value, field.settings, "zh-CN");
}
