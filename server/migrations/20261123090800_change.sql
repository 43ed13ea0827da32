-- A change is one act as it arrived, with what came of it: whoever sends it again is told the same.
create table change (
  uuid uuid primary key,
  client uuid not null references client,
  seq bigint not null check (seq > 0),
  person uuid not null,
  device uuid not null,
  received_at timestamptz not null default now(),
  record uuid not null,
  act jsonb not null,
  outcome jsonb not null,
  constraint change_once unique (client, seq)
);

create index change_of_record on change (record);
