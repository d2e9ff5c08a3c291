-- Webhooks: where to tell what changed, and the log of what was told.
create table :schema.webhook (
  id uuid constraint webhook_pk primary key,
  name text not null,
  url text not null,
  secret text not null,
  objects text[] not null,
  ops text[] not null,
  with_values boolean not null,
  active boolean not null,
  failures integer not null,
  created_by uuid,
  created_at timestamptz not null
);

create table :schema.webhook_delivery (
  id uuid constraint webhook_delivery_pk primary key,
  webhook_id uuid not null constraint webhook_delivery_webhook references :schema.webhook (id) on delete cascade,
  at timestamptz not null,
  body text not null,
  state text not null constraint webhook_delivery_state check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null,
  status integer,
  fault text,
  duration_ms integer,
  last_at timestamptz,
  replay_of uuid
);

create index webhook_delivery_by_webhook on :schema.webhook_delivery (webhook_id, id);
create index webhook_delivery_by_time on :schema.webhook_delivery (at);
