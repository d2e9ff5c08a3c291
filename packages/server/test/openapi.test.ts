import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { ObjectBody } from "@dabiao/core/model/object.ts";
import { openApiDocument } from "@dabiao/core/openapi/document.ts";
import type { DescribedObject } from "@dabiao/core/openapi/record-schema.ts";
import { contract } from "@dabiao/core/platform/contract.ts";
import { salesSolution } from "@dabiao/sales/solution.ts";
import { z } from "zod";
import { openApiRoutes } from "../src/platform/openapi/routes.ts";
import { memberActor, testApp } from "./support/app.ts";
import { declaredContracts } from "./support/contracts.ts";

const FILE = new URL("../../../openapi.json", import.meta.url);

const salesObjects: DescribedObject[] = salesSolution
  .filter(({ kind }) => kind === "object")
  .map(({ key, body }) => ({ key, ...ObjectBody.parse(body) }));

test("openapi.json is what the product serves (UPDATE=1 writes it anew)", async () => {
  const text = `${JSON.stringify(openApiDocument(await declaredContracts(), salesObjects, "1"), null, 1)}\n`;
  if (process.env["UPDATE"]) writeFileSync(FILE, text);
  assert.equal(
    readFileSync(FILE, "utf8") === text,
    true,
    "the API changed: run this test with UPDATE=1 and read the diff",
  );
});

test("every reference in openapi.json leads somewhere and operations have names of their own", async () => {
  const document = openApiDocument(await declaredContracts(), salesObjects, "1") as {
    paths: Record<string, Record<string, { operationId: string }>>;
    components: Record<string, Record<string, unknown>>;
  };
  for (const [, section = "", name = ""] of JSON.stringify(document).matchAll(
    /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g,
  )) {
    assert.ok(name in (document.components[section] ?? {}), `${section}/${name}`);
  }
  assert.equal(JSON.stringify(document).includes('"#/$defs'), false);
  const names = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  assert.equal(new Set(names).size, names.length);
});

test("endpoints for records are written with each object's own fields", () => {
  const create = contract({
    name: "records.create",
    method: "POST",
    path: "/records/:object",
    access: "member",
    summary: "Create a record",
    params: z.object({ object: z.string() }),
    body: z.object({ values: z.record(z.string(), z.unknown()) }),
    response: z.object({ id: z.uuid() }),
  });
  const document = openApiDocument([create], salesObjects, "1") as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  const operation = JSON.stringify(document["paths"]!["/api/v1/records/opportunity"]);
  assert.match(operation, /"\$ref":"#\/components\/schemas\/values.opportunity"/);
  const schemas = document["components"]!["schemas"] as Record<
    string,
    { properties: Record<string, Record<string, unknown>> }
  >;
  const { amount, stage, customer } = schemas["values.opportunity"]!.properties;
  assert.deepEqual([amount!["type"], amount!["title"]], [["string", "null"], "Amount"]);
  assert.ok((stage!["enum"] as string[]).includes("won"));
  assert.deepEqual([customer!["format"], customer!["x-object"]], ["uuid", "customer"]);
});

test("the document a member reads has only what the member may read, and the page comes from this server", async (t) => {
  const { call, workspace } = await testApp(t, {
    rooms: [
      (app) =>
        openApiRoutes(
          app,
          async (_workspace, actor) => (actor.roleKeys.includes("admin") ? salesObjects : salesObjects.slice(0, 1)),
          "1",
        ),
    ],
  });
  const read = async (roleKeys: string[]) =>
    (await call(memberActor(workspace, { roleKeys }), { method: "GET", url: "/api/v1/openapi.json" })).json();
  assert.ok("values.opportunity" in (await read(["admin"])).components.schemas);
  assert.equal("values.opportunity" in (await read(["rep"])).components.schemas, false);
  const page = await call(null, { method: "GET", url: "/api/docs/" });
  assert.equal(page.statusCode, 200);
  assert.equal(/https?:\/\/(?!www\.w3\.org)[a-z]/.test(page.body), false, "nothing is loaded from elsewhere");
  const script = await call(null, { method: "GET", url: "/api/docs/js/scalar.js" });
  assert.equal(script.statusCode, 200);
  assert.match(String(script.headers["content-type"]), /javascript/);
  assert.equal((await call(null, { method: "GET", url: "/api/docs" })).statusCode, 301);
});
