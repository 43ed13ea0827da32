-- A row says that somebody was erased from the directory and from all that was said: who by id, when, by whom, in how many places.
create table erasure (
  person uuid primary key,
  at timestamptz not null default now(),
  by uuid,
  places integer not null check (places >= 0)
);

-- when a name was taken out of sealed content that had it in clear: since then it does not give its digest any more
alter table seal add column struck timestamptz;
