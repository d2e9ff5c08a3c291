import type { Issue } from "../platform/refusal.ts";
import { checkFormulaIn, formulaPaths } from "./check-formula-in.ts";
import { checkFilter, checkPath } from "./check-paths.ts";
import type { World } from "./kind.ts";
import type { ObjectBody } from "./object.ts";
import { type FieldShape, findObject } from "./shape.ts";

/** A computed field may rest on computed fields this many times over. */
export const COMPUTED_DEPTH = 5;

/** Formulas, lookups and roll-ups: they find what they read, read what they can use, and never go in a circle. */
export function checkComputed(world: World, object: string, body: ObjectBody): Issue[] {
  const shape = findObject(world, object);
  return body.fields.flatMap((field, index) => {
    const mine = shape?.fields.get(field.key);
    if (!mine || field.archived || !["formula", "lookup", "rollup"].includes(field.type)) return [];
    const path = ["fields", index, "settings"];
    const own = checkOwn(world, object, mine, path);
    if (own.length > 0) return own;
    const depth = depthOf(world, object, mine, []);
    return depth > COMPUTED_DEPTH
      ? [{ code: "computed_cycle", params: { field: field.key, limit: COMPUTED_DEPTH }, path }]
      : [];
  });
}

function checkOwn(world: World, object: string, field: FieldShape, path: (string | number)[]): Issue[] {
  const settings = field.settings as ComputedSettings;
  switch (field.type.type) {
    case "formula":
      return checkFormulaIn(world, object, settings.formula, settings.result ?? "text", [...path, "formula"]);
    case "lookup": {
      const via = checkPath(world, object, [settings.via], [...path, "via"], (each) =>
        each.type.type === "reference" ? null : "lookup_via",
      );
      const target = findObject(world, object)?.fields.get(settings.via)?.target;
      if (via.length > 0 || target?.kind !== "object") return via;
      return checkPath(world, target.object, [settings.field ?? ""], [...path, "field"]);
    }
    default:
      return checkRollup(world, object, settings, path);
  }
}

interface ComputedSettings {
  readonly formula?: string;
  readonly result?: "number" | "text" | "boolean" | "date" | "datetime";
  readonly via: string;
  readonly field?: string;
  readonly object: string;
  readonly aggregate: string;
  readonly filter?: Parameters<typeof checkFilter>[2];
}

function checkRollup(world: World, object: string, settings: ComputedSettings, path: (string | number)[]): Issue[] {
  const { aggregate, field, filter } = settings;
  const via = checkPath(world, settings.object, [settings.via], [...path, "via"], (each) =>
    each.type.type === "reference" && each.target?.kind === "object" && each.target.object === object
      ? null
      : "reference_elsewhere",
  );
  const numeric = aggregate === "sum" || aggregate === "avg";
  const value =
    aggregate === "count"
      ? []
      : checkPath(world, settings.object, [field ?? ""], [...path, "field"], (each) =>
          numeric && each.family !== "number" ? "field_not_number" : null,
        );
  return [...via, ...value, ...checkFilter(world, settings.object, filter, [...path, "filter"])];
}

/** How many computed fields stand on each other below this one; a circle counts as too many. */
function depthOf(world: World, object: string, field: FieldShape, above: readonly string[]): number {
  const name = `${object}.${field.key}`;
  if (above.includes(name) || above.length > COMPUTED_DEPTH) return COMPUTED_DEPTH + 1;
  const below = fieldsBelow(world, object, field).map(([owner, each]) => depthOf(world, owner, each, [...above, name]));
  return Math.max(0, ...below) + (isComputed(field) ? 1 : 0);
}

function fieldsBelow(world: World, object: string, field: FieldShape): [string, FieldShape][] {
  const settings = field.settings as ComputedSettings;
  switch (field.type.type) {
    case "formula":
      return formulaPaths(world, object, settings.formula ?? "").flatMap((path) => walk(world, object, path));
    case "lookup":
      return walk(world, object, [settings.via, settings.field ?? ""]);
    case "rollup":
      return settings.field === undefined ? [] : walk(world, settings.object, [settings.field]);
    default:
      return [];
  }
}

/** The field at the end of a path with the object it belongs to. */
function walk(world: World, object: string, path: readonly string[]): [string, FieldShape][] {
  const [first = "", ...rest] = path;
  const field = findObject(world, object)?.fields.get(first);
  if (!field) return [];
  if (rest.length === 0) return [[object, field]];
  return field.target?.kind === "object" ? walk(world, field.target.object, rest) : [];
}

function isComputed(field: FieldShape): boolean {
  return field.column === null;
}
