import type { JsonObject } from "@dabiao/core/model/json-value.ts";
import { viewKind } from "@dabiao/core/model/kinds/view.ts";
import { getWorld, putPersonalView } from "@dabiao/core/model/world-contract.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../platform/http/register.ts";
import { keepPersonalView, readPersonalViews } from "./personal-store.ts";
import type { ModelOptions } from "./routes.ts";
import { world } from "./world.ts";
import { sharedViews, worldIndex } from "./world-index.ts";

/** The definitions as pages need them, and a member's own settings above them. */
export function worldRoutes(app: FastifyInstance, { accessOf }: ModelOptions): void {
  register(app, getWorld, async (call) => {
    const { access } = await accessOf(call);
    const now = await world(call.workspace);
    const { object } = call.query;
    const views =
      object === undefined || access.memberId === null ? [] : sharedViews(now, object).map(({ key }) => key);
    const personal =
      access.memberId === null || views.length === 0
        ? new Map<string, JsonObject>()
        : await readPersonalViews(call.workspace, access.memberId, views);
    return worldIndex(now, access, object, personal);
  });
  register(app, putPersonalView, async (call) => {
    const { access } = await accessOf(call);
    const { memberId } = access;
    if (memberId === null) throw new Refusal("forbidden", { what: "view" });
    const view = (await world(call.workspace)).get(viewKind, call.params.key);
    if (!view || access.object(view.object).read.length === 0) {
      throw new Refusal("not_found", { what: `view ${call.params.key}` });
    }
    const body = call.body.body as JsonObject | null;
    await call.workspace.transaction((trx) => keepPersonalView(trx, memberId, call.params.key, body));
  });
}
