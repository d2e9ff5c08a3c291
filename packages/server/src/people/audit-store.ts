import type { Actor } from "@dabiao/core/people/actor.ts";
import type { AuditEvent, AuditKind, AuditQuery } from "@dabiao/core/people/audit.ts";
import { type Page, pageOf, readCursor } from "@dabiao/core/platform/page.ts";
import { newId } from "../platform/id.ts";
import type { Trx, Workspace } from "../platform/postgres/db.ts";

export interface NewAuditEvent {
  readonly kind: AuditKind;
  readonly subject?: string;
  readonly subjectId?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Keeps what an auditor asks for and the change log of records does not hold. Any room may call it. */
export async function recordAudit(trx: Trx, actor: Actor, event: NewAuditEvent): Promise<void> {
  await trx.tables
    .insertInto("audit_event")
    .values({
      id: newId(trx.now),
      at: trx.now,
      kind: event.kind,
      member_id: actor.memberId,
      subject: event.subject ?? null,
      subject_id: event.subjectId ?? null,
      detail: JSON.stringify(event.detail ?? {}),
      source: actor.source,
      request_id: actor.requestId,
    })
    .execute();
}

/** Newest first. */
export async function listAudit(ws: Workspace, query: AuditQuery): Promise<Page<AuditEvent>> {
  let rows = ws.tables
    .selectFrom("audit_event")
    .leftJoin("member", "member.id", "audit_event.member_id")
    .selectAll("audit_event")
    .select("member.name as member_name");
  if (query.kind) rows = rows.where("audit_event.kind", "=", query.kind);
  if (query.memberId) rows = rows.where("audit_event.member_id", "=", query.memberId);
  if (query.from) rows = rows.where("audit_event.at", ">=", new Date(query.from));
  if (query.to) rows = rows.where("audit_event.at", "<", new Date(query.to));
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2).map(String) as [string, string];
    rows = rows.where((or) => or(or.refTuple("audit_event.at", "audit_event.id"), "<", or.tuple(new Date(at), id)));
  }
  const found = await rows
    .orderBy("audit_event.at", "desc")
    .orderBy("audit_event.id", "desc")
    .limit(query.limit + 1)
    .execute();
  const page = pageOf(found, query.limit, (last) => [last.at.toISOString(), last.id]);
  return { ...page, items: page.items.map(toAuditEvent) };
}

function toAuditEvent(row: {
  id: string;
  at: Date;
  kind: string;
  member_id: string | null;
  member_name: string | null;
  subject: string | null;
  subject_id: string | null;
  detail: unknown;
  source: string;
  request_id: string;
}): AuditEvent {
  return {
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind as AuditKind,
    member: row.member_id === null ? null : { id: row.member_id, name: row.member_name ?? "" },
    subject: row.subject,
    subjectId: row.subject_id,
    detail: row.detail as Record<string, unknown>,
    source: row.source,
    requestId: row.request_id,
  };
}
