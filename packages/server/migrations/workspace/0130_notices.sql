-- A notice carries what its sentence is filled with, and the page that shows it.
update :schema.notification n
set kind = 'records.mention',
  detail = jsonb_build_object(
    'params', jsonb_build_object(
      'from', coalesce((select m.name from :schema.member m where m.id = (n.detail ->> 'from')::uuid), ''),
      'text', coalesce(n.detail ->> 'text', '')),
    'path', '/o/' || n.object || '/' || n.record_id)
where kind = 'mention';

create index notification_unread on :schema.notification (member_id) where read_at is null;
