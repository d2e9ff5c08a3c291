import { z } from "zod";
import { Key, LocalText } from "../platform/text.ts";
import type { KindSchema } from "./kind.ts";

/**
 * One field of an object. `settings` is checked by the field type's own schema.
 * A key never changes and is the column's name; labels change freely.
 */
export const FieldBody = z.object({
  key: Key,
  type: z.string().max(40),
  label: LocalText,
  help: LocalText.optional(),
  /** Other names it goes by: headers of files, words people search for. */
  aliases: z.array(z.string().trim().min(1).max(80)).max(20).optional(),
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  /** A formula over the record's other fields that fills an empty value on creation. */
  default: z.string().max(4000).optional(),
  /** A formula that must be true for the record to be saved, with the sentence to show when it is not. */
  valid: z.object({ formula: z.string().max(4000), message: LocalText }).optional(),
  archived: z.boolean().default(false),
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type FieldBody = z.infer<typeof FieldBody>;

export const StageType = z.enum(["open", "won", "lost", "hold"]);
export type StageType = z.infer<typeof StageType>;

/** A kind of record: 客户, 商机, 拜访 … Every record also has the system fields of `SYSTEM_FIELDS`. */
export const ObjectBody = z.object({
  label: LocalText,
  plural: LocalText.optional(),
  icon: z.string().max(40).default("file"),
  group: z.string().max(40).optional(),
  /** Where it stands among the objects, smallest first; those without one follow by name. */
  order: z.number().int().min(0).max(10_000).optional(),
  description: LocalText.optional(),
  /** Other names it goes by, such as the names of files that hold it. */
  aliases: z.array(z.string().trim().min(1).max(80)).max(20).optional(),
  /** The text field that names a record. */
  nameField: Key,
  /** The single-select field whose options are the stages, with the type of each option. */
  stage: z.object({ field: Key, types: z.record(z.string(), StageType) }).optional(),
  /** The date field that places a record in the calendar view. */
  dateField: Key.optional(),
  defaultSort: z.object({ field: Key, descending: z.boolean() }).default({ field: "created_at", descending: true }),
  /** Fields that together must not repeat, e.g. an outside number used as import key. */
  uniqueKeys: z.array(z.array(Key).min(1).max(4)).max(10).default([]),
  fields: z.array(FieldBody).min(1).max(300),
});
export type ObjectBody = z.infer<typeof ObjectBody>;

/** Objects by name, for what looks them up; their rules are in `kinds/object.ts`. */
export const objectSchema: KindSchema<ObjectBody> = { kind: "object", schema: ObjectBody };

/** Columns every record table has. `owner` is the member who answers for the record. */
export const SYSTEM_FIELDS = [
  "id",
  "version",
  "owner",
  "created_at",
  "created_by",
  "updated_at",
  "updated_by",
  "deleted_at",
] as const;
export type SystemField = (typeof SYSTEM_FIELDS)[number];
