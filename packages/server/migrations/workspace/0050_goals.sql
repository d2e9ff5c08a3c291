-- Targets: a double-entry ledger over people, periods and KPIs. Nothing in it is ever changed or removed, so a
-- target can be read as it stood on any past moment.

-- One act: a target set, a split, a shift between siblings.
create table :schema.target_posting (
  id uuid constraint target_posting_pk primary key,
  at timestamptz not null,
  by_member uuid,
  kpi text not null,
  kind text not null constraint target_posting_kind_known check (kind in ('set', 'split', 'shift', 'plan')),
  reason text not null,
  -- What it was computed from: method, weights, history (CV-5).
  inputs jsonb not null
);
create index target_posting_by_kpi on :schema.target_posting (kpi, at, id);

-- The entries of one act sum to zero. `target` is what a subject is to reach; `to_people` and `to_periods` are what it
-- has handed down to units and people, and to shorter periods: each may be the whole target. `plan` is where targets
-- come from that nobody handed down. The company is the nil uuid.
create table :schema.target_entry (
  id uuid constraint target_entry_pk primary key,
  posting_id uuid not null constraint target_entry_posting references :schema.target_posting (id),
  at timestamptz not null,
  kpi text not null,
  subject_kind text not null constraint target_entry_subject_known check (subject_kind in ('company', 'unit', 'member')),
  subject_id uuid not null,
  period text not null,
  grain text not null constraint target_entry_grain_known check (grain in ('day', 'week', 'month', 'quarter', 'half', 'year')),
  account text not null constraint target_entry_account_known check (account in ('target', 'to_people', 'to_periods', 'plan')),
  amount numeric not null
);
create index target_entry_by_period on :schema.target_entry (kpi, period, subject_kind, subject_id) include (account, amount, at);
create index target_entry_by_subject on :schema.target_entry (kpi, subject_kind, subject_id, period);
create index target_entry_by_posting on :schema.target_entry (posting_id, id);

-- One row per subject, period and KPI that ever had a target: the row that writers lock, and its version.
create table :schema.target_node (
  kpi text not null,
  subject_kind text not null constraint target_node_subject_known check (subject_kind in ('company', 'unit', 'member')),
  subject_id uuid not null,
  period text not null,
  version integer not null,
  -- A locked target keeps its value when its parent is split again.
  locked_at timestamptz,
  locked_by uuid,
  constraint target_node_pk primary key (kpi, period, subject_kind, subject_id)
);
