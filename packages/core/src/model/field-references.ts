import type { FieldPath, Filter } from "../records/filter.ts";
import type { Reference } from "./kind.ts";

/** The object and, as its part, the first field of a path: renaming or removing it needs whoever uses it. */
export function fieldReference(object: string, path: FieldPath | string): Reference {
  return { kind: "object", key: object, part: typeof path === "string" ? path : (path[0] ?? "") };
}

/** All fields a filter names, as references. */
export function filterReferences(object: string, filter: Filter | undefined): Reference[] {
  return filter === undefined ? [] : filterPaths(filter).map((path) => fieldReference(object, path));
}

/** The field paths in a filter, in their order. */
export function filterPaths(filter: Filter): FieldPath[] {
  if ("and" in filter) return filter.and.flatMap(filterPaths);
  if ("or" in filter) return filter.or.flatMap(filterPaths);
  if ("not" in filter) return filterPaths(filter.not);
  return [filter.field];
}

/** References without repeats, in their order. */
export function distinctReferences(references: readonly Reference[]): Reference[] {
  const seen = new Map(
    references.map((reference) => [`${reference.kind}/${reference.key}/${reference.part ?? ""}`, reference]),
  );
  return [...seen.values()];
}
