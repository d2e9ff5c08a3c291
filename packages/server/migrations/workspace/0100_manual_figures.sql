-- Figures that stand in no record: entered by a named person, confirmed by another one (four eyes). Nothing is ever
-- overwritten: a correction is a new row, and the confirmed one counts until the correction is confirmed.
create table :schema.manual_figure (
  id uuid constraint manual_figure_pk primary key,
  metric text not null,
  member_id uuid not null,
  period text not null,
  -- Half-open days of the period, and the day the figure counts on: the period's last.
  from_day date not null,
  to_day date not null,
  day date not null,
  -- Null says that there is none this time, which is no data and not 0.
  value numeric,
  note text not null,
  evidence text not null,
  state text not null constraint manual_figure_state_known check (state in ('entered', 'confirmed', 'returned', 'replaced')),
  entered_by uuid,
  entered_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  reason text not null,
  -- When a confirmed figure gave way to a confirmed correction.
  ended_at timestamptz,
  constraint manual_figure_days check (from_day < to_day and day >= from_day and day < to_day),
  constraint manual_figure_four_eyes check (state <> 'confirmed' or decided_by is distinct from entered_by)
);
create unique index manual_figure_one_waiting on :schema.manual_figure (metric, period, member_id) where state = 'entered';
create unique index manual_figure_one_counting on :schema.manual_figure (metric, period, member_id)
  where state = 'confirmed' and ended_at is null;
create index manual_figure_by_day on :schema.manual_figure (metric, day, member_id) include (value)
  where state = 'confirmed' and ended_at is null;
create index manual_figure_by_subject on :schema.manual_figure (metric, period, member_id, id);

-- Who was reminded of which missing figures, so that nobody is told twice. Stages: enter, confirm, escalate.
create table :schema.manual_reminder (
  metric text not null,
  period text not null,
  member_id uuid not null,
  stage text not null constraint manual_reminder_stage_known check (stage in ('enter', 'confirm', 'escalate')),
  at timestamptz not null,
  constraint manual_reminder_pk primary key (metric, period, member_id, stage)
);

-- Why a version was published although its check said no: the findings and the reason given.
alter table :schema.definition add column override jsonb;
