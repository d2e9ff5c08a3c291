import type { JsonObject } from "@dabiao/core/model/json-value.ts";
import { systemActor } from "@dabiao/core/people/actor.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Definer } from "../../src/model/definer.ts";
import { newId } from "../../src/platform/id.ts";
import type { Workspace } from "../../src/platform/postgres/db.ts";

/** Somebody who may change everything. */
export function definer(workspace: Workspace): Definer {
  return { actor: systemActor(workspace.id, "test", "test"), memberId: null, demand: () => undefined };
}

export function field(key: string, type: string, settings: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return { key, type, label: { zh: `${key} 栏` }, settings, ...more };
}

/** A small object: a name and the given fields. */
export function objectBody(fields: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { label: { zh: "客户" }, nameField: "name", fields: [field("name", "text"), ...fields], ...more };
}

/** Puts a row into an object's table, as the records room would. */
export async function insert(workspace: Workspace, object: string, values: Record<string, unknown>): Promise<string> {
  const id = newId();
  const now = new Date();
  const columns = Object.keys(values);
  await workspace.rows(sql`
    insert into ${ident(workspace.schema, object)} (id, version, created_at, updated_at) values (${id}, 1, ${now}, ${now})`);
  for (const column of columns) {
    await workspace.rows(
      sql`update ${ident(workspace.schema, object)} set ${ident(column)} = ${values[column]} where id = ${id}`,
    );
  }
  return id;
}
