-- A sealed record is found by its check code even when its row in the table of seals is gone.
create index record_seal_code on record ((fields->'seal'->>'code')) where kind in ('session', 'annex');
