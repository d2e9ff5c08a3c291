-- The instance: which workspaces there are, who may enter them, and the one-time key to claim a fresh install.

create table public.workspace (
  id uuid constraint workspace_pk primary key,
  key text not null constraint workspace_key_unique unique constraint workspace_key_form check (key ~ '^[a-z0-9]{4,10}$'),
  name text not null constraint workspace_name_length check (char_length(name) between 1 and 200),
  kind text not null constraint workspace_kind_known check (kind in ('company', 'demo')),
  zone text not null,
  version integer not null default 1,
  state text not null constraint workspace_state_known check (state in ('active', 'maintenance', 'removed')),
  -- What stopped its migration; it is tried again at every start.
  fault text,
  created_at timestamptz not null
);

create table public.workspace_account (
  workspace_id uuid not null constraint workspace_account_workspace references public.workspace (id) on delete cascade,
  account_id text not null,
  member_id uuid not null,
  last_used_at timestamptz not null,
  constraint workspace_account_pk primary key (workspace_id, account_id),
  constraint workspace_account_member unique (workspace_id, member_id)
);

create index workspace_account_by_account on public.workspace_account (account_id, last_used_at);

-- At most one row: only its hash is kept, and it is gone once the first account exists.
create table public.setup_token (
  singleton boolean not null default true constraint setup_token_pk primary key constraint setup_token_single check (singleton),
  token_hash text not null,
  created_at timestamptz not null
);
