-- A record is one thing that people share, as it stands after all changes that were accepted.
create table record (
  scope text not null references scope,
  ver bigint not null check (ver > 0),
  kind text not null check (length(kind) between 1 and 40),
  id uuid primary key,
  rev bigint not null check (rev > 0),
  by uuid,
  at bigint not null,
  gone boolean not null default false,
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  -- who last wrote each field, when and in which revision
  stamps jsonb not null default '{}' check (jsonb_typeof(stamps) = 'object')
);

create index record_in_scope on record (scope, ver, id);
