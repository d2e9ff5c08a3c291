/** A value as a definition's body holds it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a value with its keys in order: equal values have equal texts. What is undefined is not there. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Lists whose items have a `key` of their own (fields, options) are compared by it and not by place. */
export function keyedItems(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = new Map<string, JsonValue>();
  for (const item of value as readonly JsonValue[]) {
    const key = isJsonObject(item) ? item["key"] : undefined;
    if (typeof key !== "string" || items.has(key)) return undefined;
    items.set(key, item);
  }
  return items;
}
