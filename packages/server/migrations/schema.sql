-- Made from the migrations; UPDATE_SCHEMA=1 writes it anew.

create table "public"."account" (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  locale text default 'zh-CN'::text not null,
  two_factor_enabled boolean default false not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table "public"."api_key" (
  id uuid not null,
  workspace_id uuid not null,
  member_id uuid not null,
  name text not null,
  secret_hash text not null,
  role_keys text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table "public"."credential" (
  id text not null,
  account_id text not null,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table "public"."idempotent_answer" (
  scope text not null,
  key text not null,
  fingerprint text not null,
  status smallint,
  body text,
  at timestamp with time zone not null,
  done_at timestamp with time zone
);

create table "public"."instance_secret" (
  name text not null,
  value text not null,
  created_at timestamp with time zone not null
);

create table "public"."migration" (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null
);

create table "public"."one_time_link" (
  token_hash text not null,
  kind text not null,
  workspace_id uuid not null,
  member_id uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);

create table "public"."session" (
  id text not null,
  account_id text not null,
  token text not null,
  ip_address text,
  user_agent text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table "public"."setup_token" (
  singleton boolean default true not null,
  token_hash text not null,
  created_at timestamp with time zone not null
);

create table "public"."sign_in_failure" (
  key text not null,
  failures integer not null,
  since timestamp with time zone not null
);

create table "public"."two_factor" (
  id text not null,
  account_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean default true not null,
  failed_verification_count integer default 0 not null,
  locked_until timestamp with time zone
);

create table "public"."verification" (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table "public"."workspace" (
  id uuid not null,
  key text not null,
  name text not null,
  kind text not null,
  zone text not null,
  version integer default 1 not null,
  state text not null,
  fault text,
  created_at timestamp with time zone not null
);

create table "public"."workspace_account" (
  workspace_id uuid not null,
  account_id text not null,
  member_id uuid not null,
  last_used_at timestamp with time zone not null
);

alter table account add constraint account_email_lower CHECK ((email = lower(email)));

alter table account add constraint account_email_unique UNIQUE (email);

alter table account add constraint account_pk PRIMARY KEY (id);

alter table api_key add constraint api_key_pk PRIMARY KEY (id);

alter table credential add constraint credential_pk PRIMARY KEY (id);

alter table credential add constraint credential_unique UNIQUE (provider_id, provider_account_id);

alter table idempotent_answer add constraint idempotent_answer_pk PRIMARY KEY (scope, key);

alter table instance_secret add constraint instance_secret_pk PRIMARY KEY (name);

alter table migration add constraint migration_pk PRIMARY KEY (name);

alter table one_time_link add constraint one_time_link_kind CHECK ((kind = ANY (ARRAY['invite'::text, 'password'::text])));

alter table one_time_link add constraint one_time_link_per_member UNIQUE (workspace_id, member_id, kind);

alter table one_time_link add constraint one_time_link_pk PRIMARY KEY (token_hash);

alter table session add constraint session_pk PRIMARY KEY (id);

alter table session add constraint session_token_unique UNIQUE (token);

alter table setup_token add constraint setup_token_pk PRIMARY KEY (singleton);

alter table setup_token add constraint setup_token_single CHECK (singleton);

alter table sign_in_failure add constraint sign_in_failure_pk PRIMARY KEY (key);

alter table two_factor add constraint two_factor_pk PRIMARY KEY (id);

alter table verification add constraint verification_pk PRIMARY KEY (id);

alter table workspace add constraint workspace_key_form CHECK ((key ~ '^[a-z0-9]{4,10}$'::text));

alter table workspace add constraint workspace_key_unique UNIQUE (key);

alter table workspace add constraint workspace_kind_known CHECK ((kind = ANY (ARRAY['company'::text, 'demo'::text])));

alter table workspace add constraint workspace_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

alter table workspace add constraint workspace_pk PRIMARY KEY (id);

alter table workspace add constraint workspace_state_known CHECK ((state = ANY (ARRAY['founding'::text, 'active'::text, 'maintenance'::text, 'removed'::text])));

alter table workspace_account add constraint workspace_account_member UNIQUE (workspace_id, member_id);

alter table workspace_account add constraint workspace_account_pk PRIMARY KEY (workspace_id, account_id);

CREATE INDEX api_key_by_workspace ON public.api_key USING btree (workspace_id, created_at, id);

CREATE INDEX credential_by_account ON public.credential USING btree (account_id);

CREATE INDEX idempotent_answer_at ON public.idempotent_answer USING btree (at);

CREATE INDEX session_by_account ON public.session USING btree (account_id, created_at);

CREATE INDEX two_factor_by_account ON public.two_factor USING btree (account_id);

CREATE INDEX verification_by_expiry ON public.verification USING btree (expires_at);

CREATE INDEX verification_by_identifier ON public.verification USING btree (identifier);

CREATE INDEX workspace_account_by_account ON public.workspace_account USING btree (account_id, last_used_at);

alter table api_key add constraint api_key_workspace FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE;

alter table credential add constraint credential_account FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE;

alter table one_time_link add constraint one_time_link_workspace FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE;

alter table session add constraint session_account FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE;

alter table two_factor add constraint two_factor_account FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE;

alter table workspace_account add constraint workspace_account_workspace FOREIGN KEY (workspace_id) REFERENCES workspace(id) ON DELETE CASCADE;

-- Every workspace

create table ":schema"."absence" (
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  from_day date not null,
  to_day date not null,
  note text not null,
  state text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text not null
);

create table ":schema"."appraisal_adjustment" (
  id uuid not null,
  sheet_id uuid not null,
  part_id uuid,
  at timestamp with time zone not null,
  kind text not null,
  item text,
  field text not null,
  before_value text,
  after_value text,
  difference numeric,
  reason text not null,
  by_member uuid
);

create table ":schema"."appraisal_appeal" (
  id uuid not null,
  sheet_id uuid not null,
  at timestamp with time zone not null,
  state text not null,
  reason text not null,
  handler_id uuid,
  answer text,
  decided_at timestamp with time zone
);

create table ":schema"."appraisal_card" (
  cycle_id uuid not null,
  key text not null,
  version integer not null,
  body jsonb not null,
  definitions jsonb not null
);

create table ":schema"."appraisal_cycle" (
  id uuid not null,
  plan_key text not null,
  label jsonb not null,
  period text not null,
  calendar text not null,
  from_day date not null,
  to_day date not null,
  state text not null,
  plan jsonb not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  frozen_at timestamp with time zone
);

create table ":schema"."appraisal_event" (
  id uuid not null,
  cycle_id uuid not null,
  sheet_id uuid,
  at timestamp with time zone not null,
  by_member uuid,
  kind text not null,
  detail jsonb not null
);

create table ":schema"."appraisal_line" (
  part_id uuid not null,
  item text not null,
  target numeric,
  actual numeric,
  evidence integer,
  inputs jsonb not null,
  weight numeric not null,
  state text not null,
  given numeric,
  trace jsonb not null,
  frozen_at timestamp with time zone not null
);

create table ":schema"."appraisal_part" (
  id uuid not null,
  sheet_id uuid not null,
  card_key text not null,
  unit_id uuid,
  from_day date not null,
  to_day date not null,
  share numeric not null,
  weight numeric not null,
  leaders uuid[] not null,
  gates jsonb
);

create table ":schema"."appraisal_proposal" (
  id uuid not null,
  sheet_id uuid not null,
  part_id uuid not null,
  kind text not null,
  item text not null,
  value numeric,
  reason text not null,
  by_member uuid not null,
  at timestamp with time zone not null,
  state text not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  note text
);

create table ":schema"."appraisal_rating" (
  part_id uuid not null,
  item text not null,
  rater_id uuid not null,
  role text not null,
  choice text,
  points numeric,
  comment text not null,
  at timestamp with time zone not null,
  submitted boolean not null
);

create table ":schema"."appraisal_result" (
  id uuid not null,
  sheet_id uuid not null,
  at timestamp with time zone not null,
  source text not null,
  by_member uuid,
  raw numeric,
  adjustment numeric default 0 not null,
  decided_grade text,
  total numeric,
  grade text,
  coefficient numeric,
  parts jsonb not null,
  reason text not null
);

create table ":schema"."appraisal_sheet" (
  id uuid not null,
  cycle_id uuid not null,
  member_id uuid not null,
  state text not null,
  state_at timestamp with time zone not null,
  due_on date,
  exempt text,
  goal_imposed boolean default false not null,
  late boolean default false not null,
  parts_by_hand boolean default false not null,
  total numeric,
  grade text,
  coefficient numeric,
  source text,
  missing integer default 0 not null,
  flags text[] default '{}'::text[] not null,
  self_summary text,
  comment text,
  interview jsonb,
  snapshot jsonb,
  hash text,
  version integer default 0 not null
);

create table ":schema"."appraisal_signature" (
  id uuid not null,
  sheet_id uuid not null,
  kind text not null,
  by_member uuid not null,
  at timestamp with time zone not null,
  hash text not null,
  reason text
);

create table ":schema"."appraisal_task" (
  id uuid not null,
  cycle_id uuid not null,
  sheet_id uuid not null,
  stage text not null,
  role text not null,
  assignee_id uuid,
  opened_at timestamp with time zone not null,
  due_on date,
  done_at timestamp with time zone,
  skipped_at timestamp with time zone,
  escalated_at timestamp with time zone,
  reminders integer default 0 not null,
  reminded_on date
);

create table ":schema"."attachment" (
  id uuid not null,
  object text not null,
  record_id uuid not null,
  field text,
  name text not null,
  size bigint not null,
  type text not null,
  sha256 text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  deleted_at timestamp with time zone
);

create table ":schema"."audit_event" (
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  member_id uuid,
  subject text,
  subject_id text,
  detail jsonb not null,
  source text not null,
  request_id text not null
);

create table ":schema"."autonumber" (
  object text not null,
  field text not null,
  period text not null,
  last bigint not null
);

create table ":schema"."change" (
  id uuid not null,
  at timestamp with time zone not null,
  member_id uuid,
  object text not null,
  record_id uuid not null,
  op text not null,
  version integer not null,
  before jsonb,
  after jsonb,
  source text not null,
  cause text not null
);

create table ":schema"."change_pending" (
  change_id uuid not null
);

create table ":schema"."comment" (
  id uuid not null,
  object text not null,
  record_id uuid not null,
  body text not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone
);

create table ":schema"."definition" (
  kind text not null,
  key text not null,
  version integer not null,
  body jsonb not null,
  layer text not null,
  effective_from timestamp with time zone not null,
  by_member uuid,
  at timestamp with time zone not null,
  note text not null,
  override jsonb
);

create table ":schema"."definition_head" (
  kind text not null,
  key text not null,
  published integer,
  last integer not null,
  draft jsonb,
  draft_base integer,
  draft_by uuid,
  draft_at timestamp with time zone,
  package text,
  package_base integer,
  building integer
);

create table ":schema"."definition_personal" (
  member_id uuid not null,
  kind text not null,
  key text not null,
  body jsonb not null,
  at timestamp with time zone not null
);

create table ":schema"."goal_change" (
  id uuid not null,
  kpi text not null,
  body jsonb not null,
  reason text not null,
  state text not null,
  approvals integer not null,
  from_day date not null,
  until_day date not null,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  posting_id uuid,
  summary jsonb not null
);

create table ":schema"."goal_change_line" (
  change_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  period text not null,
  slice text not null,
  before numeric not null,
  after numeric not null,
  counted_before numeric,
  counted_after numeric,
  seen_at timestamp with time zone
);

create table ":schema"."goal_change_verdict" (
  change_id uuid not null,
  member_id uuid not null,
  approves boolean not null,
  note text not null,
  at timestamp with time zone not null
);

create table ":schema"."goal_transfer" (
  id uuid not null,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  day date not null,
  from_unit uuid not null,
  to_unit uuid not null,
  earlier numeric not null,
  later numeric not null,
  reason text not null,
  at timestamp with time zone not null,
  by_member uuid
);

create table ":schema"."goal_vacancy" (
  id uuid not null,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  holder_id uuid not null,
  amount numeric not null,
  reason text not null,
  at timestamp with time zone not null,
  by_member uuid,
  filled_at timestamp with time zone,
  filled_by uuid
);

create table ":schema"."import" (
  id uuid not null,
  file_name text not null,
  bytes bigint not null,
  format text not null,
  encoding text,
  state text not null,
  sheets jsonb not null,
  mapping jsonb,
  counts jsonb not null,
  problems jsonb not null,
  failure jsonb,
  actor jsonb not null,
  member_id uuid,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  worked_at timestamp with time zone,
  finished_at timestamp with time zone,
  people jsonb not null,
  files_removed boolean not null
);

create table ":schema"."import_chunk" (
  import_id uuid not null,
  phase integer not null,
  first_row integer not null,
  last_row integer not null,
  counts jsonb not null,
  faults jsonb not null
);

create table ":schema"."import_mapping" (
  target text not null,
  signature text not null,
  mapping jsonb not null,
  headers jsonb not null,
  at timestamp with time zone not null
);

create table ":schema"."installed_package" (
  key text not null,
  version text not null,
  label jsonb not null,
  at timestamp with time zone not null,
  by_member uuid
);

create table ":schema"."manual_figure" (
  id uuid not null,
  metric text not null,
  member_id uuid not null,
  period text not null,
  from_day date not null,
  to_day date not null,
  day date not null,
  value numeric,
  note text not null,
  evidence text not null,
  state text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text not null,
  ended_at timestamp with time zone
);

create table ":schema"."manual_reminder" (
  metric text not null,
  period text not null,
  member_id uuid not null,
  stage text not null,
  at timestamp with time zone not null
);

create table ":schema"."member" (
  id uuid not null,
  name text not null,
  pinyin text not null,
  search text not null,
  email text,
  phone text,
  employee_no text,
  account_id text,
  state text not null,
  joined_on date,
  left_on date,
  locale text default 'zh-CN'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table ":schema"."member_ramp" (
  id uuid not null,
  member_id uuid not null,
  ramp_key text,
  start_day date not null,
  note text not null,
  at timestamp with time zone not null,
  by_member uuid,
  ended_at timestamp with time zone
);

create table ":schema"."member_role" (
  member_id uuid not null,
  role_key text not null
);

create table ":schema"."membership" (
  id uuid not null,
  member_id uuid not null,
  unit_id uuid not null,
  kind text not null,
  from_day date not null,
  to_day date
);

create table ":schema"."mention" (
  comment_id uuid not null,
  member_id uuid not null
);

create table ":schema"."metric_month" (
  fingerprint text not null,
  month date not null,
  member_id uuid not null,
  n numeric,
  s numeric,
  m numeric
);

create table ":schema"."metric_seal" (
  fingerprint text not null,
  month date not null,
  object text not null,
  date_key text not null,
  sealed_at timestamp with time zone not null
);

create table ":schema"."migration" (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null
);

create table ":schema"."notification" (
  id uuid not null,
  member_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  object text,
  record_id uuid,
  detail jsonb not null,
  read_at timestamp with time zone
);

create table ":schema"."object_column" (
  object text not null,
  name text not null,
  field text not null,
  type text not null,
  state text not null,
  at timestamp with time zone not null
);

create table ":schema"."org_version" (
  singleton boolean not null,
  version bigint not null
);

create table ":schema"."ownership" (
  record_object text not null,
  record_id uuid not null,
  member_id uuid,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone
);

create table ":schema"."record_follow" (
  member_id uuid not null,
  object text not null,
  record_id uuid not null,
  created_at timestamp with time zone not null
);

create table ":schema"."record_share" (
  id uuid not null,
  object text not null,
  record_id uuid not null,
  grantee_kind text not null,
  grantee_id uuid not null,
  access text not null,
  until timestamp with time zone,
  reason text not null,
  created_at timestamp with time zone not null,
  created_by uuid
);

create table ":schema"."schema_op" (
  id uuid not null,
  kind text not null,
  object text not null,
  payload jsonb not null,
  state text not null,
  done bigint default 0 not null,
  total bigint,
  error jsonb,
  by_member uuid,
  at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone
);

create table ":schema"."target_book" (
  kpi text not null,
  last_number bigint not null,
  last_at timestamp with time zone not null
);

create table ":schema"."target_commit" (
  id uuid not null,
  kpi text not null,
  subject_kind text not null,
  subject_id uuid not null,
  period text not null,
  state text not null,
  amount numeric,
  best_case numeric,
  counter numeric,
  suggested numeric,
  evidence text[] not null,
  version integer not null,
  at timestamp with time zone not null
);

create table ":schema"."target_commit_step" (
  id uuid not null,
  commit_id uuid not null,
  at timestamp with time zone not null,
  member_id uuid,
  act text not null,
  amount numeric,
  reason text not null
);

create table ":schema"."target_draft" (
  id uuid not null,
  kpi text not null,
  period text not null,
  version integer not null,
  revision integer not null,
  started_at timestamp with time zone not null,
  started_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  posting_id uuid
);

create table ":schema"."target_draft_edit" (
  id uuid not null,
  draft_id uuid not null,
  revision integer not null,
  seq integer not null,
  at timestamp with time zone not null,
  member_id uuid,
  nodes text[] not null,
  edit jsonb not null
);

create table ":schema"."target_frame" (
  id uuid not null,
  digest text not null,
  names text[] not null
);

create table ":schema"."target_line" (
  posting_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  kpi text not null,
  subject_kind text not null,
  subject_id uuid not null,
  slice text not null,
  account text not null,
  frame_id uuid not null,
  amounts numeric[] not null
);

create table ":schema"."target_lock" (
  id uuid not null,
  kpi text not null,
  subject_kind text not null,
  subject_id uuid not null,
  slice text not null,
  period text not null,
  locked_at timestamp with time zone not null,
  locked_by uuid,
  unlocked_at timestamp with time zone,
  unlocked_by uuid
);

create table ":schema"."target_plan_lock" (
  id uuid not null,
  kpi text not null,
  period text not null,
  reason text not null,
  locked_at timestamp with time zone not null,
  locked_by uuid,
  unlocked_at timestamp with time zone,
  unlocked_by uuid
);

create table ":schema"."target_posting" (
  id uuid not null,
  at timestamp with time zone not null,
  by_member uuid,
  kpi text not null,
  kind text not null,
  reason text not null,
  inputs jsonb not null,
  number bigint not null,
  from_day date,
  plan_period text,
  plan_version integer
);

create table ":schema"."target_settled" (
  id uuid not null,
  kpi text not null,
  period text not null,
  member_id uuid not null,
  share numeric not null,
  at timestamp with time zone not null
);

create table ":schema"."target_shared" (
  id uuid not null,
  version integer not null,
  kpi text not null,
  period text not null,
  name text not null,
  kind text not null,
  amount numeric not null,
  owner_ids uuid[] not null,
  percents numeric[] not null,
  parts numeric[] not null,
  reason text not null,
  at timestamp with time zone not null,
  by_member uuid,
  ended_at timestamp with time zone
);

create table ":schema"."target_split" (
  posting_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  number bigint not null,
  kpi text not null,
  axis text not null,
  slice text not null,
  subjects_id uuid not null,
  periods_id uuid not null,
  children_id uuid not null,
  rule text not null,
  k numeric not null,
  method jsonb not null
);

create table ":schema"."timer" (
  id uuid not null,
  due_at timestamp with time zone not null,
  kind text not null,
  object text not null,
  record_id uuid not null,
  generation integer not null,
  payload jsonb not null
);

create table ":schema"."unit" (
  id uuid not null,
  parent_id uuid,
  name text not null,
  level text,
  leader_id uuid,
  sort integer default 0 not null,
  archived boolean default false not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table ":schema"."unit_parent" (
  unit_id uuid not null,
  parent_id uuid,
  from_day date not null,
  to_day date
);

create table ":schema"."unit_path" (
  ancestor_id uuid not null,
  unit_id uuid not null,
  depth integer not null,
  from_day date not null,
  to_day date
);

create table ":schema"."webhook" (
  id uuid not null,
  name text not null,
  url text not null,
  secret text not null,
  objects text[] not null,
  ops text[] not null,
  with_values boolean not null,
  active boolean not null,
  failures integer not null,
  created_by uuid,
  created_at timestamp with time zone not null
);

create table ":schema"."webhook_delivery" (
  id uuid not null,
  webhook_id uuid not null,
  at timestamp with time zone not null,
  body text not null,
  state text not null,
  attempts integer not null,
  status integer,
  fault text,
  duration_ms integer,
  last_at timestamp with time zone,
  replay_of uuid
);

create table ":schema"."world" (
  singleton boolean not null,
  version bigint not null
);

alter table :schema.absence add constraint absence_days CHECK ((from_day < to_day));

alter table :schema.absence add constraint absence_pk PRIMARY KEY (id);

alter table :schema.absence add constraint absence_state_known CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])));

alter table :schema.appraisal_adjustment add constraint appraisal_adjustment_field_known CHECK ((field = ANY (ARRAY['actual'::text, 'target'::text, 'score'::text, 'total'::text, 'grade'::text])));

alter table :schema.appraisal_adjustment add constraint appraisal_adjustment_kind_known CHECK ((kind = ANY (ARRAY['recomputation'::text, 'appeal'::text])));

alter table :schema.appraisal_adjustment add constraint appraisal_adjustment_pk PRIMARY KEY (id);

alter table :schema.appraisal_appeal add constraint appraisal_appeal_pk PRIMARY KEY (id);

alter table :schema.appraisal_appeal add constraint appraisal_appeal_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'inReview'::text, 'needInfo'::text, 'upheld'::text, 'adjusted'::text])));

alter table :schema.appraisal_card add constraint appraisal_card_pk PRIMARY KEY (cycle_id, key);

alter table :schema.appraisal_cycle add constraint appraisal_cycle_days CHECK ((from_day < to_day));

alter table :schema.appraisal_cycle add constraint appraisal_cycle_pk PRIMARY KEY (id);

alter table :schema.appraisal_cycle add constraint appraisal_cycle_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'goalSetting'::text, 'running'::text, 'scoring'::text, 'calibrating'::text, 'published'::text, 'confirming'::text, 'archived'::text, 'cancelled'::text])));

alter table :schema.appraisal_event add constraint appraisal_event_pk PRIMARY KEY (id);

alter table :schema.appraisal_line add constraint appraisal_line_pk PRIMARY KEY (part_id, item);

alter table :schema.appraisal_part add constraint appraisal_part_days CHECK ((from_day < to_day));

alter table :schema.appraisal_part add constraint appraisal_part_pk PRIMARY KEY (id);

alter table :schema.appraisal_part add constraint appraisal_part_share CHECK (((share > (0)::numeric) AND (share <= (100)::numeric)));

alter table :schema.appraisal_proposal add constraint appraisal_proposal_kind_known CHECK ((kind = ANY (ARRAY['actual'::text, 'score'::text, 'waive'::text, 'bonus'::text, 'penalty'::text, 'veto'::text])));

alter table :schema.appraisal_proposal add constraint appraisal_proposal_pk PRIMARY KEY (id);

alter table :schema.appraisal_proposal add constraint appraisal_proposal_state_known CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text])));

alter table :schema.appraisal_proposal add constraint appraisal_proposal_two_people CHECK (((state <> 'approved'::text) OR (kind = 'waive'::text) OR (decided_by <> by_member)));

alter table :schema.appraisal_rating add constraint appraisal_rating_pk PRIMARY KEY (part_id, item, rater_id, role);

alter table :schema.appraisal_result add constraint appraisal_result_pk PRIMARY KEY (id);

alter table :schema.appraisal_result add constraint appraisal_result_source_known CHECK ((source = ANY (ARRAY['review'::text, 'calibration'::text, 'reconsideration'::text])));

alter table :schema.appraisal_sheet add constraint appraisal_sheet_once UNIQUE (cycle_id, member_id);

alter table :schema.appraisal_sheet add constraint appraisal_sheet_pk PRIMARY KEY (id);

alter table :schema.appraisal_sheet add constraint appraisal_sheet_source_known CHECK ((source = ANY (ARRAY['review'::text, 'calibration'::text, 'reconsideration'::text])));

alter table :schema.appraisal_sheet add constraint appraisal_sheet_state_known CHECK ((state = ANY (ARRAY['goalSetting'::text, 'running'::text, 'self'::text, 'rating'::text, 'calibrating'::text, 'published'::text, 'confirming'::text, 'confirmed'::text, 'expired'::text, 'appealed'::text, 'archived'::text, 'withdrawn'::text])));

alter table :schema.appraisal_signature add constraint appraisal_signature_kind_known CHECK ((kind = ANY (ARRAY['goal'::text, 'goalImposed'::text, 'interviewManager'::text, 'interviewMember'::text, 'result'::text])));

alter table :schema.appraisal_signature add constraint appraisal_signature_pk PRIMARY KEY (id);

alter table :schema.appraisal_task add constraint appraisal_task_pk PRIMARY KEY (id);

alter table :schema.appraisal_task add constraint appraisal_task_stage_known CHECK ((stage = ANY (ARRAY['goal'::text, 'self'::text, 'rating'::text, 'interview'::text, 'confirm'::text])));

alter table :schema.attachment add constraint attachment_pk PRIMARY KEY (id);

alter table :schema.audit_event add constraint audit_event_pk PRIMARY KEY (id);

alter table :schema.autonumber add constraint autonumber_pk PRIMARY KEY (object, field, period);

alter table :schema.change add constraint change_op_known CHECK ((op = ANY (ARRAY['create'::text, 'update'::text, 'delete'::text, 'restore'::text, 'purge'::text])));

alter table :schema.change add constraint change_pk PRIMARY KEY (id);

alter table :schema.change add constraint change_source_known CHECK ((source = ANY (ARRAY['ui'::text, 'api'::text, 'import'::text, 'automation'::text, 'system'::text])));

alter table :schema.change_pending add constraint change_pending_pk PRIMARY KEY (change_id);

alter table :schema.comment add constraint comment_pk PRIMARY KEY (id);

alter table :schema.definition add constraint definition_layer_known CHECK ((layer = ANY (ARRAY['package'::text, 'company'::text])));

alter table :schema.definition add constraint definition_pk PRIMARY KEY (kind, key, version);

alter table :schema.definition_head add constraint definition_head_pk PRIMARY KEY (kind, key);

alter table :schema.definition_personal add constraint definition_personal_pk PRIMARY KEY (member_id, kind, key);

alter table :schema.goal_change add constraint goal_change_approvals CHECK (((approvals >= 1) AND (approvals <= 2)));

alter table :schema.goal_change add constraint goal_change_days CHECK ((from_day < until_day));

alter table :schema.goal_change add constraint goal_change_pk PRIMARY KEY (id);

alter table :schema.goal_change add constraint goal_change_state_known CHECK ((state = ANY (ARRAY['submitted'::text, 'posted'::text, 'rejected'::text, 'withdrawn'::text])));

alter table :schema.goal_change_line add constraint goal_change_line_pk PRIMARY KEY (change_id, subject_kind, subject_id, period, slice);

alter table :schema.goal_change_verdict add constraint goal_change_verdict_pk PRIMARY KEY (change_id, member_id);

alter table :schema.goal_transfer add constraint goal_transfer_pk PRIMARY KEY (id);

alter table :schema.goal_vacancy add constraint goal_vacancy_pk PRIMARY KEY (id);

alter table :schema.import add constraint import_format_known CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'xls'::text])));

alter table :schema.import add constraint import_pk PRIMARY KEY (id);

alter table :schema.import add constraint import_state_known CHECK ((state = ANY (ARRAY['uploaded'::text, 'reading'::text, 'read'::text, 'checking'::text, 'checked'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text, 'undone'::text])));

alter table :schema.import_chunk add constraint import_chunk_pk PRIMARY KEY (import_id, phase, first_row);

alter table :schema.import_mapping add constraint import_mapping_pk PRIMARY KEY (target, signature);

alter table :schema.installed_package add constraint installed_package_pk PRIMARY KEY (key);

alter table :schema.manual_figure add constraint manual_figure_days CHECK (((from_day < to_day) AND (day >= from_day) AND (day < to_day)));

alter table :schema.manual_figure add constraint manual_figure_four_eyes CHECK (((state <> 'confirmed'::text) OR (decided_by IS DISTINCT FROM entered_by)));

alter table :schema.manual_figure add constraint manual_figure_pk PRIMARY KEY (id);

alter table :schema.manual_figure add constraint manual_figure_state_known CHECK ((state = ANY (ARRAY['entered'::text, 'confirmed'::text, 'returned'::text, 'replaced'::text])));

alter table :schema.manual_reminder add constraint manual_reminder_pk PRIMARY KEY (metric, period, member_id, stage);

alter table :schema.manual_reminder add constraint manual_reminder_stage_known CHECK ((stage = ANY (ARRAY['enter'::text, 'confirm'::text, 'escalate'::text])));

alter table :schema.member add constraint member_left_day CHECK (((state <> 'left'::text) OR (left_on IS NOT NULL)));

alter table :schema.member add constraint member_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));

alter table :schema.member add constraint member_pk PRIMARY KEY (id);

alter table :schema.member add constraint member_state_known CHECK ((state = ANY (ARRAY['active'::text, 'invited'::text, 'left'::text])));

alter table :schema.member_ramp add constraint member_ramp_pk PRIMARY KEY (id);

alter table :schema.member_role add constraint member_role_pk PRIMARY KEY (member_id, role_key);

alter table :schema.membership add constraint membership_days CHECK (((to_day IS NULL) OR (from_day < to_day)));

alter table :schema.membership add constraint membership_kind_known CHECK ((kind = ANY (ARRAY['primary'::text, 'secondary'::text])));

alter table :schema.membership add constraint membership_pk PRIMARY KEY (id);

alter table :schema.mention add constraint mention_pk PRIMARY KEY (comment_id, member_id);

alter table :schema.metric_month add constraint metric_month_pk PRIMARY KEY (fingerprint, month, member_id);

alter table :schema.metric_seal add constraint metric_seal_pk PRIMARY KEY (fingerprint, month);

alter table :schema.migration add constraint migration_pk PRIMARY KEY (name);

alter table :schema.notification add constraint notification_pk PRIMARY KEY (id);

alter table :schema.object_column add constraint object_column_pk PRIMARY KEY (object, name);

alter table :schema.object_column add constraint object_column_state_known CHECK ((state = ANY (ARRAY['live'::text, 'building'::text, 'retired'::text, 'free'::text])));

alter table :schema.org_version add constraint org_version_pk PRIMARY KEY (singleton);

alter table :schema.org_version add constraint org_version_single CHECK (singleton);

alter table :schema.ownership add constraint ownership_forward CHECK (((to_at IS NULL) OR (to_at >= from_at)));

alter table :schema.ownership add constraint ownership_pk PRIMARY KEY (record_object, record_id, from_at);

alter table :schema.record_follow add constraint record_follow_pk PRIMARY KEY (member_id, object, record_id);

alter table :schema.record_share add constraint record_share_access_known CHECK ((access = ANY (ARRAY['read'::text, 'write'::text])));

alter table :schema.record_share add constraint record_share_grantee_known CHECK ((grantee_kind = ANY (ARRAY['member'::text, 'unit'::text])));

alter table :schema.record_share add constraint record_share_once UNIQUE (object, record_id, grantee_id);

alter table :schema.record_share add constraint record_share_pk PRIMARY KEY (id);

alter table :schema.schema_op add constraint schema_op_pk PRIMARY KEY (id);

alter table :schema.schema_op add constraint schema_op_state_known CHECK ((state = ANY (ARRAY['pending'::text, 'running'::text, 'done'::text, 'failed'::text])));

alter table :schema.target_book add constraint target_book_pk PRIMARY KEY (kpi);

alter table :schema.target_commit add constraint target_commit_once UNIQUE (kpi, period, subject_id);

alter table :schema.target_commit add constraint target_commit_pk PRIMARY KEY (id);

alter table :schema.target_commit add constraint target_commit_state_known CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'negotiating'::text, 'agreed'::text, 'imposed'::text])));

alter table :schema.target_commit_step add constraint target_commit_step_pk PRIMARY KEY (id);

alter table :schema.target_draft add constraint target_draft_pk PRIMARY KEY (id);

alter table :schema.target_draft_edit add constraint target_draft_edit_pk PRIMARY KEY (id);

alter table :schema.target_frame add constraint target_frame_digest_once UNIQUE (digest);

alter table :schema.target_frame add constraint target_frame_pk PRIMARY KEY (id);

alter table :schema.target_line add constraint target_line_account_known CHECK ((account = ANY (ARRAY['target'::text, 'to_people'::text, 'to_periods'::text, 'to_slices'::text, 'buffer_people'::text, 'buffer_periods'::text, 'buffer_slices'::text, 'plan'::text])));

alter table :schema.target_line add constraint target_line_pk PRIMARY KEY (posting_id, seq);

alter table :schema.target_line add constraint target_line_subject_known CHECK ((subject_kind = ANY (ARRAY['company'::text, 'unit'::text, 'member'::text])));

alter table :schema.target_lock add constraint target_lock_pk PRIMARY KEY (id);

alter table :schema.target_plan_lock add constraint target_plan_lock_pk PRIMARY KEY (id);

alter table :schema.target_posting add constraint target_posting_kind_known CHECK ((kind = ANY (ARRAY['set'::text, 'split'::text, 'shift'::text, 'plan'::text, 'batch'::text, 'publish'::text, 'agree'::text, 'adjust'::text])));

alter table :schema.target_posting add constraint target_posting_number_once UNIQUE (kpi, number);

alter table :schema.target_posting add constraint target_posting_pk PRIMARY KEY (id);

alter table :schema.target_posting add constraint target_posting_version_once UNIQUE (kpi, plan_period, plan_version);

alter table :schema.target_settled add constraint target_settled_pk PRIMARY KEY (id);

alter table :schema.target_settled add constraint target_settled_share CHECK ((share >= (0)::numeric));

alter table :schema.target_shared add constraint target_shared_kind_known CHECK ((kind = ANY (ARRAY['shared'::text, 'overlay'::text])));

alter table :schema.target_shared add constraint target_shared_pk PRIMARY KEY (id, version);

alter table :schema.target_split add constraint target_split_axis_known CHECK ((axis = ANY (ARRAY['people'::text, 'periods'::text, 'slices'::text])));

alter table :schema.target_split add constraint target_split_pk PRIMARY KEY (posting_id, seq);

alter table :schema.target_split add constraint target_split_rule_known CHECK ((rule = ANY (ARRAY['exact'::text, 'over'::text, 'under'::text, 'independent'::text])));

alter table :schema.timer add constraint timer_once UNIQUE (kind, object, record_id);

alter table :schema.timer add constraint timer_pk PRIMARY KEY (id);

alter table :schema.unit add constraint unit_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));

alter table :schema.unit add constraint unit_pk PRIMARY KEY (id);

alter table :schema.unit_parent add constraint unit_parent_days CHECK (((to_day IS NULL) OR (from_day < to_day)));

alter table :schema.unit_parent add constraint unit_parent_pk PRIMARY KEY (unit_id, from_day);

alter table :schema.unit_path add constraint unit_path_days CHECK (((to_day IS NULL) OR (from_day < to_day)));

alter table :schema.unit_path add constraint unit_path_pk PRIMARY KEY (unit_id, ancestor_id, from_day);

alter table :schema.webhook add constraint webhook_pk PRIMARY KEY (id);

alter table :schema.webhook_delivery add constraint webhook_delivery_pk PRIMARY KEY (id);

alter table :schema.webhook_delivery add constraint webhook_delivery_state CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])));

alter table :schema.world add constraint world_pk PRIMARY KEY (singleton);

alter table :schema.world add constraint world_single CHECK (singleton);

CREATE INDEX absence_by_days ON :schema.absence USING btree (to_day, from_day) WHERE (state = 'approved'::text);

CREATE INDEX absence_by_member ON :schema.absence USING btree (member_id, from_day);

CREATE INDEX appraisal_adjustment_by_sheet ON :schema.appraisal_adjustment USING btree (sheet_id, at, id);

CREATE INDEX appraisal_appeal_by_sheet ON :schema.appraisal_appeal USING btree (sheet_id, at, id);

CREATE INDEX appraisal_cycle_by_day ON :schema.appraisal_cycle USING btree (from_day, id);

CREATE UNIQUE INDEX appraisal_cycle_once ON :schema.appraisal_cycle USING btree (plan_key, period) WHERE (state <> 'cancelled'::text);

CREATE INDEX appraisal_event_by_cycle ON :schema.appraisal_event USING btree (cycle_id, kind, at, id);

CREATE INDEX appraisal_event_by_sheet ON :schema.appraisal_event USING btree (sheet_id, at, id) WHERE (sheet_id IS NOT NULL);

CREATE INDEX appraisal_part_by_sheet ON :schema.appraisal_part USING btree (sheet_id, from_day, id);

CREATE INDEX appraisal_proposal_by_sheet ON :schema.appraisal_proposal USING btree (sheet_id, at, id);

CREATE INDEX appraisal_proposal_open ON :schema.appraisal_proposal USING btree (state, at, id) WHERE (state = 'proposed'::text);

CREATE INDEX appraisal_result_by_sheet ON :schema.appraisal_result USING btree (sheet_id, at, id);

CREATE INDEX appraisal_sheet_by_member ON :schema.appraisal_sheet USING btree (member_id, cycle_id);

CREATE INDEX appraisal_sheet_by_state ON :schema.appraisal_sheet USING btree (cycle_id, state, id);

CREATE INDEX appraisal_signature_by_sheet ON :schema.appraisal_signature USING btree (sheet_id, at, id);

CREATE INDEX appraisal_task_by_assignee ON :schema.appraisal_task USING btree (assignee_id, due_on, id) WHERE ((done_at IS NULL) AND (skipped_at IS NULL));

CREATE INDEX appraisal_task_by_cycle ON :schema.appraisal_task USING btree (cycle_id, stage, id);

CREATE INDEX appraisal_task_by_sheet ON :schema.appraisal_task USING btree (sheet_id, stage, id);

CREATE INDEX attachment_by_content ON :schema.attachment USING btree (sha256);

CREATE INDEX attachment_by_record ON :schema.attachment USING btree (object, record_id, id);

CREATE INDEX audit_event_by_kind ON :schema.audit_event USING btree (kind, at, id);

CREATE INDEX audit_event_by_member ON :schema.audit_event USING btree (member_id, at, id);

CREATE INDEX audit_event_by_time ON :schema.audit_event USING btree (at, id);

CREATE INDEX change_by_at ON :schema.change USING brin (at) WITH (pages_per_range='32', autosummarize='on');

CREATE INDEX change_by_cause ON :schema.change USING btree (cause);

CREATE INDEX change_by_record ON :schema.change USING btree (object, record_id, id);

CREATE INDEX comment_by_record ON :schema.comment USING btree (object, record_id, id);

CREATE INDEX definition_head_by_package ON :schema.definition_head USING btree (package, kind, key) WHERE (package IS NOT NULL);

CREATE INDEX goal_change_by_kpi ON :schema.goal_change USING btree (kpi, from_day);

CREATE INDEX goal_change_line_by_subject ON :schema.goal_change_line USING btree (subject_kind, subject_id, change_id);

CREATE INDEX goal_transfer_by_period ON :schema.goal_transfer USING btree (kpi, period, member_id, id);

CREATE INDEX goal_vacancy_open ON :schema.goal_vacancy USING btree (kpi, period) WHERE (filled_at IS NULL);

CREATE INDEX import_at_work ON :schema.import USING btree (worked_at) WHERE (state = ANY (ARRAY['reading'::text, 'checking'::text, 'running'::text]));

CREATE INDEX import_by_time ON :schema.import USING btree (id DESC);

CREATE INDEX import_mapping_by_time ON :schema.import_mapping USING btree (target, at DESC);

CREATE INDEX manual_figure_by_day ON :schema.manual_figure USING btree (metric, day, member_id) INCLUDE (value) WHERE ((state = 'confirmed'::text) AND (ended_at IS NULL));

CREATE INDEX manual_figure_by_subject ON :schema.manual_figure USING btree (metric, period, member_id, id);

CREATE UNIQUE INDEX manual_figure_one_counting ON :schema.manual_figure USING btree (metric, period, member_id) WHERE ((state = 'confirmed'::text) AND (ended_at IS NULL));

CREATE UNIQUE INDEX manual_figure_one_waiting ON :schema.manual_figure USING btree (metric, period, member_id) WHERE (state = 'entered'::text);

CREATE UNIQUE INDEX member_account_unique ON :schema.member USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX member_by_pinyin ON :schema.member USING btree (pinyin, id);

CREATE UNIQUE INDEX member_email_unique ON :schema.member USING btree (lower(email)) WHERE (email IS NOT NULL);

CREATE UNIQUE INDEX member_employee_no_unique ON :schema.member USING btree (employee_no) WHERE (employee_no IS NOT NULL);

CREATE INDEX member_ramp_by_member ON :schema.member_ramp USING btree (member_id, id);

CREATE INDEX member_role_by_role ON :schema.member_role USING btree (role_key, member_id);

CREATE INDEX membership_by_member ON :schema.membership USING btree (member_id, kind, from_day);

CREATE INDEX membership_by_unit ON :schema.membership USING btree (unit_id, from_day, member_id);

CREATE UNIQUE INDEX membership_one_open_primary ON :schema.membership USING btree (member_id) WHERE ((kind = 'primary'::text) AND (to_day IS NULL));

CREATE UNIQUE INDEX membership_primary_start ON :schema.membership USING btree (member_id, from_day) WHERE (kind = 'primary'::text);

CREATE INDEX metric_seal_by_object ON :schema.metric_seal USING btree (object, date_key, month);

CREATE INDEX notification_by_member ON :schema.notification USING btree (member_id, id);

CREATE INDEX notification_unread ON :schema.notification USING btree (member_id) WHERE (read_at IS NULL);

CREATE UNIQUE INDEX object_column_one_live ON :schema.object_column USING btree (object, field) WHERE (state = 'live'::text);

CREATE INDEX ownership_by_end ON :schema.ownership USING btree (record_object, to_at);

CREATE INDEX ownership_by_member ON :schema.ownership USING btree (member_id, record_object);

CREATE INDEX record_follow_by_record ON :schema.record_follow USING btree (object, record_id);

CREATE INDEX record_share_by_grantee ON :schema.record_share USING btree (grantee_id, object, record_id);

CREATE INDEX schema_op_by_object ON :schema.schema_op USING btree (object, id);

CREATE INDEX schema_op_open ON :schema.schema_op USING btree (state, id) WHERE (state = ANY (ARRAY['pending'::text, 'running'::text]));

CREATE INDEX target_commit_step_in_order ON :schema.target_commit_step USING btree (commit_id, id);

CREATE INDEX target_draft_edit_in_order ON :schema.target_draft_edit USING btree (draft_id, revision, seq);

CREATE UNIQUE INDEX target_draft_open ON :schema.target_draft USING btree (kpi, period) WHERE (ended_at IS NULL);

CREATE INDEX target_frame_by_name ON :schema.target_frame USING gin (names);

CREATE INDEX target_line_by_frame ON :schema.target_line USING btree (kpi, frame_id, subject_id);

CREATE UNIQUE INDEX target_lock_once ON :schema.target_lock USING btree (kpi, period, subject_id, slice) WHERE (unlocked_at IS NULL);

CREATE UNIQUE INDEX target_plan_lock_once ON :schema.target_plan_lock USING btree (kpi, period) WHERE (unlocked_at IS NULL);

CREATE INDEX target_posting_by_kpi ON :schema.target_posting USING btree (kpi, at, id);

CREATE INDEX target_settled_by_period ON :schema.target_settled USING btree (kpi, period, member_id, id);

CREATE INDEX target_shared_by_period ON :schema.target_shared USING btree (kpi, period);

CREATE INDEX target_split_by_children ON :schema.target_split USING btree (kpi, children_id);

CREATE INDEX target_split_by_subjects ON :schema.target_split USING btree (kpi, subjects_id, periods_id);

CREATE INDEX timer_by_due ON :schema.timer USING btree (due_at, id);

CREATE INDEX unit_by_leader ON :schema.unit USING btree (leader_id) WHERE (leader_id IS NOT NULL);

CREATE INDEX unit_by_parent ON :schema.unit USING btree (parent_id, sort, id);

CREATE UNIQUE INDEX unit_one_root ON :schema.unit USING btree (((parent_id IS NULL))) WHERE (parent_id IS NULL);

CREATE INDEX unit_path_below ON :schema.unit_path USING btree (ancestor_id, unit_id, from_day);

CREATE INDEX webhook_delivery_by_time ON :schema.webhook_delivery USING btree (at);

CREATE INDEX webhook_delivery_by_webhook ON :schema.webhook_delivery USING btree (webhook_id, id);

alter table :schema.absence add constraint absence_member FOREIGN KEY (member_id) REFERENCES :schema.member(id) ON DELETE CASCADE;

alter table :schema.appraisal_adjustment add constraint appraisal_adjustment_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_appeal add constraint appraisal_appeal_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_card add constraint appraisal_card_cycle FOREIGN KEY (cycle_id) REFERENCES :schema.appraisal_cycle(id) ON DELETE CASCADE;

alter table :schema.appraisal_event add constraint appraisal_event_cycle FOREIGN KEY (cycle_id) REFERENCES :schema.appraisal_cycle(id) ON DELETE CASCADE;

alter table :schema.appraisal_line add constraint appraisal_line_part FOREIGN KEY (part_id) REFERENCES :schema.appraisal_part(id) ON DELETE CASCADE;

alter table :schema.appraisal_part add constraint appraisal_part_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_proposal add constraint appraisal_proposal_part FOREIGN KEY (part_id) REFERENCES :schema.appraisal_part(id) ON DELETE CASCADE;

alter table :schema.appraisal_proposal add constraint appraisal_proposal_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_rating add constraint appraisal_rating_part FOREIGN KEY (part_id) REFERENCES :schema.appraisal_part(id) ON DELETE CASCADE;

alter table :schema.appraisal_result add constraint appraisal_result_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_sheet add constraint appraisal_sheet_cycle FOREIGN KEY (cycle_id) REFERENCES :schema.appraisal_cycle(id) ON DELETE CASCADE;

alter table :schema.appraisal_signature add constraint appraisal_signature_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.appraisal_task add constraint appraisal_task_cycle FOREIGN KEY (cycle_id) REFERENCES :schema.appraisal_cycle(id) ON DELETE CASCADE;

alter table :schema.appraisal_task add constraint appraisal_task_sheet FOREIGN KEY (sheet_id) REFERENCES :schema.appraisal_sheet(id) ON DELETE CASCADE;

alter table :schema.goal_change_line add constraint goal_change_line_change FOREIGN KEY (change_id) REFERENCES :schema.goal_change(id) ON DELETE CASCADE;

alter table :schema.goal_change_verdict add constraint goal_change_verdict_change FOREIGN KEY (change_id) REFERENCES :schema.goal_change(id) ON DELETE CASCADE;

alter table :schema.import_chunk add constraint import_chunk_import FOREIGN KEY (import_id) REFERENCES :schema.import(id) ON DELETE CASCADE;

alter table :schema.member_ramp add constraint member_ramp_member FOREIGN KEY (member_id) REFERENCES :schema.member(id) ON DELETE CASCADE;

alter table :schema.member_role add constraint member_role_member FOREIGN KEY (member_id) REFERENCES :schema.member(id) ON DELETE CASCADE;

alter table :schema.membership add constraint membership_member FOREIGN KEY (member_id) REFERENCES :schema.member(id) ON DELETE CASCADE;

alter table :schema.membership add constraint membership_unit FOREIGN KEY (unit_id) REFERENCES :schema.unit(id);

alter table :schema.mention add constraint mention_comment FOREIGN KEY (comment_id) REFERENCES :schema.comment(id) ON DELETE CASCADE;

alter table :schema.target_commit_step add constraint target_commit_step_commit FOREIGN KEY (commit_id) REFERENCES :schema.target_commit(id);

alter table :schema.target_draft add constraint target_draft_posting FOREIGN KEY (posting_id) REFERENCES :schema.target_posting(id);

alter table :schema.target_draft_edit add constraint target_draft_edit_draft FOREIGN KEY (draft_id) REFERENCES :schema.target_draft(id);

alter table :schema.target_line add constraint target_line_posting FOREIGN KEY (posting_id) REFERENCES :schema.target_posting(id);

alter table :schema.target_split add constraint target_split_children FOREIGN KEY (children_id) REFERENCES :schema.target_frame(id);

alter table :schema.target_split add constraint target_split_periods FOREIGN KEY (periods_id) REFERENCES :schema.target_frame(id);

alter table :schema.target_split add constraint target_split_posting FOREIGN KEY (posting_id) REFERENCES :schema.target_posting(id);

alter table :schema.target_split add constraint target_split_subjects FOREIGN KEY (subjects_id) REFERENCES :schema.target_frame(id);

alter table :schema.unit add constraint unit_leader_exists FOREIGN KEY (leader_id) REFERENCES :schema.member(id);

alter table :schema.unit add constraint unit_parent_exists FOREIGN KEY (parent_id) REFERENCES :schema.unit(id);

alter table :schema.unit_parent add constraint unit_parent_parent FOREIGN KEY (parent_id) REFERENCES :schema.unit(id) ON DELETE CASCADE;

alter table :schema.unit_parent add constraint unit_parent_unit FOREIGN KEY (unit_id) REFERENCES :schema.unit(id) ON DELETE CASCADE;

alter table :schema.unit_path add constraint unit_path_ancestor FOREIGN KEY (ancestor_id) REFERENCES :schema.unit(id) ON DELETE CASCADE;

alter table :schema.unit_path add constraint unit_path_unit FOREIGN KEY (unit_id) REFERENCES :schema.unit(id) ON DELETE CASCADE;

alter table :schema.webhook_delivery add constraint webhook_delivery_webhook FOREIGN KEY (webhook_id) REFERENCES :schema.webhook(id) ON DELETE CASCADE;
