import { isJsonObject, type JsonValue, keyedItems, stableText } from "./json-value.ts";

/** One difference of two bodies. In the path a field or an option stands by its key: `["fields", "amount", "label", "zh"]`. */
export interface Difference {
  readonly op: "add" | "remove" | "change" | "move";
  readonly path: readonly string[];
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
}

/**
 * What changed from one body to the other, smallest parts first named whole: a new field is one `add`,
 * a new label one `change`. A list of keyed items in another order is one `move` with the keys in order.
 */
export function differences(before: JsonValue, after: JsonValue, path: readonly string[] = []): Difference[] {
  if (stableText(before) === stableText(after)) return [];
  const [oldItems, newItems] = [keyedItems(before), keyedItems(after)];
  if (oldItems && newItems) return [...between(oldItems, newItems, path), ...moves(oldItems, newItems, path)];
  if (isJsonObject(before) && isJsonObject(after)) {
    return between(new Map(Object.entries(before)), new Map(Object.entries(after)), path);
  }
  return [{ op: "change", path, before, after }];
}

function between(
  before: ReadonlyMap<string, JsonValue>,
  after: ReadonlyMap<string, JsonValue>,
  path: readonly string[],
): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Difference[] => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old === undefined)
      return now === undefined ? [] : [{ op: "add", path: [...path, key], before: null, after: now }];
    if (now === undefined) return [{ op: "remove", path: [...path, key], before: old, after: null }];
    return differences(old, now, [...path, key]);
  });
}

function moves(
  before: ReadonlyMap<string, JsonValue>,
  after: ReadonlyMap<string, JsonValue>,
  path: readonly string[],
): Difference[] {
  const old = [...before.keys()].filter((key) => after.has(key));
  const now = [...after.keys()].filter((key) => before.has(key));
  return old.join() === now.join() ? [] : [{ op: "move", path, before: old, after: now }];
}
