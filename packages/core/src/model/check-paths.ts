import type { Issue, RefusalPath } from "../platform/refusal.ts";
import type { FieldPath, Filter } from "../records/filter.ts";
import { fieldAt } from "./field-path.ts";
import type { World } from "./kind.ts";
import { type FieldShape, findObject } from "./shape.ts";

/** An issue for a path that leads nowhere, or whose field `fits` refuses with a code. */
export function checkPath(
  world: World,
  object: string,
  path: FieldPath,
  at: RefusalPath,
  fits: (field: FieldShape) => string | null = () => null,
): Issue[] {
  if (!findObject(world, object)) return [];
  const field = fieldAt(world, object, path);
  const params = { object, field: path.join(".") };
  if (!field) return [{ code: "unknown_field", params, path: at }];
  const code = fits(field);
  return code === null ? [] : [{ code, params, path: at }];
}

/** Issues for every condition of a filter whose field does not exist or cannot be filtered by. */
export function checkFilter(world: World, object: string, filter: Filter | undefined, at: RefusalPath): Issue[] {
  if (filter === undefined) return [];
  if ("and" in filter)
    return filter.and.flatMap((part, index) => checkFilter(world, object, part, [...at, "and", index]));
  if ("or" in filter) return filter.or.flatMap((part, index) => checkFilter(world, object, part, [...at, "or", index]));
  if ("not" in filter) return checkFilter(world, object, filter.not, [...at, "not"]);
  return checkPath(world, object, filter.field, [...at, "field"], (field) =>
    field.family === "none" ? "field_not_filterable" : null,
  );
}
