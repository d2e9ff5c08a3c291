import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import type { Replay, WebhookDelivery } from "@dabiao/core/platform/webhook-contract.ts";
import type { Selectable } from "kysely";
import { newId } from "../id.ts";
import { enqueue } from "../jobs/enqueue.ts";
import type { Trx, Workspace } from "../postgres/db.ts";
import { deliverJob } from "./deliver-job.ts";
import type { WebhookDeliveryTable } from "./tables.ts";

const MOST_REPLAYED = 1_000;

type Row = Selectable<WebhookDeliveryTable>;

/** Writes deliveries and the jobs that send them, all in the caller's transaction. */
export async function insertDeliveries(
  trx: Trx,
  deliveries: readonly { webhookId: string; body: (id: string) => string; replayOf?: string | null }[],
): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = deliveries.map(({ webhookId, body, replayOf }) => {
    const id = newId(trx.now);
    const unsent = { attempts: 0, status: null, fault: null, duration_ms: null, last_at: null };
    return {
      id,
      webhook_id: webhookId,
      at: trx.now,
      body: body(id),
      state: "waiting" as const,
      replay_of: replayOf ?? null,
      ...unsent,
    };
  });
  await trx.tables.insertInto("webhook_delivery").values(rows).execute();
  for (const { id, webhook_id } of rows) {
    await enqueue(
      trx,
      deliverJob,
      { workspaceId: trx.workspaceId, deliveryId: id },
      { queue: `webhook:${webhook_id}` },
    );
  }
  return rows.map(({ id }) => id);
}

export async function deliveriesOf(
  workspace: Workspace,
  webhookId: string,
  query: { cursor?: string | undefined; limit: number; state?: Row["state"] | undefined },
): Promise<Page<WebhookDelivery>> {
  let select = workspace.tables.selectFrom("webhook_delivery").selectAll().where("webhook_id", "=", webhookId);
  if (query.state) select = select.where("state", "=", query.state);
  if (query.cursor) select = select.where("id", "<", String(readCursor(query.cursor, 1)[0]));
  const rows = await select
    .orderBy("id", "desc")
    .limit(query.limit + 1)
    .execute();
  return pageOf(rows.map(toDelivery), query.limit, ({ id }) => [id]);
}

/** Sends again under the first id, so that receivers recognise what they already have. Gives how many. */
export async function replayDeliveries(trx: Trx, webhookId: string, replay: Replay): Promise<number> {
  const all = trx.tables.selectFrom("webhook_delivery").selectAll().where("webhook_id", "=", webhookId);
  const wanted =
    "deliveryIds" in replay
      ? all.where("id", "in", replay.deliveryIds)
      : all
          .where("state", "=", "failed")
          .where("at", ">=", new Date(replay.failedSince))
          .where("replay_of", "is", null);
  const rows = await wanted.orderBy("id").limit(MOST_REPLAYED).execute();
  await insertDeliveries(
    trx,
    rows.map((row) => ({ webhookId, body: () => row.body, replayOf: row.replay_of ?? row.id })),
  );
  return rows.length;
}

export async function deliveryRow(workspace: Workspace, id: string): Promise<Row | undefined> {
  return await workspace.tables.selectFrom("webhook_delivery").selectAll().where("id", "=", id).executeTakeFirst();
}

export type Outcome = Pick<Row, "state" | "attempts" | "status" | "fault" | "duration_ms" | "last_at">;

/** Notes how a sending went; a webhook given up fifty times in a row is switched off. */
export async function noteOutcome(
  workspace: Workspace,
  delivery: Row,
  outcome: Outcome,
  mostFailures: number,
): Promise<void> {
  await workspace.transaction(async (trx) => {
    await trx.tables.updateTable("webhook_delivery").set(outcome).where("id", "=", delivery.id).execute();
    if (outcome.state === "waiting") return;
    const webhook = await trx.tables
      .selectFrom("webhook")
      .select("failures")
      .where("id", "=", delivery.webhook_id)
      .forUpdate()
      .executeTakeFirst();
    const failures = outcome.state === "delivered" ? 0 : (webhook?.failures ?? 0) + 1;
    const set = { failures, ...(failures >= mostFailures ? { active: false } : {}) };
    await trx.tables.updateTable("webhook").set(set).where("id", "=", delivery.webhook_id).execute();
  });
}

export async function forgetDeliveries(workspace: Workspace, before: Date): Promise<void> {
  await workspace.tables.deleteFrom("webhook_delivery").where("at", "<", before).execute();
}

function toDelivery(row: Row): WebhookDelivery {
  const { id, state, attempts, status, fault, body } = row;
  return {
    id,
    at: row.at.toISOString(),
    state,
    attempts,
    status,
    fault,
    durationMs: row.duration_ms,
    lastAt: row.last_at?.toISOString() ?? null,
    replayOf: row.replay_of,
    body,
  };
}
