import type { FormulaType } from "../formula/formula-type.ts";
import type { Family, FieldType } from "./field-type.ts";
import { fieldType } from "./field-types.ts";
import type { FormulaResult } from "./fields/formula.ts";
import type { World } from "./kind.ts";
import { objectSchema } from "./object.ts";
import type { Option } from "./option.ts";

/** What a field's value is to filters and to formulas. */
export interface FieldResult {
  readonly family: Family;
  readonly formulaType: FormulaType | null;
}

const NOTHING: FieldResult = { family: "none", formulaType: null };
/** A lookup of a lookup of a lookup … ends here; the object's check refuses longer chains. */
const LOOKUP_DEPTH = 5;

/** The family and formula type of a field; a computed field takes those of what it computes. */
export function resultOf(world: World, object: string, settings: unknown, type: FieldType, depth = 0): FieldResult {
  switch (type.type) {
    case "formula":
      return ofKind((settings as { result: FormulaResult }).result);
    case "lookup":
      return lookupResult(world, object, settings as { via: string; field: string }, depth);
    case "rollup":
      return rollupResult(world, settings as { object: string; aggregate: string; field?: string }, depth);
    case "select":
    case "multi_select":
      return withOptions(type, settings as { options: readonly Option[] });
    default:
      return { family: type.family, formulaType: type.formulaType };
  }
}

function withOptions(type: FieldType, { options }: { options: readonly Option[] }): FieldResult {
  const named = options.map(({ key, label }) => ({ id: key, label: label.zh }));
  return { family: type.family, formulaType: type.formulaType && { ...type.formulaType, options: named } };
}

function ofKind(kind: FormulaResult): FieldResult {
  return { family: kind, formulaType: { kind } };
}

function lookupResult(
  world: World,
  object: string,
  settings: { via: string; field: string },
  depth: number,
): FieldResult {
  const via = world.get(objectSchema, object)?.fields.find(({ key }) => key === settings.via);
  const target = via?.type === "reference" ? String(via.settings["object"]) : undefined;
  return target === undefined ? NOTHING : resultAt(world, target, settings.field, depth);
}

function rollupResult(
  world: World,
  settings: { object: string; aggregate: string; field?: string },
  depth: number,
): FieldResult {
  const keepsKind = settings.aggregate === "min" || settings.aggregate === "max";
  if (!keepsKind || settings.field === undefined) return ofKind("number");
  return resultAt(world, settings.object, settings.field, depth);
}

function resultAt(world: World, object: string, key: string, depth: number): FieldResult {
  const field = world.get(objectSchema, object)?.fields.find((each) => each.key === key);
  const type = field && fieldType(field.type);
  const settings = type?.settings.safeParse(field?.settings);
  if (!type || !settings?.success || depth >= LOOKUP_DEPTH) return NOTHING;
  return resultOf(world, object, settings.data, type, depth + 1);
}
