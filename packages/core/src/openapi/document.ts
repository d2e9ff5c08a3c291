import type { Contract } from "../platform/contract.ts";
import { ErrorAnswer } from "../platform/error-answer.ts";
import { type JsonSchema, mapSchema } from "./json-schema.ts";
import { type Operation, operationOf } from "./operation.ts";
import { type DescribedObject, recordValuesSchema } from "./record-schema.ts";
import { SchemaBook } from "./schema-book.ts";

const DESCRIPTION = `达标 (Dabiao) HTTP API.

- Decimals are strings, days are \`YYYY-MM-DD\`, instants are ISO 8601 with an offset.
- Every refusal is \`{code, params, path, issues}\`; docs/errors.md lists the codes.
- Lists are paged: give the answer's \`next\` as \`cursor\`.
- Send \`Idempotency-Key\` with a write to be able to repeat it: within a day it is done once.`;

/**
 * The OpenAPI 3.1 document of contracts and objects. Endpoints for records of any object (`:object` in the path)
 * are written once per object, with the object's own fields; the same input gives the same text.
 */
export function openApiDocument(
  contracts: readonly Contract[],
  objects: readonly DescribedObject[],
  version: string,
): JsonSchema {
  const book = new SchemaBook();
  const error = book.write(ErrorAnswer, "output", "Error");
  const byName = [...contracts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const operations = byName.flatMap((contract) => forObjects(operationOf(contract, book), objects));
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const { path, method, body } of operations) paths[path] = { ...paths[path], [method]: body };
  return {
    openapi: "3.1.0",
    info: {
      title: "达标 Dabiao",
      version,
      description: DESCRIPTION,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths: sorted(paths),
    components: {
      schemas: sorted({
        ...book.components,
        Error: error,
        ...Object.fromEntries(objects.map((object) => [valuesName(object), recordValuesSchema(object)])),
      }),
      parameters: {
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          description: "At most 200 printable characters. A repeat under the same key gets the first answer.",
          schema: { type: "string", maxLength: 200 },
        },
      },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "dabiao.session_token" },
        apiKey: { type: "http", scheme: "bearer" },
      },
    },
  };
}

/** An endpoint for any object becomes one per object, its `values` the object's fields; others stay as they are. */
function forObjects(operation: Operation, objects: readonly DescribedObject[]): Operation[] {
  if (!operation.path.includes("{object}") || !JSON.stringify(operation.body).includes('"values":{'))
    return [operation];
  return objects.map((object) => {
    const body = mapSchema(operation.body, (part) => withValues(part, object)) as JsonSchema;
    const parameters = ((body["parameters"] ?? []) as JsonSchema[]).filter(({ name }) => name !== "object");
    return {
      path: operation.path.replace("{object}", object.key),
      method: operation.method,
      body: {
        ...body,
        operationId: `${String(body["operationId"])}.${object.key}`,
        tags: [object.label.zh],
        parameters,
      },
    };
  });
}

/** By custom, a property `values` holds a record's values by field key. */
function withValues(part: JsonSchema, object: DescribedObject): JsonSchema {
  const values = part["values"] as JsonSchema | undefined;
  if (values?.["type"] !== "object" || !("additionalProperties" in values)) return part;
  return { ...part, values: { $ref: `#/components/schemas/${valuesName(object)}` } };
}

function valuesName(object: DescribedObject): string {
  return `values.${object.key}`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
