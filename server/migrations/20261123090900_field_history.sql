-- A row is a value that was written over: it stood in the field until revision rev put another there.
create table field_history (
  record uuid not null references record,
  field text not null,
  rev bigint not null,
  value jsonb not null,
  -- whose value it was and when it was written, where that is known
  by uuid,
  at bigint,
  received_at timestamptz not null default now(),
  primary key (record, field, rev)
);
