-- The goal tree: targets along people, periods and slices; drafts, versions, locks, negotiation, shared goals.
-- A line of the ledger carries one subject's amounts of many periods: a year of weeks for 10,000 people is 10,000
-- lines and not 520,000 rows with two index entries each.

-- Names that go together, in order: the periods of a line, the children of a split. Never changed; shared by all that name the same.
create table :schema.target_frame (
  id uuid constraint target_frame_pk primary key,
  digest text not null constraint target_frame_digest_once unique,
  names text[] not null
);
create index target_frame_by_name on :schema.target_frame using gin (names);

-- One row per KPI: whoever writes its targets locks it, so postings have one order and one number after the other.
create table :schema.target_book (
  kpi text constraint target_book_pk primary key,
  last_number bigint not null,
  last_at timestamptz not null
);

alter table :schema.target_posting add column number bigint;
alter table :schema.target_posting add column from_day date;
alter table :schema.target_posting add column plan_period text;
alter table :schema.target_posting add column plan_version integer;
alter table :schema.target_posting drop constraint target_posting_kind_known;
alter table :schema.target_posting add constraint target_posting_kind_known
  check (kind in ('set', 'split', 'shift', 'plan', 'batch', 'publish', 'agree', 'adjust'));
update :schema.target_posting p set number = n.number
  from (select id, row_number() over (partition by kpi order by at, id) as number from :schema.target_posting) n where n.id = p.id;
alter table :schema.target_posting alter column number set not null;
alter table :schema.target_posting add constraint target_posting_number_once unique (kpi, number);
alter table :schema.target_posting add constraint target_posting_version_once unique (kpi, plan_period, plan_version);
insert into :schema.target_book (kpi, last_number, last_at)
  select kpi, max(number), max(at) from :schema.target_posting group by kpi;

-- The lines of one posting sum to zero. `target` is what a subject is to reach; `to_*` what it has handed down along an
-- axis, negative: children and buffer; `buffer_*` what it keeps back there on purpose; `plan` where targets come from
-- that nobody handed down. amounts[i] is of the frame's name i; null where the posting does not touch it.
create table :schema.target_line (
  posting_id uuid not null constraint target_line_posting references :schema.target_posting (id),
  seq integer not null,
  at timestamptz not null,
  kpi text not null,
  subject_kind text not null constraint target_line_subject_known check (subject_kind in ('company', 'unit', 'member')),
  subject_id uuid not null,
  slice text not null,
  account text not null constraint target_line_account_known check (account in
    ('target', 'to_people', 'to_periods', 'to_slices', 'buffer_people', 'buffer_periods', 'buffer_slices', 'plan')),
  -- No foreign key: frames are never removed, and looking one up for every line took a fifth of writing a year.
  frame_id uuid not null,
  amounts numeric[] not null,
  constraint target_line_pk primary key (posting_id, seq)
);
create index target_line_by_frame on :schema.target_line (kpi, frame_id, subject_id);

-- How nodes hand down: every subject × period named is a parent along the axis, its children stand in the frame. The
-- latest posting that names a node holds for it.
create table :schema.target_split (
  posting_id uuid not null constraint target_split_posting references :schema.target_posting (id),
  seq integer not null,
  at timestamptz not null,
  number bigint not null,
  kpi text not null,
  axis text not null constraint target_split_axis_known check (axis in ('people', 'periods', 'slices')),
  slice text not null,
  subjects_id uuid not null constraint target_split_subjects references :schema.target_frame (id),
  periods_id uuid not null constraint target_split_periods references :schema.target_frame (id),
  children_id uuid not null constraint target_split_children references :schema.target_frame (id),
  rule text not null constraint target_split_rule_known check (rule in ('exact', 'over', 'under', 'independent')),
  k numeric not null,
  -- What it was computed from (CV-5).
  method jsonb not null,
  constraint target_split_pk primary key (posting_id, seq)
);
create index target_split_by_subjects on :schema.target_split (kpi, subjects_id, periods_id);
create index target_split_by_children on :schema.target_split (kpi, children_id);

-- A locked node keeps its value when its parent is split again; a locked plan is changed only by who may.
create table :schema.target_lock (
  id uuid constraint target_lock_pk primary key,
  kpi text not null,
  subject_kind text not null,
  subject_id uuid not null,
  slice text not null,
  period text not null,
  locked_at timestamptz not null,
  locked_by uuid,
  unlocked_at timestamptz,
  unlocked_by uuid
);
create unique index target_lock_once on :schema.target_lock (kpi, period, subject_id, slice) where unlocked_at is null;
create table :schema.target_plan_lock (
  id uuid constraint target_plan_lock_pk primary key,
  kpi text not null,
  period text not null,
  reason text not null,
  locked_at timestamptz not null,
  locked_by uuid,
  unlocked_at timestamptz,
  unlocked_by uuid
);
create unique index target_plan_lock_once on :schema.target_plan_lock (kpi, period) where unlocked_at is null;

insert into :schema.target_lock (id, kpi, subject_kind, subject_id, slice, period, locked_at, locked_by)
  select md5(concat_ws('/', kpi, subject_id, period))::uuid, kpi, subject_kind, subject_id, '', period, locked_at, locked_by
  from :schema.target_node where locked_at is not null;
insert into :schema.target_frame (id, digest, names)
  select md5('frame:' || period)::uuid, md5(period), array[period] from (select distinct period from :schema.target_entry) p;
insert into :schema.target_line (posting_id, seq, at, kpi, subject_kind, subject_id, slice, account, frame_id, amounts)
  select posting_id, row_number() over (partition by posting_id order by min(id::text)) - 1, at, kpi, subject_kind, subject_id, '', account,
    md5('frame:' || period)::uuid, array[sum(amount)]
  from :schema.target_entry group by posting_id, at, kpi, subject_kind, subject_id, account, period;
drop table :schema.target_entry;
drop table :schema.target_node;

-- The one open draft of a KPI's plan and the edits it gathers.
create table :schema.target_draft (
  id uuid constraint target_draft_pk primary key,
  kpi text not null,
  period text not null,
  version integer not null,
  revision integer not null,
  started_at timestamptz not null,
  started_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  -- What it was published as; null of a discarded one.
  posting_id uuid constraint target_draft_posting references :schema.target_posting (id)
);
create unique index target_draft_open on :schema.target_draft (kpi, period) where ended_at is null;
create table :schema.target_draft_edit (
  id uuid constraint target_draft_edit_pk primary key,
  draft_id uuid not null constraint target_draft_edit_draft references :schema.target_draft (id),
  revision integer not null,
  seq integer not null,
  at timestamptz not null,
  member_id uuid,
  -- The nodes it sets or splits: where two people would meet.
  nodes text[] not null,
  edit jsonb not null
);
create index target_draft_edit_in_order on :schema.target_draft_edit (draft_id, revision, seq);

-- Commitments from below, and every step of their negotiation.
create table :schema.target_commit (
  id uuid constraint target_commit_pk primary key,
  kpi text not null,
  subject_kind text not null,
  subject_id uuid not null,
  period text not null,
  state text not null constraint target_commit_state_known check (state in ('draft', 'submitted', 'negotiating', 'agreed', 'imposed')),
  amount numeric,
  best_case numeric,
  counter numeric,
  suggested numeric,
  evidence text[] not null,
  version integer not null,
  at timestamptz not null,
  constraint target_commit_once unique (kpi, period, subject_id)
);
create table :schema.target_commit_step (
  id uuid constraint target_commit_step_pk primary key,
  commit_id uuid not null constraint target_commit_step_commit references :schema.target_commit (id),
  at timestamptz not null,
  member_id uuid,
  act text not null,
  amount numeric,
  reason text not null
);
create index target_commit_step_in_order on :schema.target_commit_step (commit_id, id);

-- Goals that several people own (`shared`), and goals beside the targets (`overlay`). A change is a new version.
create table :schema.target_shared (
  id uuid not null,
  version integer not null,
  kpi text not null,
  period text not null,
  name text not null,
  kind text not null constraint target_shared_kind_known check (kind in ('shared', 'overlay')),
  amount numeric not null,
  owner_ids uuid[] not null,
  percents numeric[] not null,
  parts numeric[] not null,
  reason text not null,
  at timestamptz not null,
  by_member uuid,
  ended_at timestamptz,
  constraint target_shared_pk primary key (id, version)
);
create index target_shared_by_period on :schema.target_shared (kpi, period);
