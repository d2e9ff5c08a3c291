import { canonicalFormula } from "./check-formula-in.ts";
import type { World } from "./kind.ts";
import type { FieldBody, ObjectBody } from "./object.ts";

/** The object with its formulas written by keys, so that a changed label breaks none of them. */
export function canonicalObject(body: ObjectBody, world: World, key: string): ObjectBody {
  return { ...body, fields: body.fields.map((field) => canonicalField(field, world, key)) };
}

function canonicalField(field: FieldBody, world: World, object: string): FieldBody {
  const { default: fallback, valid, settings } = field;
  const formula = field.type === "formula" ? settings["formula"] : undefined;
  return {
    ...field,
    ...(fallback === undefined ? {} : { default: canonicalFormula(world, object, fallback) }),
    ...(valid === undefined ? {} : { valid: { ...valid, formula: canonicalFormula(world, object, valid.formula) } }),
    ...(typeof formula === "string"
      ? { settings: { ...settings, formula: canonicalFormula(world, object, formula) } }
      : {}),
  };
}
