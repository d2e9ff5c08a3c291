import type { FastifyInstance } from "fastify";
import { accountRoutes } from "./account-routes.ts";
import { inboxRoutes } from "./inbox-routes.ts";
import { memberRoutes } from "./member-routes.ts";
import type { PeopleOptions } from "./people-options.ts";
import { rightsRoutes } from "./rights-routes.ts";
import { signInRoutes } from "./sign-in-routes.ts";

/** Everything of people over HTTP. */
export function peopleRoutes(app: FastifyInstance, options: PeopleOptions): void {
  signInRoutes(app, options);
  accountRoutes(app, options);
  memberRoutes(app, options);
  rightsRoutes(app, options);
  inboxRoutes(app, options);
}
