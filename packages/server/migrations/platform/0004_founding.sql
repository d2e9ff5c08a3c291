-- A workspace that is being filled (a company's first minute, the demo company) is `founding` until it is whole.
-- What a killed process left in that state is taken away by the next one.
alter table public.workspace drop constraint workspace_state_known;
alter table public.workspace add constraint workspace_state_known check (state in ('founding', 'active', 'maintenance', 'removed'));
