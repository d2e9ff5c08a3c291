-- Definitions: everything the company decided, and the tables that publishing an object makes.

-- One row per published version; never changed. `layer` says whose words they are: the package's or the company's.
create table :schema.definition (
  kind text not null,
  key text not null,
  version integer not null,
  body jsonb not null,
  layer text not null constraint definition_layer_known check (layer in ('package', 'company')),
  effective_from timestamptz not null,
  by_member uuid,
  at timestamptz not null,
  note text not null,
  constraint definition_pk primary key (kind, key, version)
);

-- What stands today: the version that is in force (none before the first and after a removal) and the draft.
create table :schema.definition_head (
  kind text not null,
  key text not null,
  published integer,
  -- The highest version given so far; versions are never given twice, also not after a removal.
  last integer not null,
  draft jsonb,
  -- The version the draft was begun from, so that one made on old ground is noticed.
  draft_base integer,
  draft_by uuid,
  draft_at timestamptz,
  -- The package that brought it, and the version with the package's own words, below the company's changes.
  package text,
  package_base integer,
  -- A new version waits for a conversion in the background; until then nothing else is published.
  building integer,
  constraint definition_head_pk primary key (kind, key)
);
create index definition_head_by_package on :schema.definition_head (package, kind, key) where package is not null;

-- A person's own settings of a view: above the package's and the company's words, seen by nobody else.
create table :schema.definition_personal (
  member_id uuid not null,
  kind text not null,
  key text not null,
  body jsonb not null,
  at timestamptz not null,
  constraint definition_personal_pk primary key (member_id, kind, key)
);

create table :schema.installed_package (
  key text constraint installed_package_pk primary key,
  version text not null,
  label jsonb not null,
  at timestamptz not null,
  by_member uuid
);

-- One row: rises with every publication. Caches of definitions, shapes and access are keyed by it.
create table :schema.world (
  singleton boolean constraint world_pk primary key constraint world_single check (singleton),
  version bigint not null
);
insert into :schema.world (singleton, version) values (true, 1);

-- Which column holds a field. A removed field's column is `retired` with its values, then cleared to be `free`
-- for a later field of the same type: PostgreSQL never gives back one of a table's 1,600 columns.
create table :schema.object_column (
  object text not null,
  name text not null,
  field text not null,
  type text not null,
  state text not null constraint object_column_state_known check (state in ('live', 'building', 'retired', 'free')),
  at timestamptz not null,
  constraint object_column_pk primary key (object, name)
);
create unique index object_column_one_live on :schema.object_column (object, field) where state = 'live';

-- Work on tables: what was done at once and what runs behind, for the page that shows it.
create table :schema.schema_op (
  id uuid constraint schema_op_pk primary key,
  kind text not null,
  object text not null,
  payload jsonb not null,
  state text not null constraint schema_op_state_known check (state in ('pending', 'running', 'done', 'failed')),
  done bigint not null default 0,
  total bigint,
  error jsonb,
  by_member uuid,
  at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
create index schema_op_open on :schema.schema_op (state, id) where state in ('pending', 'running');
create index schema_op_by_object on :schema.schema_op (object, id);

-- Where an automatic number stands; `period` is empty, a year, a month or a day.
create table :schema.autonumber (
  object text not null,
  field text not null,
  period text not null,
  last bigint not null,
  constraint autonumber_pk primary key (object, field, period)
);
