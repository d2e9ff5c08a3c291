import type { Actor } from "@dabiao/core/people/actor.ts";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  pingWebhook,
  replaceWebhookSecret,
  replayWebhook,
} from "@dabiao/core/platform/webhook-contract.ts";
import type { FastifyInstance } from "fastify";
import { register } from "../http/register.ts";
import type { Workspace } from "../postgres/db.ts";
import type { WebhookOptions } from "./deliver-webhook.ts";
import { deliveriesOf, insertDeliveries, replayDeliveries } from "./delivery-store.ts";
import { refuseTarget } from "./target.ts";
import { pingBody } from "./webhook-consumer.ts";
import { insertWebhook, removeWebhook, replaceSecret, updateWebhook, webhookRow, webhooksOf } from "./webhook-store.ts";

export interface WebhookRouteOptions extends WebhookOptions {
  /** Refuses whoever may not manage webhooks. */
  readonly demand: (workspace: Workspace, actor: Actor) => Promise<void>;
}

export function webhookRoutes(app: FastifyInstance, { demand, allowPrivate }: WebhookRouteOptions): void {
  register(app, listWebhooks, async ({ workspace, actor }) => {
    await demand(workspace, actor);
    return webhooksOf(workspace);
  });
  register(app, createWebhook, async ({ workspace, actor, body }) => {
    await demand(workspace, actor);
    refuseTarget(body.url, allowPrivate);
    return workspace.transaction((trx) => insertWebhook(trx, body, actor.memberId));
  });
  register(app, changeWebhook, async ({ workspace, actor, params, body }) => {
    await demand(workspace, actor);
    if (body.url !== undefined) refuseTarget(body.url, allowPrivate);
    return updateWebhook(workspace, params.webhookId, body);
  });
  register(app, deleteWebhook, async ({ workspace, actor, params }) => {
    await demand(workspace, actor);
    await removeWebhook(workspace, params.webhookId);
  });
  register(app, replaceWebhookSecret, async ({ workspace, actor, params }) => {
    await demand(workspace, actor);
    return replaceSecret(workspace, params.webhookId);
  });
  register(app, listWebhookDeliveries, async ({ workspace, actor, params, query }) => {
    await demand(workspace, actor);
    await webhookRow(workspace, params.webhookId);
    return deliveriesOf(workspace, params.webhookId, query);
  });
  register(app, replayWebhook, async ({ workspace, actor, params, body }) => {
    await demand(workspace, actor);
    await webhookRow(workspace, params.webhookId);
    return { count: await workspace.transaction((trx) => replayDeliveries(trx, params.webhookId, body)) };
  });
  register(app, pingWebhook, async ({ workspace, actor, params }) => {
    await demand(workspace, actor);
    await webhookRow(workspace, params.webhookId);
    const [deliveryId = ""] = await workspace.transaction((trx) =>
      insertDeliveries(trx, [{ webhookId: params.webhookId, body: (id) => pingBody(id, trx.now) }]),
    );
    return { deliveryId };
  });
}
