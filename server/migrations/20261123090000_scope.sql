-- A scope is a circle of people who share records; its ver counts what was written in it.
create table scope (
  id text primary key check (id ~ '^[gvdsul]:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
  ver bigint not null default 0 check (ver >= 0),
  -- a reader whose cursor is below the floor reads everything anew
  floor bigint not null default 0 check (floor between 0 and ver),
  -- how many issues have been given a number
  issues integer not null default 0 check (issues >= 0)
) with (fillfactor = 50);
