-- An invite lets one browser sign in as one person, once; of its code only a digest is kept.
create table invite (
  id uuid primary key,
  code_sha256 bytea not null constraint invite_code unique check (length(code_sha256) = 32),
  person uuid not null references account,
  invited_by uuid,
  created timestamptz not null default now(),
  expires timestamptz not null check (expires > created),
  redeemed_at timestamptz,
  device uuid references device,
  -- whoever redeems it says which attempt it is, so that a lost answer can be asked for again
  attempt uuid,
  check ((redeemed_at is null) = (device is null))
);
