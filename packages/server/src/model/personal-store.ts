import type { JsonObject } from "@dabiao/core/model/json-value.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

/** A member's own settings of views, by the view's key. */
export async function readPersonalViews(
  on: Runner,
  memberId: string,
  views: readonly string[],
): Promise<Map<string, JsonObject>> {
  const rows = await on.rows<{ key: string; body: JsonObject }>(sql`
    select key, body from ${ident(on.schema, "definition_personal")}
    where member_id = ${memberId} and kind = 'view' and key = any(${views}::text[])`);
  return new Map(rows.map(({ key, body }) => [key, body]));
}

/** Keeps a member's own settings of a view, or forgets them. */
export async function keepPersonalView(
  trx: Trx,
  memberId: string,
  view: string,
  body: JsonObject | null,
): Promise<void> {
  const table = ident(trx.schema, "definition_personal");
  if (body === null) {
    await trx.rows(sql`delete from ${table} where member_id = ${memberId} and kind = 'view' and key = ${view}`);
    return;
  }
  await trx.rows(sql`
    insert into ${table} (member_id, kind, key, body, at)
    values (${memberId}, 'view', ${view}, ${JSON.stringify(body)}::jsonb, ${trx.now})
    on conflict (member_id, kind, key) do update set body = excluded.body, at = excluded.at`);
}
