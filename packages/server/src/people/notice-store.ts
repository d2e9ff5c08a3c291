import { UNREAD_MAX } from "@dabiao/core/people/inbox-contract.ts";
import type { Notice } from "@dabiao/core/people/notice.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { and, ident, type Sql, sql } from "@dabiao/core/platform/sql.ts";
import { newId } from "../platform/id.ts";
import type { Runner, Trx } from "../platform/postgres/db.ts";

/** What a member is told. */
export interface NewNotice {
  readonly memberId: string;
  readonly kind: string;
  readonly params: Notice["params"];
  /** The page that shows it. */
  readonly path?: string;
  readonly object?: string;
  readonly recordId?: string;
}

/** Puts notices into inboxes, in the caller's transaction: what is undone notifies nobody. */
export async function notify(trx: Trx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const of = <Value>(read: (each: NewNotice) => Value) => notices.map(read);
  await trx.rows(sql`insert into ${ident(trx.schema, "notification")}
      (id, member_id, at, kind, object, record_id, detail, read_at)
    select g.id, g.member, ${trx.now}::timestamptz, g.kind, g.object, g.record, g.detail::jsonb, null
    from unnest(${of(() => newId(trx.now))}::uuid[], ${of(({ memberId }) => memberId)}::uuid[],
      ${of(({ kind }) => kind)}::text[], ${of(({ object }) => object ?? null)}::text[],
      ${of(({ recordId }) => recordId ?? null)}::uuid[],
      ${of(({ params, path }) => JSON.stringify({ params, path: path ?? null }))}::text[])
      as g (id, member, kind, object, record, detail)`);
}

interface NoticeRow {
  id: string;
  at: Date;
  kind: string;
  object: string | null;
  record_id: string | null;
  detail: Pick<Notice, "params" | "path">;
  read_at: Date | null;
}

/** A member's notices, the newest first. */
export async function listNotices(
  on: Runner,
  memberId: string,
  query: { only: "all" | "unread"; cursor?: string | undefined; limit: number },
): Promise<Page<Notice>> {
  const conditions: Sql[] = [sql`member_id = ${memberId}`];
  if (query.only === "unread") conditions.push(sql`read_at is null`);
  if (query.cursor) conditions.push(sql`id < ${String(readCursor(query.cursor, 1)[0])}::uuid`);
  const rows = await on.rows<NoticeRow>(sql`
    select id, at, kind, object, record_id, detail, read_at from ${ident(on.schema, "notification")}
    where ${and(conditions)} order by id desc limit ${query.limit + 1}`);
  const page = pageOf(rows, query.limit, ({ id }) => [id]);
  return { items: page.items.map(toNotice), next: page.next };
}

/** How many are unread, counted up to `UNREAD_MAX`. */
export async function countUnread(on: Runner, memberId: string): Promise<number> {
  const [row] = await on.rows<{ unread: string }>(sql`
    select count(*) as unread from (
      select from ${ident(on.schema, "notification")}
      where member_id = ${memberId} and read_at is null limit ${UNREAD_MAX}) unread`);
  return Number(row?.unread ?? 0);
}

export async function markRead(
  trx: Trx,
  memberId: string,
  ids: readonly string[] | "all",
  read: boolean,
): Promise<void> {
  const chosen = ids === "all" ? sql`true` : sql`id = any(${ids}::uuid[])`;
  await trx.rows(sql`update ${ident(trx.schema, "notification")} set read_at = ${read ? trx.now : null}::timestamptz
    where member_id = ${memberId} and ${chosen} and (read_at is null) = ${read}`);
}

function toNotice({ id, at, kind, object, record_id, detail, read_at }: NoticeRow): Notice {
  const { params, path } = detail;
  return {
    id,
    at: at.toISOString(),
    kind,
    params,
    path,
    object,
    recordId: record_id,
    readAt: read_at?.toISOString() ?? null,
  };
}
