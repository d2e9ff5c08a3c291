import type { Change } from "@dabiao/core/records/change.ts";
import type { Trx } from "../postgres/db.ts";
import { insertDeliveries } from "./delivery-store.ts";
import { activeWebhooks } from "./webhook-store.ts";

/** Changes told in one delivery at most. */
const PER_DELIVERY = 100;

/**
 * A consumer of the change log: writes what each webhook is to be told, in the dispatcher's transaction,
 * so that every change is told at least once whatever dies meanwhile.
 */
export async function webhookConsumer(trx: Trx, changes: readonly Change[]): Promise<void> {
  const webhooks = await activeWebhooks(trx);
  const deliveries = webhooks.flatMap((webhook) => {
    const heard = changes.filter(
      ({ object, op }) =>
        (webhook.objects.length === 0 || webhook.objects.includes(object)) &&
        (webhook.ops.length === 0 || webhook.ops.includes(op)),
    );
    return chunks(heard).map((chunk) => ({
      webhookId: webhook.id,
      body: (id: string) => changesBody(id, trx.now, chunk, webhook.with_values),
    }));
  });
  await insertDeliveries(trx, deliveries);
}

function changesBody(id: string, at: Date, changes: readonly Change[], withValues: boolean): string {
  return JSON.stringify({
    id,
    type: "changes",
    timestamp: at.toISOString(),
    data: changes.map(({ id: changeId, at: changedAt, object, recordId, op, before, after, memberId, source }) => ({
      id: changeId,
      at: changedAt.toISOString(),
      object,
      record: recordId,
      op,
      by: memberId,
      source,
      fields: [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])],
      ...(withValues ? { before, after } : {}),
    })),
  });
}

export function pingBody(id: string, at: Date): string {
  return JSON.stringify({ id, type: "ping", timestamp: at.toISOString(), data: [] });
}

function chunks(changes: readonly Change[]): Change[][] {
  return Array.from({ length: Math.ceil(changes.length / PER_DELIVERY) }, (_, index) =>
    changes.slice(index * PER_DELIVERY, (index + 1) * PER_DELIVERY),
  );
}
