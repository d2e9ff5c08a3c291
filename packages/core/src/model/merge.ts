import { isJsonObject, type JsonValue, keyedItems, stableText } from "./json-value.ts";

/** A place where the company and the package both changed the same thing; the company's stands. */
export interface MergeConflict {
  readonly path: readonly string[];
  readonly base: JsonValue | null;
  readonly ours: JsonValue | null;
  readonly theirs: JsonValue | null;
}

export interface Merged {
  readonly body: JsonValue;
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Lays what a package changed (base to theirs) over what the company has (ours). Where both changed the same
 * part, the company's stays and the conflict is told.
 */
export function mergeBodies(base: JsonValue, ours: JsonValue, theirs: JsonValue): Merged {
  const conflicts: MergeConflict[] = [];
  const body = merge(base, ours, theirs, [], conflicts);
  return { body: body ?? null, conflicts };
}

type Part = JsonValue | undefined;

function merge(base: Part, ours: Part, theirs: Part, path: readonly string[], conflicts: MergeConflict[]): Part {
  if (same(base, theirs) || same(ours, theirs)) return ours;
  if (same(base, ours)) return theirs;
  const lists = [keyedItems(base ?? []), keyedItems(ours), keyedItems(theirs)] as const;
  if (lists[0] && lists[1] && lists[2]) return [...mergeMaps(lists[0], lists[1], lists[2], path, conflicts).values()];
  if (isJsonObject(ours) && isJsonObject(theirs)) {
    const old = isJsonObject(base) ? base : {};
    const maps = [old, ours, theirs].map((part) => new Map(Object.entries(part)));
    return Object.fromEntries(mergeMaps(maps[0]!, maps[1]!, maps[2]!, path, conflicts));
  }
  conflicts.push({ path, base: base ?? null, ours: ours ?? null, theirs: theirs ?? null });
  return ours;
}

/** The company's order stands; what the package adds comes after the neighbour it follows there, or at the end. */
function mergeMaps(
  base: ReadonlyMap<string, JsonValue>,
  ours: ReadonlyMap<string, JsonValue>,
  theirs: ReadonlyMap<string, JsonValue>,
  path: readonly string[],
  conflicts: MergeConflict[],
): Map<string, JsonValue> {
  const order = [...ours.keys()];
  for (const [place, key] of [...theirs.keys()].entries()) {
    if (order.includes(key)) continue;
    const neighbour = [...theirs.keys()][place - 1];
    const after = neighbour === undefined ? -1 : order.indexOf(neighbour);
    order.splice(after === -1 ? order.length : after + 1, 0, key);
  }
  const merged = new Map<string, JsonValue>();
  for (const key of order) {
    const value = merge(base.get(key), ours.get(key), theirs.get(key), [...path, key], conflicts);
    if (value !== undefined) merged.set(key, value);
  }
  return merged;
}

function same(a: Part, b: Part): boolean {
  return a === undefined || b === undefined ? a === b : stableText(a) === stableText(b);
}
