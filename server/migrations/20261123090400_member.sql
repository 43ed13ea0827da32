-- A member holds a role in a scope; record is what tells the member so, in the member's own scope.
create table member (
  person uuid not null references account,
  scope text not null references scope,
  role text not null check (role ~ '^[a-z_]+$'),
  record uuid not null unique,
  primary key (person, scope, role)
);

create index member_of_scope on member (scope);
