-- Who may sign in. Accounts belong to the instance and may enter several workspaces (`workspace_account`);
-- the sign-in library reads and writes account, session, credential, verification and two_factor.

create table public.account (
  id text constraint account_pk primary key,
  name text not null,
  email text not null constraint account_email_unique unique constraint account_email_lower check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  locale text not null default 'zh-CN',
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table public.session (
  id text constraint session_pk primary key,
  account_id text not null constraint session_account references public.account (id) on delete cascade,
  token text not null constraint session_token_unique unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_account on public.session (account_id, created_at);

-- How an account proves itself; `password` holds the scrypt hash of the provider `credential`.
create table public.credential (
  id text constraint credential_pk primary key,
  account_id text not null constraint credential_account references public.account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credential_unique unique (provider_id, provider_account_id)
);
create index credential_by_account on public.credential (account_id);

create table public.verification (
  id text constraint verification_pk primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on public.verification (identifier);
create index verification_by_expiry on public.verification (expires_at);

create table public.two_factor (
  id text constraint two_factor_pk primary key,
  account_id text not null constraint two_factor_account references public.account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_by_account on public.two_factor (account_id);

-- Failed sign-ins per address typed (and where from); whether the address exists makes no difference.
create table public.sign_in_failure (
  key text constraint sign_in_failure_pk primary key,
  failures integer not null,
  since timestamptz not null
);

-- Links handed over by an administrator: to join as a member, or to choose a new password. Only the hash is kept.
create table public.one_time_link (
  token_hash text constraint one_time_link_pk primary key,
  kind text not null constraint one_time_link_kind check (kind in ('invite', 'password')),
  workspace_id uuid not null constraint one_time_link_workspace references public.workspace (id) on delete cascade,
  member_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint one_time_link_per_member unique (workspace_id, member_id, kind)
);

-- Keys of programs. A key acts for the member who made it and never has a role that member lacks.
create table public.api_key (
  id uuid constraint api_key_pk primary key,
  workspace_id uuid not null constraint api_key_workspace references public.workspace (id) on delete cascade,
  member_id uuid not null,
  name text not null,
  secret_hash text not null,
  role_keys text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_key_by_workspace on public.api_key (workspace_id, created_at, id);

-- Random values of the instance that every process shares, such as the one session cookies are signed with.
create table public.instance_secret (
  name text constraint instance_secret_pk primary key,
  value text not null,
  created_at timestamptz not null
);
