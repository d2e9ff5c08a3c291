/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = { [keyword: string]: unknown };

/** The schema with every part of it passed through `change`, innermost first. */
export function mapSchema(schema: unknown, change: (part: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(schema)) return schema.map((item) => mapSchema(item, change));
  if (typeof schema !== "object" || schema === null) return schema;
  return change(Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, mapSchema(part, change)])));
}
