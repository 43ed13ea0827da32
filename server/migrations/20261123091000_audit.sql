-- A row says who did what, in ids and codes alone: no names, no words.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  person uuid,
  device uuid,
  deed text not null,
  about uuid,
  scope text,
  code text
);

create index audit_by_person on audit (person, at);
