-- An account lets a person of the directory sign in.
create table account (
  person uuid primary key,
  created timestamptz not null default now(),
  closed timestamptz
);
