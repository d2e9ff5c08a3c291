import { readOpenApi } from "@dabiao/core/openapi/contract.ts";
import { openApiDocument } from "@dabiao/core/openapi/document.ts";
import type { DescribedObject } from "@dabiao/core/openapi/record-schema.ts";
import type { Actor } from "@dabiao/core/people/actor.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../http/register.ts";
import type { Workspace } from "../postgres/db.ts";
import { apiPage } from "./api-page.ts";

/** The objects an actor may read, each with only the fields it may read. */
export type DescribeObjects = (workspace: Workspace, actor: Actor) => Promise<readonly DescribedObject[]>;

/** The API's description, made for who asks, and the page that shows it. Register it after all other routes. */
export function openApiRoutes(app: FastifyInstance, describe: DescribeObjects, version: string): void {
  register(app, readOpenApi, async ({ workspace, actor }) =>
    openApiDocument(app.contracts, await describe(workspace, actor), version),
  );
  apiPage(app);
}
