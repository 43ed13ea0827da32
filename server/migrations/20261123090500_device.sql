-- A device is one signed-in browser of one person; of its token only a digest is kept.
create table device (
  id uuid primary key,
  person uuid not null references account,
  token_sha256 bytea not null constraint device_token unique check (length(token_sha256) = 32),
  name text not null check (length(name) between 1 and 80),
  created timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires timestamptz not null,
  revoked timestamptz
);

create index device_of_person on device (person);
