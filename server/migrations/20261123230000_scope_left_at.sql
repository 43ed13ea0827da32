-- A row of scope_left also says since when the record is gone from there, so that it can be forgotten one day.
alter table scope_left add column at timestamptz not null default now();
