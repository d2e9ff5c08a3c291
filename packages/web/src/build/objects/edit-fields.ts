import { fieldType } from "@dabiao/core/model/field-types.ts";
import { FieldBody, type ObjectBody } from "@dabiao/core/model/object.ts";
import { RESERVED_FIELDS } from "@dabiao/core/model/reserved.ts";
import type { LocalText } from "@dabiao/core/platform/text.ts";
import { newKey } from "../definition/new-key.ts";

/** The object with a new field of a type, put at a place (the end when left out). */
export function withNewField(
  body: ObjectBody,
  given: {
    readonly type: string;
    readonly label: LocalText;
    readonly at?: number;
    readonly objects: readonly string[];
  },
): { readonly body: ObjectBody; readonly key: string } {
  const { type, label, objects, at = body.fields.length } = given;
  const key = newKey(label, [...RESERVED_FIELDS, ...body.fields.map((field) => field.key)]);
  const field = FieldBody.parse({ key, type, label, settings: startSettings(type, body, objects) });
  return { body: { ...body, fields: body.fields.toSpliced(at, 0, field) }, key };
}

export function withField(body: ObjectBody, key: string, change: (field: FieldBody) => FieldBody): ObjectBody {
  return { ...body, fields: body.fields.map((field) => (field.key === key ? change(field) : field)) };
}

/** The field moved to where another stands now; nothing changes when either is unknown. */
export function withMoved(body: ObjectBody, key: string, to: number): ObjectBody {
  const from = body.fields.findIndex((field) => field.key === key);
  const field = body.fields[from];
  if (!field || to < 0 || to >= body.fields.length) return body;
  return { ...body, fields: body.fields.toSpliced(from, 1).toSpliced(to, 0, field) };
}

export function withoutField(body: ObjectBody, key: string): ObjectBody {
  return { ...body, fields: body.fields.filter((field) => field.key !== key) };
}

/** The field as another type; settings both types have in common stay. */
export function asType(field: FieldBody, type: string, body: ObjectBody, objects: readonly string[]): FieldBody {
  const settings = { ...startSettings(type, body, objects), ...sharedSettings(field, type) };
  return { ...field, type, settings };
}

/** A setting, or none of it when emptied. */
export function withSetting(field: FieldBody, key: string, value: unknown): FieldBody {
  const { [key]: _, ...rest } = field.settings;
  return {
    ...field,
    settings: value === undefined || value === null || value === "" ? rest : { ...rest, [key]: value },
  };
}

/** Settings a type must have before it can be saved at all. */
function startSettings(type: string, body: ObjectBody, objects: readonly string[]): Record<string, unknown> {
  const link = body.fields.find((field) => field.type === "reference");
  switch (type) {
    case "select":
    case "multi_select":
      return {
        options: [
          { key: "option_1", label: { zh: "选项一", en: "Option 1" } },
          { key: "option_2", label: { zh: "选项二", en: "Option 2" } },
        ],
      };
    case "reference":
    case "references":
      return { object: objects[0] ?? "" };
    case "formula":
      return { formula: "0", result: "number" };
    case "lookup":
      return { via: link?.key ?? "", field: "" };
    case "rollup":
      return { object: "", via: "", aggregate: "count" };
    default:
      return {};
  }
}

function sharedSettings(field: FieldBody, type: string): Record<string, unknown> {
  const kept = Object.entries(field.settings).filter(([key]) =>
    ["options", "object", "decimals", "unit"].includes(key),
  );
  const settings = Object.fromEntries(kept);
  return fieldType(type)?.settings.safeParse(settings).success ? settings : {};
}
