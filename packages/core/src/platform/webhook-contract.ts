import { z } from "zod";
import { contract } from "./contract.ts";
import { Page, PageQuery } from "./page.ts";
import { InstantString, Key } from "./text.ts";

/** What a webhook may be told of. */
export const WebhookOp = z.enum(["create", "update", "delete", "restore", "purge"]);

const Url = z.url({ protocol: /^https?$/ }).max(2000);
const Objects = z.array(Key).max(100);

/** Without objects it hears of all; `values` adds the changed fields' values, which leave the workspace unmasked. */
export const NewWebhook = z.object({
  name: z.string().trim().min(1).max(100),
  url: Url,
  objects: Objects.default([]),
  ops: z.array(WebhookOp).max(WebhookOp.options.length).default([]),
  values: z.boolean().default(false),
});
export type NewWebhook = z.infer<typeof NewWebhook>;

export const WebhookChange = z
  .object({
    name: NewWebhook.shape.name,
    url: Url,
    objects: Objects,
    ops: z.array(WebhookOp).max(WebhookOp.options.length),
    values: z.boolean(),
    active: z.boolean(),
  })
  .partial();
export type WebhookChange = z.infer<typeof WebhookChange>;

export const Webhook = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  objects: z.array(z.string()),
  ops: z.array(WebhookOp),
  values: z.boolean(),
  active: z.boolean(),
  /** Deliveries in a row that were given up; fifty switch the webhook off. */
  failures: z.number().int(),
  createdAt: InstantString,
});
export type Webhook = z.infer<typeof Webhook>;

/** `waiting` is not sent yet or will be tried again, `failed` was given up. `status` is the receiver's last HTTP status. */
export const WebhookDelivery = z.object({
  id: z.uuid(),
  at: InstantString,
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.number().int(),
  status: z.number().int().nullable(),
  fault: z.string().nullable(),
  durationMs: z.number().int().nullable(),
  lastAt: InstantString.nullable(),
  replayOf: z.uuid().nullable(),
  body: z.string(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** Which deliveries to send again: these, or all that were given up since a moment (at most 1,000). */
export const Replay = z.union([
  z.object({ deliveryIds: z.array(z.uuid()).min(1).max(100) }),
  z.object({ failedSince: InstantString }),
]);
export type Replay = z.infer<typeof Replay>;

const WebhookId = z.object({ webhookId: z.uuid() });
/** `whsec_` and 32 bytes in base64, as the Standard Webhooks libraries take it. It is shown once. */
const WithSecret = Webhook.extend({ secret: z.string() });
const member = { access: "member" } as const;

export const listWebhooks = contract({
  ...member,
  name: "webhooks.list",
  method: "GET",
  path: "/webhooks",
  summary: "The workspace's webhooks",
  response: z.array(Webhook),
});
export const createWebhook = contract({
  ...member,
  name: "webhooks.create",
  method: "POST",
  path: "/webhooks",
  summary: "Add a webhook; the answer shows its secret once",
  body: NewWebhook,
  response: WithSecret,
});
export const changeWebhook = contract({
  ...member,
  name: "webhooks.change",
  method: "PATCH",
  path: "/webhooks/:webhookId",
  summary: "Change a webhook, or switch it on or off",
  params: WebhookId,
  body: WebhookChange,
  response: Webhook,
});
export const deleteWebhook = contract({
  ...member,
  name: "webhooks.delete",
  method: "DELETE",
  path: "/webhooks/:webhookId",
  summary: "Remove a webhook and its log",
  params: WebhookId,
  response: z.void(),
});
export const replaceWebhookSecret = contract({
  ...member,
  name: "webhooks.replaceSecret",
  method: "PUT",
  path: "/webhooks/:webhookId/secret",
  summary: "Draw a new secret; the old one stops at once",
  params: WebhookId,
  response: WithSecret,
});
export const listWebhookDeliveries = contract({
  ...member,
  name: "webhooks.deliveries",
  method: "GET",
  path: "/webhooks/:webhookId/deliveries",
  summary: "What was sent, newest first",
  params: WebhookId,
  query: PageQuery.extend({ state: WebhookDelivery.shape.state.optional() }),
  response: Page(WebhookDelivery),
});
export const replayWebhook = contract({
  ...member,
  name: "webhooks.replay",
  method: "POST",
  path: "/webhooks/:webhookId/replays",
  summary: "Send deliveries again, under the ids they had",
  params: WebhookId,
  body: Replay,
  response: z.object({ count: z.number().int() }),
});
export const pingWebhook = contract({
  ...member,
  name: "webhooks.ping",
  method: "POST",
  path: "/webhooks/:webhookId/pings",
  summary: "Send a delivery without changes, to try the receiver",
  params: WebhookId,
  response: z.object({ deliveryId: z.uuid() }),
});
