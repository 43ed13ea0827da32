-- What came by a door that needs no account: found by the digest of its number, and counted while it waits for a look.
create index issue_by_slip on record ((fields->'door'->>'slip')) where kind = 'issue' and fields ? 'door';
create index letter_by_slip on record ((fields->>'slip')) where kind = 'letter' and fields ? 'slip';
create index lead_by_door on record (scope)
  where kind = 'issue' and fields ? 'door' and fields->>'standing' = 'lead' and not gone;
create index letter_held on record (scope) where kind = 'letter' and fields->>'fate' = 'held' and not gone;
create index letter_answered on record (scope)
  where kind = 'letter' and fields->>'fate' = 'answered' and fields ? 'listed' and not gone;
