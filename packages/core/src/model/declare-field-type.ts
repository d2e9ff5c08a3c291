import type { FieldType } from "./field-type.ts";

/** Lets a field type's settings and stored value be inferred where it is written. */
export function declareFieldType<Settings, Stored>(type: FieldType<Settings, Stored>): FieldType<Settings, Stored> {
  return type;
}
