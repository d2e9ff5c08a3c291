import { objectSchema } from "@dabiao/core/model/object.ts";
import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { type Page, type PageQuery, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { and, ident, join, raw, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import type { TimelineEntry } from "@dabiao/core/records/contract.ts";
import { z } from "zod";
import type { Access } from "../people/access.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { currentReader } from "./current-reader.ts";
import { getRecordText } from "./list-store.ts";
import { objectOf, type Reader, rightOn, tableOf } from "./sql/reader.ts";
import { scopeSql } from "./sql/record-sql.ts";

/** Columns that say when and by whom: the entry itself says that. */
const SILENT: ReadonlySet<string> = new Set(["updated_at", "updated_by", "created_at", "created_by", "version"]);

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: TimelineEntry["kind"];
  readonly member_id: string | null;
  readonly op: string | null;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly source: string | null;
  readonly body: string | null;
  readonly mentions: string[] | null;
  readonly object: string | null;
  readonly title: string | null;
}

/**
 * What happened to a record, newest first: its changes as far as the reader may see the fields, its comments, and
 * the records that refer to it and lie in reach. Ids begin with their time, so they are the order.
 */
export async function readTimeline(
  ws: Workspace,
  access: Access,
  object: string,
  id: string,
  page: PageQuery,
): Promise<Page<TimelineEntry>> {
  await getRecordText(ws, access, object, id, { fields: [] });
  const reader = await currentReader(ws, access);
  const shape = objectOf(reader.world, object);
  const before = page.cursor ? idIn(page.cursor) : null;
  const after = before === null ? raw("true") : sql`x.id < ${before}::uuid`;
  const sources = [
    changesSql(reader, object, id),
    commentsSql(reader, object, id),
    ...activitiesSql(reader, shape, id),
  ];
  const limited = sources.map(
    (source) => sql`(select * from (${source}) x where ${after} order by x.id desc limit ${page.limit + 1})`,
  );
  const rows = await ws.rows<Row>(
    sql`select * from (${join(limited, " union all ")}) x order by x.id desc limit ${page.limit + 1}`,
  );
  const { items, next } = pageOf(rows, page.limit, (row) => [row.id]);
  return { items: items.map((row) => toEntry(reader, shape, row)), next };
}

function idIn(cursor: string): string {
  const id = z.uuid().safeParse(readCursor(cursor, 1)[0]);
  if (!id.success) throw new Refusal("bad_cursor", {}, ["query", "cursor"]);
  return id.data;
}

function changesSql(reader: Reader, object: string, id: string): Sql {
  return sql`select id, at, 'change' as kind, member_id, op, before, after, source, null as body, null::uuid[] as mentions, null as object, null as title
    from ${ident(reader.schema, "change")} where object = ${object} and record_id = ${id}::uuid`;
}

function commentsSql(reader: Reader, object: string, id: string): Sql {
  return sql`select c.id, c.created_at, 'comment', c.created_by, null, null::jsonb, null::jsonb, null, c.body,
      array(select m.member_id from ${ident(reader.schema, "mention")} m where m.comment_id = c.id order by 1), null, null
    from ${ident(reader.schema, "comment")} c where c.object = ${object} and c.record_id = ${id}::uuid and c.deleted_at is null`;
}

/** Records of other objects that refer to this one, such as visits and receipts; each reference has its index. */
function activitiesSql(reader: Reader, object: ObjectShape, id: string): Sql[] {
  const others = reader.world.list(objectSchema).map(({ key }) => objectOf(reader.world, key));
  return others.flatMap((other) => {
    if (!isOpen(reader, other, other.nameField)) return [];
    const fields = other.ownFields.filter(
      ({ family, target, key }) =>
        family === "reference" &&
        target?.kind === "object" &&
        target.object === object.key &&
        isOpen(reader, other, key),
    );
    if (fields.length === 0) return [];
    const name = ident("t", other.fields.get(other.nameField)?.column ?? other.nameField);
    const refers = fields.map(({ column, key }) => sql`${ident("t", column ?? key)} = ${id}::uuid`);
    return fields.slice(0, 1).map(
      () => sql`select t.id, t.created_at, 'activity', t.created_by, null, null::jsonb, null::jsonb, null, null, null::uuid[], ${other.key}::text, ${name}
        from ${tableOf(reader, other)} t
        where (${join(refers, " or ")}) and ${and([raw("t.deleted_at is null"), scopeSql(reader, other, "t", "read")])}`,
    );
  });
}

function isOpen(reader: Reader, object: ObjectShape, key: string): boolean {
  const right = rightOn(reader, object, key);
  return right === "read" || right === "write";
}

function toEntry(reader: Reader, object: ObjectShape, row: Row): TimelineEntry {
  const base = { id: row.id, at: row.at.toISOString(), kind: row.kind, memberId: row.member_id };
  switch (row.kind) {
    case "change":
      return { ...base, op: row.op ?? "", source: row.source ?? "", fields: visibleFields(reader, object, row) };
    case "comment":
      return { ...base, body: row.body ?? "", mentions: row.mentions ?? [] };
    case "activity":
      return { ...base, object: row.object ?? "", recordId: row.id, title: row.title ?? "" };
  }
}

/** Fields the reader may not see in full are left out, and so are those that are gone. */
function visibleFields(
  reader: Reader,
  object: ObjectShape,
  { before, after }: Row,
): NonNullable<TimelineEntry["fields"]> {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const shown = keys.filter((key) => !SILENT.has(key) && object.fields.has(key) && isOpen(reader, object, key));
  return Object.fromEntries(shown.map((key) => [key, { before: before?.[key] ?? null, after: after?.[key] ?? null }]));
}
