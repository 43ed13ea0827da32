-- A passkey lets a person come in by a key that their device keeps; here is its public half.
create table passkey (
  id bytea primary key check (length(id) between 1 and 1023),
  person uuid not null references account,
  -- a point of P-256, uncompressed
  point bytea not null check (length(point) = 65),
  counter bigint not null,
  name text not null check (length(name) between 1 and 80),
  created timestamptz not null default now(),
  used timestamptz
);

create index passkey_of_person on passkey (person);

-- A challenge is what a device is asked to sign, once, within five minutes; with a person, to make a new key.
create table challenge (
  bytes bytea primary key check (length(bytes) = 32),
  person uuid references account,
  expires timestamptz not null
);
