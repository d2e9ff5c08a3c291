import { fieldType } from "../model/field-types.ts";
import type { FieldBody } from "../model/object.ts";
import type { Option } from "../model/option.ts";
import type { JsonSchema } from "./json-schema.ts";

/** An object as its reader sees it: only the fields that may be read. */
export interface DescribedObject {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en?: string | undefined };
  readonly fields: readonly FieldBody[];
}

const DECIMAL = { type: "string", pattern: "^-?\\d+(\\.\\d+)?$" };
const ID = { type: "string", format: "uuid" };

/** The values of an object's records, by field key. Every field may be null or absent: rules are checked on writing. */
export function recordValuesSchema(object: DescribedObject): JsonSchema {
  const live = object.fields.filter(({ archived }) => !archived);
  return {
    type: "object",
    title: object.label.en || object.label.zh,
    description: object.label.zh,
    properties: Object.fromEntries(live.map((field) => [field.key, fieldSchema(field)])),
  };
}

function fieldSchema(field: FieldBody): JsonSchema {
  const { label, help, required, unique, settings } = field;
  const notes = [label.zh, help?.zh, required ? "必填 required" : "", unique ? "不可重复 unique" : ""].filter(Boolean);
  const value = valueSchema(field.type, settings);
  const nullable = typeof value["type"] === "string" ? { ...value, type: [value["type"], "null"] } : value;
  return {
    ...nullable,
    title: label.en || label.zh,
    description: notes.join("。"),
    ...(isComputed(field) ? { readOnly: true } : {}),
  };
}

function valueSchema(type: string, settings: Readonly<Record<string, unknown>>): JsonSchema {
  const family = type === "formula" ? settings["result"] : fieldType(type)?.family;
  switch (family) {
    case "text":
      return { type: "string", ...(type === "email" ? { format: "email" } : {}) };
    case "number":
      return DECIMAL;
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "datetime":
      return { type: "string", format: "date-time" };
    case "option":
      return { type: "string", enum: [...optionKeys(settings), null] };
    case "options":
      return { type: "array", items: { type: "string", enum: optionKeys(settings) } };
    case "reference":
      return { ...ID, ...target(settings) };
    case "references":
      return { type: "array", items: { ...ID, ...target(settings) } };
    default:
      return {};
  }
}

function optionKeys(settings: Readonly<Record<string, unknown>>): string[] {
  return ((settings["options"] ?? []) as readonly Option[]).filter(({ archived }) => !archived).map(({ key }) => key);
}

function target(settings: Readonly<Record<string, unknown>>): JsonSchema {
  return typeof settings["object"] === "string" ? { "x-object": settings["object"] } : {};
}

function isComputed(field: FieldBody): boolean {
  const type = fieldType(field.type);
  const settings = type?.settings.safeParse(field.settings);
  return field.type === "autonumber" || (settings?.success === true && type?.column(settings.data) === null);
}
