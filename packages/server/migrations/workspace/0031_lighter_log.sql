-- The change log is written with every record, so its indexes are paid for by every write.
--
-- Changes lie in the order of their time: a summary per range of pages finds them as fast as an entry per row.
-- What one cause did is read as a whole; without the id behind it, equal entries share one place.
drop index :schema.change_by_at;
create index change_by_at on :schema.change using brin (at) with (pages_per_range = 32, autosummarize = on);
drop index :schema.change_by_cause;
create index change_by_cause on :schema.change (cause);
