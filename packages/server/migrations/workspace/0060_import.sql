-- Imports: a file on its way into records or people. The file itself lies in the data directory.
create table :schema.import (
  id uuid constraint import_pk primary key,
  file_name text not null,
  bytes bigint not null,
  format text not null constraint import_format_known check (format in ('csv', 'xlsx', 'xls')),
  encoding text,
  state text not null constraint import_state_known check (
    state in ('uploaded', 'reading', 'read', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undone')
  ),
  sheets jsonb not null,
  mapping jsonb,
  -- Counts of the check; those of the run are the sum of its chunks.
  counts jsonb not null,
  problems jsonb not null,
  failure jsonb,
  -- Whoever began it, with the roles of that moment: the run writes with these rights and no others.
  actor jsonb not null,
  member_id uuid,
  created_at timestamptz not null,
  -- When the work now under way began, and when it was last seen alive.
  started_at timestamptz,
  worked_at timestamptz,
  finished_at timestamptz,
  -- Members and units the import made.
  people jsonb not null,
  files_removed boolean not null
);
create index import_by_time on :schema.import (id desc);
create index import_at_work on :schema.import (worked_at) where state in ('reading', 'checking', 'running');

-- One row per chunk, written in the transaction that wrote its records: a chunk is either wholly there or not at all,
-- so a run that was cut short goes on where it stopped. Phase 1 writes rows, phase 2 links rows of one file to each other.
create table :schema.import_chunk (
  import_id uuid not null constraint import_chunk_import references :schema.import (id) on delete cascade,
  phase integer not null,
  first_row integer not null,
  last_row integer not null,
  counts jsonb not null,
  -- The rows that stayed out and why.
  faults jsonb not null,
  constraint import_chunk_pk primary key (import_id, phase, first_row)
);

-- What was mapped before, by what it was mapped to and the headers of the file.
create table :schema.import_mapping (
  target text not null,
  signature text not null,
  mapping jsonb not null,
  headers jsonb not null,
  at timestamptz not null,
  constraint import_mapping_pk primary key (target, signature)
);
create index import_mapping_by_time on :schema.import_mapping (target, at desc);
