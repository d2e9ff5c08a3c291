import type { FieldPath } from "../records/filter.ts";
import type { World } from "./kind.ts";
import { type FieldShape, findObject } from "./shape.ts";

/** The field a path leads to, over single references, or undefined when a step does not exist. */
export function fieldAt(world: World, object: string, path: FieldPath): FieldShape | undefined {
  const [first = "", ...rest] = path;
  const field = findObject(world, object)?.fields.get(first);
  if (rest.length === 0 || !field) return field;
  const target = field.type.type === "reference" && field.target?.kind === "object" ? field.target.object : undefined;
  return target === undefined ? undefined : fieldAt(world, target, rest);
}
