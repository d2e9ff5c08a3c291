import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Names of the people and units among the keys of an answer. */
export async function keyNames(on: Runner, keys: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(keys.filter((key) => ID.test(key)))];
  if (ids.length === 0) return new Map();
  const named = (table: string) => sql`select id, name from ${ident(on.schema, table)} where id = any(${ids}::uuid[])`;
  const rows = await on.rows<{ id: string; name: string }>(sql`${named("member")} union all ${named("unit")}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
