import { z } from "zod";
import { type JsonSchema, mapSchema } from "./json-schema.ts";

/** Turns zod schemas into JSON schemas; what they share or repeat within themselves becomes a named component, once. */
export class SchemaBook {
  readonly components: Record<string, JsonSchema> = {};
  readonly #names = new Map<string, string>();

  /** `input` is what a caller sends (defaults may be left out), `output` what it gets. */
  write(schema: z.ZodType, io: "input" | "output", name: string): JsonSchema {
    const options = { io, unrepresentable: "any", target: "draft-2020-12" } as const;
    const { $schema: _, $defs = {}, ...body } = z.toJSONSchema(schema, options) as JsonSchema;
    const names = this.#nameParts($defs as Record<string, JsonSchema>, body, name);
    const link = (part: JsonSchema) => relink(io === "output" ? opened(part) : part, names);
    for (const [part, component] of Object.entries($defs as object)) {
      this.components[names.get(`#/$defs/${part}`)!] = mapSchema(component, link) as JsonSchema;
    }
    const written = mapSchema(body, link) as JsonSchema;
    const own = names.get("#");
    if (own === undefined) return written;
    this.components[own] = written;
    return { $ref: `#/components/schemas/${own}` };
  }

  /** Equal parts of different contracts get one name: the first one's. */
  #nameParts(parts: Record<string, JsonSchema>, body: JsonSchema, name: string): Map<string, string> {
    const names = new Map<string, string>();
    for (const [part, schema] of Object.entries(parts)) {
      const text = JSON.stringify(schema);
      const known = this.#names.get(text) ?? `${name}.${part.replace(/^__schema/, "part")}`;
      this.#names.set(text, known);
      names.set(`#/$defs/${part}`, known);
    }
    if (JSON.stringify([parts, body]).includes('"$ref":"#"')) names.set("#", name);
    return names;
  }
}

function relink(part: JsonSchema, names: ReadonlyMap<string, string>): JsonSchema {
  const name = typeof part["$ref"] === "string" ? names.get(part["$ref"]) : undefined;
  return name === undefined ? part : { ...part, $ref: `#/components/schemas/${name}` };
}

/** Answers may gain fields; a client must not refuse them for it. */
function opened(part: JsonSchema): JsonSchema {
  if (part["additionalProperties"] !== false) return part;
  const { additionalProperties: _, ...open } = part;
  return open;
}
