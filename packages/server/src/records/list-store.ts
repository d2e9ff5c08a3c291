import type { ObjectShape } from "@dabiao/core/model/shape.ts";
import { writeCursor } from "@dabiao/core/platform/page.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { sql } from "@dabiao/core/platform/sql.ts";
import type { FieldPath, Sort } from "@dabiao/core/records/filter.ts";
import {
  COUNT_MAX,
  type RecordCount,
  type RecordDetail,
  type RecordPage,
  RecordQuery,
  RecordSelection,
} from "@dabiao/core/records/record-query.ts";
import type { Access } from "../people/access.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";
import { currentReader } from "./current-reader.ts";
import { interactiveRows } from "./interactive-store.ts";
import { detailSql } from "./sql/detail-sql.ts";
import { keptStatement } from "./sql/kept-statement.ts";
import { countSql, idsSql, type Listing, listSql } from "./sql/list-sql.ts";
import { objectOf, type Reader, rightOn } from "./sql/reader.ts";

/** One page as JSON text: what the route sends on unread. */
export async function listRecordsText(ws: Workspace | Trx, access: Access, query: RecordQuery): Promise<string> {
  const { object, ...rest } = RecordQuery.parse(query);
  const reader = await currentReader(ws, access);
  const shape = objectOf(reader.world, object);
  const page = await readPage(ws, reader, shape, {
    ...rest,
    fields: rest.fields ?? defaultFields(reader, shape),
    sort: rest.sort ?? defaultSort(reader, shape),
  });
  return `{"items":${page.items},"titles":${page.titles},"next":${JSON.stringify(page.next)}}`;
}

/**
 * One page of the records an actor may see.
 *
 * @throws Refusal `object_unknown`, `field_not_readable` and what filters, sorts and cursors are refused with
 */
export async function listRecords(ws: Workspace | Trx, access: Access, query: RecordQuery): Promise<RecordPage> {
  return JSON.parse(await listRecordsText(ws, access, query)) as RecordPage;
}

/** One record with its values, all readable fields of the object unless some are named; 404 when it is out of reach. */
export async function getRecord(
  ws: Workspace | Trx,
  access: Access,
  object: string,
  id: string,
  options: { readonly fields?: readonly FieldPath[]; readonly deleted?: boolean } = {},
): Promise<RecordDetail> {
  return JSON.parse(await getRecordText(ws, access, object, id, options)) as RecordDetail;
}

export async function getRecordText(
  ws: Workspace | Trx,
  access: Access,
  object: string,
  id: string,
  options: { readonly fields?: readonly FieldPath[]; readonly deleted?: boolean } = {},
): Promise<string> {
  const reader = await currentReader(ws, access);
  const shape = objectOf(reader.world, object);
  const { fields, deleted = false } = options;
  const question = `one|${object}|${deleted}|${fields ? JSON.stringify(fields) : ""}`;
  const statement = keptStatement(reader, question, () =>
    detailSql(reader, shape, ANY_ID, fields ?? readableFields(reader, shape), deleted),
  );
  const values = statement.values.map((value) => (value === ANY_ID ? readId(id) : value));
  const [row] = await ws.rows<{ record: string; titles: string }>({ ...statement, values });
  if (!row) throw new Refusal("record_not_found", { object, id });
  return `{"record":${row.record},"titles":${row.titles}}`;
}

/** Stands for the record's id in a statement kept for all of them; no record has it. */
const ANY_ID = "ffffffff-ffff-ffff-ffff-fffffffffffe";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readId(id: string): string {
  if (!UUID.test(id)) throw new Refusal("filter_value", { field: "id", operator: "eq" });
  return id;
}

/** How many records a selection has, up to 10,000. */
export async function countRecords(
  ws: Workspace | Trx,
  access: Access,
  selection: RecordSelection,
): Promise<RecordCount> {
  const { object, ...rest } = RecordSelection.parse(selection);
  const reader = await currentReader(ws, access);
  const statement = keptStatement(reader, `count|${object}|${JSON.stringify(rest)}`, () =>
    countSql(reader, objectOf(reader.world, object), rest, COUNT_MAX + 1),
  );
  const [row] = await interactiveRows<{ count: number }>(ws, statement);
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNT_MAX), capped: count > COUNT_MAX };
}

/** The ids of a selection, for bulk actions across pages; `limit` bounds them. */
export async function recordIds(
  ws: Workspace | Trx,
  access: Access,
  selection: RecordSelection,
  limit: number,
  action: "read" | "update" | "delete" = "read",
): Promise<string[]> {
  const { object, ...rest } = RecordSelection.parse(selection);
  const reader = await currentReader(ws, access);
  const ids = idsSql(reader, objectOf(reader.world, object), rest, limit, action);
  return (await ws.rows<{ id: string }>(sql`select id from ${ids} found order by id`)).map(({ id }) => id);
}

interface PageText {
  readonly items: string;
  readonly titles: string;
  readonly next: string | null;
}

interface PageRow {
  readonly items: string;
  readonly titles: string;
  readonly cursor: string | null;
}

/** Searches, and orders that no index of every object gives, may have to look at every record. */
function isWide(object: ObjectShape, { search, sort }: Listing): boolean {
  const known = ["created_at", "id", object.body.defaultSort.field];
  return search !== undefined || sort.some(({ field }) => field.length > 1 || !known.includes(field[0] ?? ""));
}

export async function readPage(
  on: Workspace | Trx,
  reader: Reader,
  object: ObjectShape,
  listing: Listing,
): Promise<PageText> {
  const question = `list|${object.key}|${JSON.stringify(listing)}`;
  const statement = keptStatement(reader, question, () => listSql(reader, object, listing));
  const [row] = await (isWide(object, listing) ? interactiveRows<PageRow>(on, statement) : on.rows<PageRow>(statement));
  const cursor = row?.cursor ? writeCursor(JSON.parse(row.cursor) as (string | null)[]) : null;
  return { items: row?.items ?? "[]", titles: row?.titles ?? "{}", next: cursor };
}

/** The name, the stage, the owner and when it was made, as far as they may be read. */
function defaultFields(reader: Reader, object: ObjectShape): FieldPath[] {
  const keys = [object.nameField, ...(object.stage ? [object.stage.field] : []), "owner", "created_at"];
  return [...new Set(keys)].filter((key) => isReadable(reader, object, key)).map((key) => [key]);
}

export function readableFields(reader: Reader, object: ObjectShape): FieldPath[] {
  return [...object.fields.keys()]
    .filter((key) => key !== "deleted_at" && isReadable(reader, object, key))
    .map((key) => [key]);
}

/** A default the reader may not sort by gives way to the order of creation. */
export function defaultSort(reader: Reader, object: ObjectShape): Sort[] {
  const { field, descending } = object.body.defaultSort;
  const right = rightOn(reader, object, field);
  const open = object.fields.has(field) && (reader.trusted || right === "read" || right === "write");
  return [open ? { field: [field], descending } : { field: ["created_at"], descending: true }];
}

function isReadable(reader: Reader, object: ObjectShape, key: string): boolean {
  return object.fields.has(key) && (reader.trusted === true || rightOn(reader, object, key) !== "hidden");
}
