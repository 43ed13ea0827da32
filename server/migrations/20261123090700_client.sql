-- A client is one copy of the app's storage on one device; its changes are numbered.
create table client (
  id uuid primary key,
  person uuid not null references account,
  device uuid not null references device,
  build text not null,
  last_seen timestamptz not null default now()
);
