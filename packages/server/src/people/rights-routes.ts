import * as contracts from "@dabiao/core/people/rights-contract.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { accessFor } from "./access-for.ts";
import * as keys from "./api-key-store.ts";
import { listAudit } from "./audit-store.ts";
import type { PeopleOptions } from "./people-options.ts";
import { listRoles } from "./role-store.ts";
import { explainSight } from "./why.ts";

/** Who may do what and why, what was done, and keys for programs. */
export function rightsRoutes(app: FastifyInstance, options: PeopleOptions): void {
  const { db } = options;
  const within = accessFor(options);

  register(app, contracts.listRoles, async (call) => ({
    items: await listRoles(call.workspace, await options.worldOf(call.workspace)),
  }));
  register(app, contracts.why, async (call) => {
    const { access } = await within(call);
    const { object, id: recordId } = call.query;
    return await explainSight(options, call.workspace, access, { memberId: call.params.member, object, recordId });
  });
  register(app, contracts.listAudit, async (call) => {
    const { access } = await within(call);
    access.demand("audit.read");
    return await listAudit(call.workspace, call.query);
  });

  register(app, contracts.listApiKeys, async (call) => {
    const { access } = await within(call);
    return { items: await keys.listApiKeys(db, call.workspace.id, access) };
  });
  register(app, contracts.createApiKey, async (call) => {
    const { access } = await within(call);
    return await call.workspace.transaction((trx) => keys.createApiKey(trx, access, call.body));
  });
  register(app, contracts.revokeApiKey, async (call) => {
    const { access } = await within(call);
    await call.workspace.transaction((trx) => keys.revokeApiKey(trx, access, call.params.id));
    return undefined;
  });
}
