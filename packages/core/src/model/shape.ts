import type { FormulaType } from "../formula/formula-type.ts";
import { Refusal } from "../platform/refusal.ts";
import { resultOf } from "./field-result.ts";
import type { Family, FieldType } from "./field-type.ts";
import { fieldType } from "./field-types.ts";
import type { World } from "./kind.ts";
import { FieldBody, type ObjectBody, objectSchema, type StageType } from "./object.ts";
import { SYSTEM_FIELD_BODIES } from "./system-fields.ts";

/** What a reference's ids are ids of. */
export type Target =
  | { readonly kind: "object"; readonly object: string }
  | { readonly kind: "member" }
  | { readonly kind: "unit" }
  | { readonly kind: "file" };

/** A field with everything a compiler needs to know about it. */
export interface FieldShape {
  readonly key: string;
  readonly body: FieldBody;
  readonly type: FieldType;
  /** Parsed by the type's own schema, defaults filled in. */
  readonly settings: unknown;
  /** The column's name, or null when the value is computed when read. */
  readonly column: string | null;
  /** PostgreSQL's type of the column. */
  readonly columnType: string | null;
  /** Of a computed field: the family of its result. */
  readonly family: Family;
  readonly formulaType: FormulaType | null;
  readonly target: Target | null;
  readonly computed: boolean;
  readonly system: boolean;
}

/** An object as compilers see it: live fields by key, the system fields among them. Archived fields are not here. */
export interface ObjectShape {
  readonly key: string;
  readonly body: ObjectBody;
  /** The table's name inside the workspace's schema. */
  readonly table: string;
  readonly nameField: string;
  readonly fields: ReadonlyMap<string, FieldShape>;
  /** The live fields of the definition in their order, without the system fields. */
  readonly ownFields: readonly FieldShape[];
  readonly stage: { readonly field: string; readonly types: Readonly<Record<string, StageType>> } | null;
}

const compiled = new WeakMap<World, Map<string, ObjectShape | undefined>>();

/** The object's shape in this world, or undefined when there is no such object. Compiled once per world. */
export function findObject(world: World, key: string): ObjectShape | undefined {
  const known = compiled.get(world) ?? new Map<string, ObjectShape | undefined>();
  compiled.set(world, known);
  if (!known.has(key)) {
    const body = world.get(objectSchema, key);
    known.set(key, body && shapeOf(world, key, body));
  }
  return known.get(key);
}

/**
 * The object's shape in this world.
 *
 * @throws Refusal `not_found` when the world has no such object
 */
export function compiledObject(world: World, key: string): ObjectShape {
  const shape = findObject(world, key);
  if (!shape) throw new Refusal("not_found", { what: `object ${key}` });
  return shape;
}

function shapeOf(world: World, key: string, body: ObjectBody): ObjectShape {
  const system = SYSTEM_FIELD_BODIES.map((field) =>
    fieldShape(world, key, FieldBody.parse({ ...field, settings: field.key === "id" ? { object: key } : {} }), true),
  );
  const own = body.fields.filter(({ archived }) => !archived).map((field) => fieldShape(world, key, field, false));
  const known = [...system, ...own].filter((field) => field !== undefined);
  return {
    key,
    body,
    table: key,
    nameField: body.nameField,
    fields: new Map(known.map((field) => [field.key, field])),
    ownFields: known.filter((field) => !field.system),
    stage: body.stage ?? null,
  };
}

/** A field whose type or settings this release does not know is left out; the check of its object says why. */
function fieldShape(world: World, object: string, body: FieldBody, system: boolean): FieldShape | undefined {
  const type = fieldType(body.type);
  const settings = type?.settings.safeParse(body.settings);
  if (!type || !settings?.success) return undefined;
  const columnType = type.column(settings.data);
  const result = resultOf(world, object, settings.data, type);
  return {
    key: body.key,
    body,
    type,
    settings: settings.data,
    column: columnType === null ? null : ((system ? undefined : world.column?.(object, body.key)) ?? body.key),
    columnType,
    ...result,
    target: targetOf(type.type, settings.data),
    computed: columnType === null || type.type === "autonumber",
    system,
  };
}

function targetOf(type: string, settings: unknown): Target | null {
  switch (type) {
    case "reference":
    case "references":
      return { kind: "object", object: (settings as { object: string }).object };
    case "member":
    case "members":
      return { kind: "member" };
    case "unit":
      return { kind: "unit" };
    case "attachment":
      return { kind: "file" };
    default:
      return null;
  }
}
