import { objectSchema } from "@dabiao/core/model/object.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { and, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { FRESH_PLAN } from "../platform/postgres/prepared.ts";
import { currentReader } from "./current-reader.ts";
import { interactiveRows } from "./interactive-store.ts";
import { instantText } from "./sql/json-sql.ts";
import { objectOf, type Reader, rightOn, tableOf } from "./sql/reader.ts";
import { scopeBranches } from "./sql/record-sql.ts";
import { searchRank, searchSql } from "./sql/search-sql.ts";

/** Matches looked at before the best are chosen: the newest ones. */
const CANDIDATES = 500;
const PER_OBJECT = 8;

export interface FoundGroup {
  readonly object: string;
  readonly items: { id: string; title: string; updatedAt: string }[];
}

/** The best matches of every object its reader may see: the whole name first, then its beginning, then the latest. */
export async function searchRecords(
  ws: Workspace,
  access: Access,
  typed: string,
  only?: readonly string[],
): Promise<FoundGroup[]> {
  const reader = await currentReader(ws, access);
  const keys = reader.world.list(objectSchema).map(({ key }) => key);
  const wanted = keys.filter((key) => !only || only.includes(key));
  const objects = wanted.map((key) => objectOf(reader.world, key)).filter((object) => isNamed(reader, object));
  const groups = await Promise.all(objects.map((object) => searchObject(ws, reader, object, typed)));
  return groups.filter(({ items }) => items.length > 0);
}

function isNamed(reader: Reader, object: ObjectShape): boolean {
  const right = rightOn(reader, object, object.nameField);
  return right === "read" || right === "write";
}

async function searchObject(ws: Workspace, reader: Reader, object: ObjectShape, typed: string): Promise<FoundGroup> {
  const branches = scopeBranches(reader, object, "t", "read") ?? [raw("true")];
  if (branches.length === 0) return { object: object.key, items: [] };
  const name = ident("t", object.fields.get(object.nameField)?.column ?? object.nameField);
  const hits = (
    scope: Sql,
  ) => sql`(select t.id, coalesce(${name}, '') as title, t.updated_at, ${searchRank(object, typed, "t")} as rank
    from ${tableOf(reader, object)} t
    where ${and([raw("t.deleted_at is null"), searchSql(reader, object, typed, "t"), scope])} limit ${CANDIDATES})`;
  const items = await interactiveRows<{ id: string; title: string; updatedAt: string }>(
    ws,
    sql`${raw(FRESH_PLAN)}
    select id, title, ${instantText(raw("updated_at"))} as "updatedAt"
    from (${join(branches.map(hits), " union ")}) found order by rank, updated_at desc, id limit ${PER_OBJECT}`,
  );
  return { object: object.key, items };
}
