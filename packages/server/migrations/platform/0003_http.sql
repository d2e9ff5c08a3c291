-- Answers kept under an Idempotency-Key, so that a repeated request is answered and not done again.
create table public.idempotent_answer (
  scope text not null,
  key text not null,
  fingerprint text not null,
  status smallint,
  body text,
  at timestamptz not null,
  constraint idempotent_answer_pk primary key (scope, key)
);

create index idempotent_answer_at on public.idempotent_answer (at);
