-- Appraisal: cycles, sheets and what people do on them. Figures are frozen by inserting them once: `appraisal_line`,
-- `appraisal_result`, `appraisal_adjustment`, `appraisal_signature` and `appraisal_event` are only ever added to.

create table :schema.appraisal_cycle (
  id uuid constraint appraisal_cycle_pk primary key,
  plan_key text not null,
  label jsonb not null,
  period text not null,
  calendar text not null,
  from_day date not null,
  to_day date not null,
  state text not null constraint appraisal_cycle_state_known check (state in
    ('draft', 'goalSetting', 'running', 'scoring', 'calibrating', 'published', 'confirming', 'archived', 'cancelled')),
  -- The plan as it was when the cycle began.
  plan jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  frozen_at timestamptz,
  constraint appraisal_cycle_days check (from_day < to_day)
);
create unique index appraisal_cycle_once on :schema.appraisal_cycle (plan_key, period) where state <> 'cancelled';
create index appraisal_cycle_by_day on :schema.appraisal_cycle (from_day, id);

-- The cards as they were when the cycle began, with the KPIs and metrics they rest on.
create table :schema.appraisal_card (
  cycle_id uuid not null constraint appraisal_card_cycle references :schema.appraisal_cycle (id) on delete cascade,
  key text not null,
  version integer not null,
  body jsonb not null,
  definitions jsonb not null,
  constraint appraisal_card_pk primary key (cycle_id, key)
);

create table :schema.appraisal_sheet (
  id uuid constraint appraisal_sheet_pk primary key,
  cycle_id uuid not null constraint appraisal_sheet_cycle references :schema.appraisal_cycle (id) on delete cascade,
  member_id uuid not null,
  state text not null constraint appraisal_sheet_state_known check (state in ('goalSetting', 'running', 'self', 'rating',
    'calibrating', 'published', 'confirming', 'confirmed', 'expired', 'appealed', 'archived', 'withdrawn')),
  state_at timestamptz not null,
  -- The last day to do what the state asks for.
  due_on date,
  -- Why the person is not counted in the distribution (S-16).
  exempt text,
  goal_imposed boolean not null default false,
  late boolean not null default false,
  -- Parts set by hand are not made anew from the organisation.
  parts_by_hand boolean not null default false,
  -- The result in force, a copy of the newest `appraisal_result`.
  total numeric,
  grade text,
  coefficient numeric,
  source text constraint appraisal_sheet_source_known check (source in ('review', 'calibration', 'reconsideration')),
  missing integer not null default 0,
  flags text[] not null default '{}',
  self_summary text,
  comment text,
  interview jsonb,
  snapshot jsonb,
  hash text,
  version integer not null default 0,
  constraint appraisal_sheet_once unique (cycle_id, member_id)
);
create index appraisal_sheet_by_member on :schema.appraisal_sheet (member_id, cycle_id);
create index appraisal_sheet_by_state on :schema.appraisal_sheet (cycle_id, state, id);

-- A sub-record: one card, unit and manager for some days (A-10). `leaders` are those of the unit and above on its last
-- day, nearest first and without the person: who they were in the period decides who may see and score.
create table :schema.appraisal_part (
  id uuid constraint appraisal_part_pk primary key,
  sheet_id uuid not null constraint appraisal_part_sheet references :schema.appraisal_sheet (id) on delete cascade,
  card_key text not null,
  unit_id uuid,
  from_day date not null,
  to_day date not null,
  share numeric not null,
  -- Working days served times share.
  weight numeric not null,
  leaders uuid[] not null,
  -- Attainment of the card's gates as it was frozen.
  gates jsonb,
  constraint appraisal_part_days check (from_day < to_day),
  constraint appraisal_part_share check (share > 0 and share <= 100)
);
create index appraisal_part_by_sheet on :schema.appraisal_part (sheet_id, from_day, id);

-- A measured line as it was frozen: inputs by period, what they make, and the arithmetic. Written once.
create table :schema.appraisal_line (
  part_id uuid not null constraint appraisal_line_part references :schema.appraisal_part (id) on delete cascade,
  item text not null,
  target numeric,
  actual numeric,
  evidence integer,
  inputs jsonb not null,
  weight numeric not null,
  state text not null,
  given numeric,
  trace jsonb not null,
  frozen_at timestamptz not null,
  constraint appraisal_line_pk primary key (part_id, item)
);

create table :schema.appraisal_rating (
  part_id uuid not null constraint appraisal_rating_part references :schema.appraisal_part (id) on delete cascade,
  item text not null,
  rater_id uuid not null,
  role text not null,
  choice text,
  points numeric,
  comment text not null,
  at timestamptz not null,
  submitted boolean not null,
  constraint appraisal_rating_pk primary key (part_id, item, rater_id, role)
);

-- Overrides of measured lines, bonus points, deductions and vetoes: by one, in force when another approves.
create table :schema.appraisal_proposal (
  id uuid constraint appraisal_proposal_pk primary key,
  sheet_id uuid not null constraint appraisal_proposal_sheet references :schema.appraisal_sheet (id) on delete cascade,
  part_id uuid not null constraint appraisal_proposal_part references :schema.appraisal_part (id) on delete cascade,
  kind text not null constraint appraisal_proposal_kind_known check (kind in ('actual', 'score', 'waive', 'bonus', 'penalty', 'veto')),
  item text not null,
  value numeric,
  reason text not null,
  by_member uuid not null,
  at timestamptz not null,
  state text not null constraint appraisal_proposal_state_known check (state in ('proposed', 'approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz,
  note text,
  constraint appraisal_proposal_two_people check (state <> 'approved' or kind = 'waive' or decided_by <> by_member)
);
create index appraisal_proposal_by_sheet on :schema.appraisal_proposal (sheet_id, at, id);
create index appraisal_proposal_open on :schema.appraisal_proposal (state, at, id) where state = 'proposed';

-- Every result a sheet ever had, the newest in force: review, calibration, reconsideration.
create table :schema.appraisal_result (
  id uuid constraint appraisal_result_pk primary key,
  sheet_id uuid not null constraint appraisal_result_sheet references :schema.appraisal_sheet (id) on delete cascade,
  at timestamptz not null,
  source text not null constraint appraisal_result_source_known check (source in ('review', 'calibration', 'reconsideration')),
  by_member uuid,
  raw numeric,
  adjustment numeric not null default 0,
  -- A grade written over that of the score.
  decided_grade text,
  total numeric,
  grade text,
  coefficient numeric,
  parts jsonb not null,
  reason text not null
);
create index appraisal_result_by_sheet on :schema.appraisal_result (sheet_id, at, id);

-- Differences found after freezing (C-27): after less before, posted and never merged in.
create table :schema.appraisal_adjustment (
  id uuid constraint appraisal_adjustment_pk primary key,
  sheet_id uuid not null constraint appraisal_adjustment_sheet references :schema.appraisal_sheet (id) on delete cascade,
  part_id uuid,
  at timestamptz not null,
  kind text not null constraint appraisal_adjustment_kind_known check (kind in ('recomputation', 'appeal')),
  item text,
  field text not null constraint appraisal_adjustment_field_known check (field in ('actual', 'target', 'score', 'total', 'grade')),
  before_value text,
  after_value text,
  difference numeric,
  reason text not null,
  by_member uuid
);
create index appraisal_adjustment_by_sheet on :schema.appraisal_adjustment (sheet_id, at, id);

-- One person's duty: sign, rate, interview, confirm. The assignee is fixed when the stage begins (A-03).
create table :schema.appraisal_task (
  id uuid constraint appraisal_task_pk primary key,
  cycle_id uuid not null constraint appraisal_task_cycle references :schema.appraisal_cycle (id) on delete cascade,
  sheet_id uuid not null constraint appraisal_task_sheet references :schema.appraisal_sheet (id) on delete cascade,
  stage text not null constraint appraisal_task_stage_known check (stage in ('goal', 'self', 'rating', 'interview', 'confirm')),
  role text not null,
  assignee_id uuid,
  opened_at timestamptz not null,
  due_on date,
  done_at timestamptz,
  skipped_at timestamptz,
  escalated_at timestamptz,
  reminders integer not null default 0,
  reminded_on date
);
create index appraisal_task_by_assignee on :schema.appraisal_task (assignee_id, due_on, id) where done_at is null and skipped_at is null;
create index appraisal_task_by_cycle on :schema.appraisal_task (cycle_id, stage, id);
create index appraisal_task_by_sheet on :schema.appraisal_task (sheet_id, stage, id);

create table :schema.appraisal_signature (
  id uuid constraint appraisal_signature_pk primary key,
  sheet_id uuid not null constraint appraisal_signature_sheet references :schema.appraisal_sheet (id) on delete cascade,
  kind text not null constraint appraisal_signature_kind_known check (kind in
    ('goal', 'goalImposed', 'interviewManager', 'interviewMember', 'result')),
  by_member uuid not null,
  at timestamptz not null,
  hash text not null,
  reason text
);
create index appraisal_signature_by_sheet on :schema.appraisal_signature (sheet_id, at, id);

create table :schema.appraisal_appeal (
  id uuid constraint appraisal_appeal_pk primary key,
  sheet_id uuid not null constraint appraisal_appeal_sheet references :schema.appraisal_sheet (id) on delete cascade,
  at timestamptz not null,
  state text not null constraint appraisal_appeal_state_known check (state in ('submitted', 'inReview', 'needInfo', 'upheld', 'adjusted')),
  reason text not null,
  handler_id uuid,
  answer text,
  decided_at timestamptz
);
create index appraisal_appeal_by_sheet on :schema.appraisal_appeal (sheet_id, at, id);

-- What happened, by whom and why: steps of a cycle, reassignments, calibrations, withdrawals.
create table :schema.appraisal_event (
  id uuid constraint appraisal_event_pk primary key,
  cycle_id uuid not null constraint appraisal_event_cycle references :schema.appraisal_cycle (id) on delete cascade,
  sheet_id uuid,
  at timestamptz not null,
  by_member uuid,
  kind text not null,
  detail jsonb not null
);
create index appraisal_event_by_cycle on :schema.appraisal_event (cycle_id, kind, at, id);
create index appraisal_event_by_sheet on :schema.appraisal_event (sheet_id, at, id) where sheet_id is not null;
