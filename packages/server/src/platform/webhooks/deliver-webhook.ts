import { z } from "zod";
import { type Task, type TaskContext, task } from "../jobs/task.ts";
import { activeWorkspaces, workspaceById } from "../postgres/workspace-directory.ts";
import { deliverJob } from "./deliver-job.ts";
import { deliveryRow, forgetDeliveries, noteOutcome } from "./delivery-store.ts";
import { send } from "./send.ts";
import { signatureHeaders } from "./signature.ts";
import { webhookRow } from "./webhook-store.ts";

/** Given up so often in a row, a webhook is switched off. */
const MOST_FAILURES = 50;
const KEPT_DAYS = 30;
const DAY_MS = 24 * 3600_000;

export interface WebhookOptions {
  /** Whether webhooks may call this machine and its private network. */
  readonly allowPrivate: boolean;
}

/** The jobs of webhooks: sending with growing pauses for about three hours, and forgetting the log after a month. */
export function webhookTasks(options: WebhookOptions): Task[] {
  return [
    task({
      ...deliverJob,
      run: ({ workspaceId, deliveryId }, context) => deliver(workspaceId, deliveryId, options, context),
    }) as Task,
    task({
      name: "webhook.forget",
      payload: z.object({}),
      schedule: "41 2 * * *",
      async run(_payload, { db, clock }) {
        const before = new Date(clock().getTime() - KEPT_DAYS * DAY_MS);
        for (const workspace of await activeWorkspaces(db)) await forgetDeliveries(workspace, before);
      },
    }),
  ];
}

/** Sends one delivery. A failure is thrown, so that the queue tries again later. */
async function deliver(
  workspaceId: string,
  deliveryId: string,
  options: WebhookOptions,
  context: TaskContext,
): Promise<void> {
  const workspace = await workspaceById(context.db, workspaceId);
  const delivery = workspace && (await deliveryRow(workspace, deliveryId));
  if (!workspace || !delivery || delivery.state !== "waiting") return;
  const webhook = await webhookRow(workspace, delivery.webhook_id);
  const startedAt = context.clock();
  const id = delivery.replay_of ?? delivery.id;
  const headers = signatureHeaders(webhook.secret, id, startedAt, delivery.body);
  const { status, fault } = webhook.active
    ? await tried({ url: webhook.url, headers, body: delivery.body, ...options })
    : { status: null, fault: "switched off" };
  const isOver = fault === null || context.isLastAttempt || !webhook.active;
  const endedAt = context.clock();
  const outcome = {
    state: fault === null ? "delivered" : isOver ? "failed" : "waiting",
    attempts: context.attempt,
    status,
    fault,
    duration_ms: endedAt.getTime() - startedAt.getTime(),
    last_at: endedAt,
  } as const;
  await noteOutcome(workspace, delivery, outcome, MOST_FAILURES);
  if (!isOver) throw new Error(`webhook ${webhook.id}: ${fault}`);
}

async function tried(sending: Parameters<typeof send>[0]): Promise<{ status: number | null; fault: string | null }> {
  try {
    const status = await send(sending);
    return { status, fault: status >= 200 && status < 300 ? null : `HTTP ${status}` };
  } catch (error) {
    // The receiver's fault, whatever it is, belongs in the log that its owner reads.
    return { status: null, fault: error instanceof Error ? error.message.slice(0, 500) : "unknown" };
  }
}
