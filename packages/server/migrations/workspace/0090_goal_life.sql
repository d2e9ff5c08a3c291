-- Targets in real life: leave, ramps, transfers, vacancies, and changes in the middle of a period.
-- Days are half-open, as everywhere.

-- Leave as it was asked for and decided. Only what is approved takes days out of a target.
create table :schema.absence (
  id uuid constraint absence_pk primary key,
  member_id uuid not null constraint absence_member references :schema.member (id) on delete cascade,
  kind text not null,
  from_day date not null,
  to_day date not null,
  note text not null,
  state text not null constraint absence_state_known check (state in ('asked', 'approved', 'rejected', 'withdrawn')),
  asked_by uuid,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision text not null,
  constraint absence_days check (from_day < to_day)
);
create index absence_by_member on :schema.absence (member_id, from_day);
create index absence_by_days on :schema.absence (to_day, from_day) where state = 'approved';

-- Somebody put on a ramp by name, or taken off all ramps (null). The newest row that has not ended counts.
create table :schema.member_ramp (
  id uuid constraint member_ramp_pk primary key,
  member_id uuid not null constraint member_ramp_member references :schema.member (id) on delete cascade,
  ramp_key text,
  start_day date not null,
  note text not null,
  at timestamptz not null,
  by_member uuid,
  ended_at timestamptz
);
create index member_ramp_by_member on :schema.member_ramp (member_id, id);

-- What share of a full target somebody's target was made for. Nothing here is ever changed: the newest row counts.
create table :schema.target_settled (
  id uuid constraint target_settled_pk primary key,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  share numeric not null constraint target_settled_share check (share >= 0),
  at timestamptz not null
);
create index target_settled_by_period on :schema.target_settled (kpi, period, member_id, id);

-- A change of targets in the middle of a period: proposed, approved, posted.
create table :schema.goal_change (
  id uuid constraint goal_change_pk primary key,
  kpi text not null,
  -- Scope, effect, days, mode: what was proposed.
  body jsonb not null,
  reason text not null,
  state text not null constraint goal_change_state_known check (state in ('submitted', 'posted', 'rejected', 'withdrawn')),
  -- How many must approve: two after the middle of the period.
  approvals integer not null constraint goal_change_approvals check (approvals between 1 and 2),
  from_day date not null,
  until_day date not null,
  proposed_by uuid,
  proposed_at timestamptz not null,
  closed_at timestamptz,
  posting_id uuid,
  -- Totals and warnings as they were shown when it was proposed.
  summary jsonb not null,
  constraint goal_change_days check (from_day < until_day)
);
create index goal_change_by_kpi on :schema.goal_change (kpi, from_day);

create table :schema.goal_change_verdict (
  change_id uuid not null constraint goal_change_verdict_change references :schema.goal_change (id) on delete cascade,
  member_id uuid not null,
  approves boolean not null,
  note text not null,
  at timestamptz not null,
  constraint goal_change_verdict_pk primary key (change_id, member_id)
);

-- Every target a posted change touched: what it was, what it is from the day on, and what counts for the period.
create table :schema.goal_change_line (
  change_id uuid not null constraint goal_change_line_change references :schema.goal_change (id) on delete cascade,
  subject_kind text not null,
  subject_id uuid not null,
  period text not null,
  slice text not null,
  before numeric not null,
  after numeric not null,
  counted_before numeric,
  counted_after numeric,
  -- When the person read it.
  seen_at timestamptz,
  constraint goal_change_line_pk primary key (change_id, subject_kind, subject_id, period, slice)
);
create index goal_change_line_by_subject on :schema.goal_change_line (subject_kind, subject_id, change_id);

-- A goal of a period in which somebody changed teams: the earlier half stays in the old team, the later was given anew.
create table :schema.goal_transfer (
  id uuid constraint goal_transfer_pk primary key,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  day date not null,
  from_unit uuid not null,
  to_unit uuid not null,
  earlier numeric not null,
  later numeric not null,
  reason text not null,
  at timestamptz not null,
  by_member uuid
);
create index goal_transfer_by_period on :schema.goal_transfer (kpi, period, member_id, id);

-- A territory without a seller: what was parked on the manager until somebody takes it over.
create table :schema.goal_vacancy (
  id uuid constraint goal_vacancy_pk primary key,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  holder_id uuid not null,
  amount numeric not null,
  reason text not null,
  at timestamptz not null,
  by_member uuid,
  filled_at timestamptz,
  filled_by uuid
);
create index goal_vacancy_open on :schema.goal_vacancy (kpi, period) where filled_at is null;
