-- People: who works here, in which unit on which day, and with which roles.
--
-- Days are half-open: a row counts from `from_day` up to, but not on, `to_day`; a null `to_day` is open.
-- What has always been so starts on 1900-01-01, so that facts imported from years ago find a unit.
--
-- Roll-up as of an event's day is two joins. Facts (member, day) credited to unit :u or anything below it:
--
--   from fact f
--   join membership m on m.member_id = f.member_id and m.kind = 'primary'
--     and f.day >= m.from_day and (m.to_day is null or f.day < m.to_day)
--   join unit_path p on p.unit_id = m.unit_id and p.ancestor_id = :u
--     and f.day >= p.from_day and (p.to_day is null or f.day < p.to_day)
--
-- For every member and day there is at most one primary membership, and for every unit, ancestor and day at most
-- one path (depth 0 is the unit itself), so neither join ever doubles a fact. A member who left keeps the last
-- membership open: what comes in afterwards on that member's deals still belongs to the team.

create table :schema.member (
  id uuid constraint member_pk primary key,
  name text not null constraint member_name_length check (char_length(name) between 1 and 100),
  -- Lower-case full pinyin and initials of the name, and everything the member is found by, made by the app.
  pinyin text not null,
  search text not null,
  email text,
  phone text,
  employee_no text,
  account_id text,
  state text not null constraint member_state_known check (state in ('active', 'invited', 'left')),
  joined_on date,
  left_on date,
  locale text not null default 'zh-CN',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint member_left_day check (state <> 'left' or left_on is not null)
);
create unique index member_account_unique on :schema.member (account_id) where account_id is not null;
create unique index member_email_unique on :schema.member (lower(email)) where email is not null;
create unique index member_employee_no_unique on :schema.member (employee_no) where employee_no is not null;
create index member_by_pinyin on :schema.member (pinyin, id);

-- `parent_id` is the parent today; what it was on another day is in `unit_parent`.
create table :schema.unit (
  id uuid constraint unit_pk primary key,
  parent_id uuid constraint unit_parent_exists references :schema.unit (id),
  name text not null constraint unit_name_length check (char_length(name) between 1 and 100),
  level text,
  leader_id uuid constraint unit_leader_exists references :schema.member (id),
  sort integer not null default 0,
  archived boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index unit_one_root on :schema.unit ((parent_id is null)) where parent_id is null;
create index unit_by_parent on :schema.unit (parent_id, sort, id);
create index unit_by_leader on :schema.unit (leader_id) where leader_id is not null;

create table :schema.unit_parent (
  unit_id uuid not null constraint unit_parent_unit references :schema.unit (id) on delete cascade,
  parent_id uuid constraint unit_parent_parent references :schema.unit (id) on delete cascade,
  from_day date not null,
  to_day date,
  constraint unit_parent_pk primary key (unit_id, from_day),
  constraint unit_parent_days check (to_day is null or from_day < to_day)
);

-- The closure of `unit_parent`, rebuilt by the app whenever that changes.
create table :schema.unit_path (
  ancestor_id uuid not null constraint unit_path_ancestor references :schema.unit (id) on delete cascade,
  unit_id uuid not null constraint unit_path_unit references :schema.unit (id) on delete cascade,
  depth integer not null,
  from_day date not null,
  to_day date,
  constraint unit_path_pk primary key (unit_id, ancestor_id, from_day),
  constraint unit_path_days check (to_day is null or from_day < to_day)
);
create index unit_path_below on :schema.unit_path (ancestor_id, unit_id, from_day);

-- Overlapping primary memberships are refused by the app while the member's row is locked; the index is the backstop.
create table :schema.membership (
  id uuid constraint membership_pk primary key,
  member_id uuid not null constraint membership_member references :schema.member (id) on delete cascade,
  unit_id uuid not null constraint membership_unit references :schema.unit (id),
  kind text not null constraint membership_kind_known check (kind in ('primary', 'secondary')),
  from_day date not null,
  to_day date,
  constraint membership_days check (to_day is null or from_day < to_day)
);
create unique index membership_one_open_primary on :schema.membership (member_id) where kind = 'primary' and to_day is null;
create unique index membership_primary_start on :schema.membership (member_id, from_day) where kind = 'primary';
create index membership_by_member on :schema.membership (member_id, kind, from_day);
create index membership_by_unit on :schema.membership (unit_id, from_day, member_id);

create table :schema.member_role (
  member_id uuid not null constraint member_role_member references :schema.member (id) on delete cascade,
  role_key text not null,
  constraint member_role_pk primary key (member_id, role_key)
);
create index member_role_by_role on :schema.member_role (role_key, member_id);

-- One row. It rises with every change of members, units, memberships or member roles; caches are keyed by it.
create table :schema.org_version (
  singleton boolean constraint org_version_pk primary key constraint org_version_single check (singleton),
  version bigint not null
);
insert into :schema.org_version (singleton, version) values (true, 1);

-- Sign-ins, role and permission changes, exports, previews: what the change log of records does not hold.
create table :schema.audit_event (
  id uuid constraint audit_event_pk primary key,
  at timestamptz not null,
  kind text not null,
  member_id uuid,
  -- What it happened to: `member`, `role`, `api_key` … and its id.
  subject text,
  subject_id text,
  detail jsonb not null,
  source text not null,
  request_id text not null
);
create index audit_event_by_time on :schema.audit_event (at, id);
create index audit_event_by_member on :schema.audit_event (member_id, at, id);
create index audit_event_by_kind on :schema.audit_event (kind, at, id);
