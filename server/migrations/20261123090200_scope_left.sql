-- A row says that a record left a scope at ver, so that those who read only that scope let go of it.
create table scope_left (
  scope text not null references scope,
  id uuid not null,
  ver bigint not null check (ver > 0),
  rev bigint not null check (rev > 0),
  primary key (scope, id)
);

create index scope_left_by_ver on scope_left (scope, ver);
