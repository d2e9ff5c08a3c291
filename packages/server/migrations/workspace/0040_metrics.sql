-- Metrics keep no facts of their own. What is here is a cache of months that no longer change:
-- sealed months and the live tail together always equal a full recompute.

-- A month of a metric that is sealed. `fingerprint` is a hash of everything that decides the number (object, value,
-- filter, date, credit, calendar), so a changed definition finds no seal and a rolled-back one finds its old ones.
create table :schema.metric_seal (
  fingerprint text not null,
  month date not null,
  object text not null,
  -- The date field that places the object's records in months: a change of a record opens the months it names.
  date_key text not null,
  sealed_at timestamptz not null,
  constraint metric_seal_pk primary key (fingerprint, month)
);
create index metric_seal_by_object on :schema.metric_seal (object, date_key, month);

-- Finds the transfers since a period began: only they can make its owners differ from today's.
create index ownership_by_end on :schema.ownership (record_object, to_at);

-- The parts of a sealed month per credited member (nobody is the nil uuid): records, sum, extreme.
create table :schema.metric_month (
  fingerprint text not null,
  month date not null,
  member_id uuid not null,
  n numeric,
  s numeric,
  m numeric,
  constraint metric_month_pk primary key (fingerprint, month, member_id)
);
