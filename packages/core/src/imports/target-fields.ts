import type { FieldShape, ObjectShape } from "../model/shape.ts";
import { type MatchField, OWNER_ALIASES } from "./match-columns.ts";

const NOT_FROM_FILES: ReadonlySet<string> = new Set(["attachment", "attachments", "json", "location"]);

/** The fields of an object that a file may fill, its owner among them. */
export function importableFields(shape: ObjectShape): FieldShape[] {
  const own = shape.ownFields.filter(({ computed, type }) => !computed && !NOT_FROM_FILES.has(type.type));
  const owner = shape.fields.get("owner");
  return owner ? [...own, owner] : own;
}

/** The same as columns are matched with them. */
export function matchFields(shape: ObjectShape): MatchField[] {
  return importableFields(shape).map(({ key, type, body, system }) => ({
    key,
    type: type.type,
    label: body.label,
    aliases: system ? OWNER_ALIASES : (body.aliases ?? []),
  }));
}

/** Unique text fields: by these a row finds its record. */
export function keyFields(shape: ObjectShape): FieldShape[] {
  return shape.ownFields.filter(({ body, family, computed }) => body.unique && family === "text" && !computed);
}
