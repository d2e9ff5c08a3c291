import type { z } from "zod";
import { API_PREFIX, type Contract } from "../platform/contract.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { SchemaBook } from "./schema-book.ts";

export interface Operation {
  readonly path: string;
  readonly method: string;
  readonly body: JsonSchema;
}

const ERROR = {
  description: "Refused",
  content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
};
const IDEMPOTENCY = { $ref: "#/components/parameters/IdempotencyKey" };
const SECURITY = [{ session: [] }, { apiKey: [] }];

/** One contract as OpenAPI says it. */
export function operationOf(contract: Contract, book: SchemaBook): Operation {
  const { name, method, access, summary } = contract;
  const parameters = [...pathParameters(contract, book), ...queryParameters(contract, book)];
  const repeats = method !== "GET" && access !== "public" && (contract.transport ?? "json") === "json";
  return {
    path: API_PREFIX + contract.path.replace(/:(\w+)/g, "{$1}"),
    method: method.toLowerCase(),
    body: {
      operationId: name,
      summary,
      tags: [name.split(".", 1)[0]],
      security: access === "public" ? [] : SECURITY,
      ...(parameters.length > 0 || repeats ? { parameters: repeats ? [...parameters, IDEMPOTENCY] : parameters } : {}),
      ...requestBody(contract, book),
      responses: { ...answers(contract, book), default: ERROR },
    },
  };
}

function pathParameters({ params, name, path }: Contract, book: SchemaBook): JsonSchema[] {
  const { properties = {} } = (params ? book.write(params, "input", `${name}.params`) : {}) as {
    properties?: Record<string, unknown>;
  };
  const names = [...path.matchAll(/:(\w+)/g)].map(([, param = ""]) => param);
  return names.map((param) => ({
    name: param,
    in: "path",
    required: true,
    schema: properties[param] ?? { type: "string" },
  }));
}

function queryParameters({ query, name }: Contract, book: SchemaBook): JsonSchema[] {
  if (!query) return [];
  const { properties = {}, required = [] } = book.write(query, "input", `${name}.query`) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([param, schema]) => ({
    name: param,
    in: "query",
    ...(required.includes(param) ? { required: true } : {}),
    ...(isPlain(schema) ? { schema } : { content: { "application/json": { schema } } }),
  }));
}

/** Objects go into the query as JSON text; lists of plain values by repeating the name. */
function isPlain(schema: JsonSchema): boolean {
  if (schema["type"] === "array") return isPlain((schema["items"] ?? {}) as JsonSchema);
  return schema["type"] !== "object" && !schema["$ref"] && !schema["anyOf"] && !schema["oneOf"];
}

function requestBody({ body, name, transport }: Contract, book: SchemaBook): JsonSchema {
  const schema = body ? book.write(body, "input", `${name}.body`) : undefined;
  if (transport === "upload") {
    const fields = (schema?.["properties"] ?? {}) as JsonSchema;
    const form = {
      type: "object",
      properties: { ...fields, file: { type: "string", format: "binary" } },
      required: ["file"],
    };
    return { requestBody: { required: true, content: { "multipart/form-data": { schema: form } } } };
  }
  if (!schema) return {};
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

function answers({ response, name, transport, path }: Contract, book: SchemaBook): JsonSchema {
  if (transport === "stream") {
    const type = path === "/live" ? "text/event-stream" : "application/octet-stream";
    return { 200: { description: "OK", content: { [type]: { schema: { type: "string" } } } } };
  }
  if (isNothing(response)) return { 204: { description: "Done" } };
  const schema = book.write(response, "output", `${name}.answer`);
  return { 200: { description: "OK", content: { "application/json": { schema } } } };
}

function isNothing(schema: z.ZodType): boolean {
  return ["void", "undefined"].includes((schema as { def?: { type?: string } }).def?.type ?? "");
}
