-- When the work behind a key was committed: set in its own transaction, so that a key whose answer was lost is never
-- worked twice.
alter table public.idempotent_answer add column done_at timestamptz;
