import type { Source } from "@dabiao/core/people/actor.ts";
import type { ChangeOp } from "@dabiao/core/records/change.ts";

/** Rows of the fixed tables around records. JSON columns are written as text and read parsed. */
export interface ChangeRow {
  id: string;
  at: Date;
  member_id: string | null;
  object: string;
  record_id: string;
  op: ChangeOp;
  version: number;
  before: unknown;
  after: unknown;
  source: Source;
  cause: string;
}

export interface OwnershipRow {
  record_object: string;
  record_id: string;
  member_id: string | null;
  from_at: Date;
  to_at: Date | null;
}

export interface ShareRow {
  id: string;
  object: string;
  record_id: string;
  grantee_kind: "member" | "unit";
  grantee_id: string;
  access: "read" | "write";
  until: Date | null;
  reason: string;
  created_at: Date;
  created_by: string | null;
}

export interface AttachmentRow {
  id: string;
  object: string;
  record_id: string;
  field: string | null;
  name: string;
  size: string;
  type: string;
  sha256: string;
  created_at: Date;
  created_by: string | null;
  deleted_at: Date | null;
}

export interface CommentRow {
  id: string;
  object: string;
  record_id: string;
  body: string;
  created_at: Date;
  created_by: string | null;
  edited_at: Date | null;
  deleted_at: Date | null;
}

export interface NotificationRow {
  id: string;
  member_id: string;
  at: Date;
  kind: string;
  object: string | null;
  record_id: string | null;
  detail: unknown;
  read_at: Date | null;
}

export interface TimerRow {
  id: string;
  due_at: Date;
  kind: string;
  object: string;
  record_id: string;
  generation: number;
  payload: unknown;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    change: ChangeRow;
    change_pending: { change_id: string };
    ownership: OwnershipRow;
    record_share: ShareRow;
    attachment: AttachmentRow;
    comment: CommentRow;
    mention: { comment_id: string; member_id: string };
    notification: NotificationRow;
    timer: TimerRow;
    record_follow: { member_id: string; object: string; record_id: string; created_at: Date };
  }
}
