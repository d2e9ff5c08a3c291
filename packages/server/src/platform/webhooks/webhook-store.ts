import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { NewWebhook, Webhook, WebhookChange } from "@dabiao/core/platform/webhook-contract.ts";
import type { Selectable } from "kysely";
import { newId } from "../id.ts";
import type { Trx, Workspace } from "../postgres/db.ts";
import { drawSecret } from "./signature.ts";
import type { WebhookTable } from "./tables.ts";

const MOST_WEBHOOKS = 50;

type Row = Selectable<WebhookTable>;

export async function webhooksOf(workspace: Workspace): Promise<Webhook[]> {
  const rows = await workspace.tables.selectFrom("webhook").selectAll().orderBy("id").limit(MOST_WEBHOOKS).execute();
  return rows.map(toWebhook);
}

export async function activeWebhooks(trx: Trx): Promise<Row[]> {
  return await trx.tables.selectFrom("webhook").selectAll().where("active", "=", true).orderBy("id").execute();
}

/** @throws Refusal `webhook_limit` */
export async function insertWebhook(
  trx: Trx,
  webhook: NewWebhook,
  by: string | null,
): Promise<Webhook & { secret: string }> {
  const { count } = await trx.tables
    .selectFrom("webhook")
    .select((eb) => eb.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  if (Number(count) >= MOST_WEBHOOKS) throw new Refusal("webhook_limit", { most: MOST_WEBHOOKS });
  const { values, ...given } = webhook;
  const row = {
    ...given,
    with_values: values,
    id: newId(trx.now),
    secret: drawSecret(),
    active: true,
    failures: 0,
    created_by: by,
    created_at: trx.now,
  };
  await trx.tables.insertInto("webhook").values(row).execute();
  return { ...toWebhook(row), secret: row.secret };
}

/** Switching on forgets past failures. @throws Refusal `not_found` */
export async function updateWebhook(workspace: Workspace, id: string, change: WebhookChange): Promise<Webhook> {
  const { values, ...given } = change;
  const set = {
    ...defined(given),
    ...(values === undefined ? {} : { with_values: values }),
    ...(given.active ? { failures: 0 } : {}),
  };
  if (Object.keys(set).length === 0) return toWebhook(await webhookRow(workspace, id));
  const row = await workspace.tables
    .updateTable("webhook")
    .set(set)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return toWebhook(found(row));
}

export async function replaceSecret(workspace: Workspace, id: string): Promise<Webhook & { secret: string }> {
  const query = workspace.tables
    .updateTable("webhook")
    .set({ secret: drawSecret() })
    .where("id", "=", id)
    .returningAll();
  const row = found(await query.executeTakeFirst());
  return { ...toWebhook(row), secret: row.secret };
}

export async function removeWebhook(workspace: Workspace, id: string): Promise<void> {
  found(await workspace.tables.deleteFrom("webhook").where("id", "=", id).returning("id").executeTakeFirst());
}

/** @throws Refusal `not_found` */
export async function webhookRow(on: Workspace | Trx, id: string): Promise<Row> {
  return found(await on.tables.selectFrom("webhook").selectAll().where("id", "=", id).executeTakeFirst());
}

function found<Value>(row: Value | undefined): Value {
  if (row === undefined) throw new Refusal("not_found", { what: "webhook" });
  return row;
}

function defined<Given extends object>(given: Given): { [K in keyof Given]?: Exclude<Given[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}

function toWebhook(row: Row): Webhook {
  const { id, name, url, objects, ops, with_values, active, failures, created_at } = row;
  return {
    id,
    name,
    url,
    objects,
    ops: ops as Webhook["ops"],
    values: with_values,
    active,
    failures,
    createdAt: created_at.toISOString(),
  };
}
