import type { World } from "@dabiao/core/model/kind.ts";
import { type PublishedDefinition, worldOf } from "@dabiao/core/model/world.ts";
import { ident, sql } from "@dabiao/core/platform/sql.ts";
import type { Runner } from "../platform/postgres/db.ts";
import "./tables.ts";

/** The counter of publications. */
export async function readWorldVersion(on: Runner): Promise<number> {
  const [row] = await on.rows<{ version: string }>(sql`select version from ${ident(on.schema, "world")}`);
  return Number(row?.version);
}

/** All published definitions with the counter they stand at: one statement, so that both are of one moment. */
export async function readWorld(on: Runner): Promise<World> {
  const table = (name: string) => ident(on.schema, name);
  const [row] = await on.rows<WorldRow>(sql`
    select w.version,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'key', d.key, 'body', d.body) order by d.kind, d.key), '[]')
        from ${table("definition_head")} h
        join ${table("definition")} d on d.kind = h.kind and d.key = h.key and d.version = h.published) as definitions,
      (select coalesce(jsonb_agg(jsonb_build_object('object', c.object, 'field', c.field, 'name', c.name)), '[]')
        from ${table("object_column")} c where c.state = 'live' and c.name <> c.field) as columns
    from ${table("world")} w`);
  if (!row) throw new Error(`${on.schema} has no world`);
  return worldOf(Number(row.version), row.definitions, columnNames(row.columns));
}

interface WorldRow {
  readonly version: string;
  readonly definitions: PublishedDefinition[];
  readonly columns: { object: string; field: string; name: string }[];
}

function columnNames(rows: WorldRow["columns"]): Map<string, Map<string, string>> {
  const names = new Map<string, Map<string, string>>();
  for (const { object, field, name } of rows) {
    const ofObject = names.get(object) ?? new Map<string, string>();
    names.set(object, ofObject.set(field, name));
  }
  return names;
}
