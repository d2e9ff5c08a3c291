import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, raw, sql } from "@dabiao/core/platform/sql.ts";
import type { Filter } from "@dabiao/core/records/filter.ts";
import { GroupQuery, type RecordGroups, type RecordRow, type Titles } from "@dabiao/core/records/record-query.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { currentReader } from "./current-reader.ts";
import { interactiveRows } from "./interactive-store.ts";
import { defaultSort, readableFields, readPage } from "./list-store.ts";
import { planning, selectionSql } from "./sql/list-sql.ts";
import { objectOf, tableOf } from "./sql/reader.ts";
import { pathSql, scopeSql } from "./sql/record-sql.ts";

/** More groups than this are not columns any more. */
const GROUPS_MAX = 100;

/** How many records each value of a field has, their sum, and the first cards: a kanban, or the group rows of a grid. */
export async function groupRecords(ws: Workspace | Trx, access: Access, query: GroupQuery): Promise<RecordGroups> {
  const { object: key, group, sum, cards, fields, sort, ...selection } = GroupQuery.parse(query);
  const reader = await currentReader(ws, access);
  const object = objectOf(reader.world, key);
  const by = pathSql(reader, object, group, "t");
  if (by.masked) throw new Refusal("field_masked", { object: key, field: group.join(".") });
  const total = sum === undefined ? null : pathSql(reader, object, [sum], "t");
  if (total?.masked || (total && total.field.family !== "number"))
    throw new Refusal("field_not_readable", { object: key, field: sum ?? "" });
  const rows = await interactiveRows<{
    key: string | null;
    count: number;
    sum: string | null;
  }>(
    ws,
    sql`${planning(reader, object, selection)}
    select (${by.expression})::text as key, count(*)::int as count, ${total ? sql`sum(${total.expression})::text` : raw("null")} as sum
    from ${tableOf(reader, object)} t
    where ${and([...selectionSql(reader, object, selection), scopeSql(reader, object, "t", "read")])}
    group by 1 order by 1 nulls last limit ${GROUPS_MAX}`,
  );
  const titles: Titles = {};
  const groups: RecordGroups["groups"] = [];
  for (const row of rows) {
    const page =
      cards === 0
        ? null
        : await readPage(ws, reader, object, {
            ...selection,
            filter: inGroup(selection.filter, { field: group, op: "eq", value: row.key }),
            fields: fields ?? readableFields(reader, object),
            sort: sort ?? defaultSort(reader, object),
            limit: cards,
          });
    for (const [target, names] of Object.entries(JSON.parse(page?.titles ?? "{}") as Titles)) {
      titles[target] = { ...titles[target], ...names };
    }
    groups.push({ ...row, items: JSON.parse(page?.items ?? "[]") as RecordRow[], next: page?.next ?? null });
  }
  return { groups, titles };
}

function inGroup(filter: Filter | undefined, own: Filter): Filter {
  return filter ? { and: [filter, own] } : own;
}
