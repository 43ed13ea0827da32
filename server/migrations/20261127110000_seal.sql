-- A row is a seal in its village's chain: a session's, or that of an annex to one.
create table seal (
  record uuid primary key references record,
  session uuid not null,
  scope text not null references scope,
  number integer not null check (number > 0),
  code text not null constraint seal_code unique check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- the chain before it; empty for the village's first
  prev text not null,
  chain text not null check (chain ~ '^[0-9a-f]{64}$'),
  at timestamptz not null default now(),
  constraint seal_in_order unique (scope, number)
);

create index seal_of_session on seal (session);
-- who reads a session: the cadres of its village, and those who have a seat in it
create index session_of_village on record (scope) where kind = 'session' and not gone;
create index seat_of_person on record ((fields->>'person')) where kind = 'seat' and not gone;
create index brief_by_key on record ((fields->>'key')) where kind = 'brief' and not gone;
