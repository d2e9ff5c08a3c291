-- Records: what surrounds the tables that users shape. Tables of records themselves are made from definitions.
--
-- `change` is the one spine: append-only, written in the same transaction as the record. `change_pending` names
-- the changes no consumer has seen; the dispatcher takes them in order of their ids and deletes them in the
-- transaction in which the consumers act, so an effect in this database happens exactly once.

create table :schema.change (
  -- Version 7, made after the record's row is locked: a record's changes sort by it.
  id uuid constraint change_pk primary key,
  at timestamptz not null,
  member_id uuid,
  object text not null,
  record_id uuid not null,
  op text not null constraint change_op_known check (op in ('create', 'update', 'delete', 'restore', 'purge')),
  -- The record's version after the change; 0 once it is gone.
  version integer not null,
  before jsonb,
  after jsonb,
  source text not null constraint change_source_known check (source in ('ui', 'api', 'import', 'automation', 'system')),
  cause text not null
);
create index change_by_record on :schema.change (object, record_id, id);
create index change_by_at on :schema.change (object, at);
create index change_by_cause on :schema.change (cause, id);

create table :schema.change_pending (
  change_id uuid constraint change_pending_pk primary key
);

-- Who owned a record when. Rows exist only for records whose owner ever changed; the first one starts in 1900,
-- so that facts dated before the record was made still find their owner.
create table :schema.ownership (
  record_object text not null,
  record_id uuid not null,
  member_id uuid,
  from_at timestamptz not null,
  to_at timestamptz,
  constraint ownership_pk primary key (record_object, record_id, from_at),
  constraint ownership_forward check (to_at is null or to_at >= from_at)
);
create index ownership_by_member on :schema.ownership (member_id, record_object);

create table :schema.record_share (
  id uuid constraint record_share_pk primary key,
  object text not null,
  record_id uuid not null,
  grantee_kind text not null constraint record_share_grantee_known check (grantee_kind in ('member', 'unit')),
  grantee_id uuid not null,
  access text not null constraint record_share_access_known check (access in ('read', 'write')),
  until timestamptz,
  reason text not null,
  created_at timestamptz not null,
  created_by uuid,
  constraint record_share_once unique (object, record_id, grantee_id)
);
create index record_share_by_grantee on :schema.record_share (grantee_id, object, record_id);

create table :schema.attachment (
  id uuid constraint attachment_pk primary key,
  object text not null,
  record_id uuid not null,
  field text,
  name text not null,
  -- Bytes; the content lies under its sha-256, so the same file is kept once.
  size bigint not null,
  type text not null,
  sha256 text not null,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz
);
create index attachment_by_record on :schema.attachment (object, record_id, id);
create index attachment_by_content on :schema.attachment (sha256);

create table :schema.comment (
  id uuid constraint comment_pk primary key,
  object text not null,
  record_id uuid not null,
  body text not null,
  created_at timestamptz not null,
  created_by uuid,
  edited_at timestamptz,
  deleted_at timestamptz
);
create index comment_by_record on :schema.comment (object, record_id, id);

create table :schema.mention (
  comment_id uuid not null,
  member_id uuid not null,
  constraint mention_pk primary key (comment_id, member_id),
  constraint mention_comment foreign key (comment_id) references :schema.comment (id) on delete cascade
);

-- A member's inbox.
create table :schema.notification (
  id uuid constraint notification_pk primary key,
  member_id uuid not null,
  at timestamptz not null,
  kind text not null,
  object text,
  record_id uuid,
  detail jsonb not null,
  read_at timestamptz
);
create index notification_by_member on :schema.notification (member_id, id);

-- One row per kind and record. Scheduling again raises the generation, so a timer taken earlier does nothing.
create table :schema.timer (
  id uuid constraint timer_pk primary key,
  due_at timestamptz not null,
  kind text not null,
  object text not null,
  record_id uuid not null,
  generation integer not null,
  payload jsonb not null,
  constraint timer_once unique (kind, object, record_id)
);
create index timer_by_due on :schema.timer (due_at, id);

-- Stars: records a member follows.
create table :schema.record_follow (
  member_id uuid not null,
  object text not null,
  record_id uuid not null,
  created_at timestamptz not null,
  constraint record_follow_pk primary key (member_id, object, record_id)
);
create index record_follow_by_record on :schema.record_follow (object, record_id);
