import type { Issue, RefusalPath } from "../platform/refusal.ts";
import { checkComputed } from "./check-computed.ts";
import { checkCondition, checkFormulaIn } from "./check-formula-in.ts";
import { checkPath } from "./check-paths.ts";
import { fieldType } from "./field-types.ts";
import type { World } from "./kind.ts";
import type { FieldBody, ObjectBody } from "./object.ts";
import type { Option } from "./option.ts";
import { RESERVED_FIELDS, RESERVED_OBJECTS } from "./reserved.ts";
import { type FieldShape, findObject } from "./shape.ts";

/** Values of these families, or of these types, cannot be told apart by an index of equality. */
const NOT_UNIQUE_FAMILIES = new Set(["json", "options", "references", "none", "boolean"]);

/** What is wrong with an object in a world in which it stands under `key`. */
export function checkObject(body: ObjectBody, world: World, key: string): Issue[] {
  return [
    ...(RESERVED_OBJECTS.has(key) ? [issue("object_key_reserved", { key }, [])] : []),
    ...checkKeys(body.fields),
    ...body.fields.flatMap((field, index) => checkField(world, key, field, ["fields", index])),
    ...checkPath(world, key, [body.nameField], ["nameField"], (field) =>
      ["text", "autonumber"].includes(field.type.type) ? null : "name_field_not_text",
    ),
    ...checkStage(body),
    ...(body.dateField ? checkPath(world, key, [body.dateField], ["dateField"], notDate) : []),
    ...checkPath(world, key, [body.defaultSort.field], ["defaultSort", "field"], (field) =>
      field.column === null || NOT_UNIQUE_FAMILIES.has(field.family) ? "field_not_sortable" : null,
    ),
    ...body.uniqueKeys.flatMap((keys, index) =>
      keys.flatMap((field, place) => checkPath(world, key, [field], ["uniqueKeys", index, place], notUnique)),
    ),
    ...checkComputed(world, key, body),
  ];
}

function checkKeys(fields: readonly FieldBody[]): Issue[] {
  return fields.flatMap(({ key }, index) => {
    if (RESERVED_FIELDS.has(key)) return [issue("field_key_reserved", { field: key }, ["fields", index, "key"])];
    const twice = fields.findIndex((field) => field.key === key) < index;
    return twice ? [issue("field_key_twice", { field: key }, ["fields", index, "key"])] : [];
  });
}

function checkField(world: World, object: string, field: FieldBody, path: RefusalPath): Issue[] {
  if (field.archived) return [];
  const type = fieldType(field.type);
  if (!type) return [issue("field_type_unknown", { type: field.type }, [...path, "type"])];
  const settings = type.settings.safeParse(field.settings);
  if (!settings.success) {
    return settings.error.issues
      .slice(0, 10)
      .map((each) =>
        issue("field_settings", { field: field.key, reason: each.message }, [
          ...path,
          "settings",
          ...each.path.map(partOf),
        ]),
      );
  }
  const shape = findObject(world, object)?.fields.get(field.key);
  if (!shape) return [];
  return [
    ...(field.unique && notUnique(shape)
      ? [issue("field_not_unique", { object, field: field.key }, [...path, "unique"])]
      : []),
    ...(field.required && shape.computed
      ? [issue("field_computed_required", { field: field.key }, [...path, "required"])]
      : []),
    ...checkCondition(world, object, field.valid?.formula, [...path, "valid", "formula"]),
    ...checkFormulaIn(world, object, field.default, defaultKind(shape), [...path, "default"]),
  ];
}

function checkStage({ fields, stage }: ObjectBody): Issue[] {
  if (!stage) return [];
  const field = fields.find(({ key }) => key === stage.field);
  if (field?.type !== "select" || field.archived)
    return [issue("stage_not_select", { field: stage.field }, ["stage", "field"])];
  const options = (field.settings["options"] ?? []) as readonly Partial<Option>[];
  const keys = options.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
  return [
    ...keys
      .filter((key) => stage.types[key] === undefined)
      .map((option) => issue("stage_option_untyped", { option }, ["stage", "types"])),
    ...Object.keys(stage.types)
      .filter((key) => !keys.includes(key))
      .map((option) => issue("stage_option_unknown", { option }, ["stage", "types", option])),
  ];
}

function notDate(field: FieldShape): string | null {
  return field.column !== null && ["date", "datetime"].includes(field.family) ? null : "field_not_date";
}

function notUnique(field: FieldShape): string | null {
  const fits = field.column !== null && !NOT_UNIQUE_FAMILIES.has(field.family) && field.type.type !== "long_text";
  return fits ? null : "field_not_unique";
}

function partOf(part: PropertyKey): string | number {
  return typeof part === "number" ? part : String(part);
}

function issue(code: string, params: Issue["params"], path: RefusalPath): Issue {
  return { code, params, path };
}

/** A select's default is the text of an option's key. */
function defaultKind({ formulaType }: FieldShape) {
  return formulaType === null || formulaType.kind === "select" ? "text" : formulaType.kind;
}
