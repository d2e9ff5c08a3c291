import type { z } from "zod";
import { toJSONSchema } from "zod";
import type { Random } from "./random.ts";

type Schema = { readonly [keyword: string]: unknown };

/** What no field expects. */
export const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53 + 2,
  "",
  " ",
  "null",
  "-1",
  "NaN",
  "1e999",
  "a\u0000b",
  "\ud800",
  "💣\u202e\u200b",
  "' or 1=1 --",
  '"; drop table public.workspace; --',
  "../../../etc/passwd",
  "{{7*7}}",
  "9".repeat(400),
  "长".repeat(20_000),
  "00000000-0000-0000-0000-000000000000",
  "0000-99-99",
  "+275760-09-13T00:00:00Z",
  [],
  [[[[[]]]]],
  {},
  { $ne: null },
  { constructor: { prototype: { admin: true } } },
  { "a\u0000": 1 },
];

/** A value the schema would take, with random parts; empty where the schema says nothing. */
export function sampleOf(schema: z.ZodType, random: Random): unknown {
  const written = toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return sample(written, written, random, 0);
}

function sample(schema: Schema, root: Schema, random: Random, depth: number): unknown {
  if (depth > 6) return null;
  const again = (part: unknown) => sample(part as Schema, root, random, depth + 1);
  const { $ref, anyOf, oneOf, allOf, type, format } = schema;
  if (typeof $ref === "string") return again($ref === "#" ? root : (root["$defs"] as Schema)?.[$ref.slice(8)]);
  const branches = (anyOf ?? oneOf ?? allOf) as Schema[] | undefined;
  if (branches) return again(random.pick(branches));
  if ("const" in schema) return schema["const"];
  if (schema["enum"]) return random.pick(schema["enum"] as unknown[]);
  switch (type) {
    case "object":
      return sampleObject(schema, again, random);
    case "array":
      return Array.from({ length: 1 + random.below(2) }, () => again(schema["items"] ?? {}));
    case "string":
      return sampleText(String(format ?? ""), random);
    case "number":
    case "integer":
      return Number(schema["minimum"] ?? 0) + random.below(5);
    case "boolean":
      return random.next() < 0.5;
    default:
      return null;
  }
}

function sampleObject(schema: Schema, again: (part: unknown) => unknown, random: Random): Record<string, unknown> {
  const required = (schema["required"] ?? []) as string[];
  const properties = Object.entries((schema["properties"] ?? {}) as Schema);
  const wanted = properties.filter(([key]) => required.includes(key) || random.next() < 0.5);
  return Object.fromEntries(wanted.map(([key, part]) => [key, again(part)]));
}

function sampleText(format: string, random: Random): string {
  const hex = () => random.below(0x1_0000).toString(16).padStart(4, "0");
  switch (format) {
    case "uuid":
      return `${hex()}${hex()}-${hex()}-7${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`;
    case "date":
      return `20${10 + random.below(80)}-0${1 + random.below(9)}-1${random.below(9)}`;
    case "date-time":
      return "2026-03-09T02:05:00.000Z";
    case "email":
      return `u${random.below(1000)}@example.com`;
    case "uri":
      return "https://example.com/";
    default:
      return (
        random.pick(["customer", "opportunity", "name", "amount", "won_amount", "2026-03", "1", "10.50", "x"]) +
        (random.next() < 0.2 ? random.below(100) : "")
      );
  }
}

/** The value with one random part replaced by something hostile. */
export function corrupt(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.next() < 0.2) return random.pick(HOSTILE);
  if (Array.isArray(value)) {
    if (value.length === 0) return [random.pick(HOSTILE)];
    const place = random.below(value.length);
    return value.map((item, index) => (index === place ? corrupt(item, random) : item));
  }
  const keys = Object.keys(value);
  const key = keys.length === 0 || random.next() < 0.1 ? String(random.pick(HOSTILE)).slice(0, 50) : random.pick(keys);
  return { ...value, [key]: corrupt((value as Record<string, unknown>)[key], random) };
}
