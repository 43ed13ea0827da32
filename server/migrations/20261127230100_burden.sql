-- A row is what one sort of task cost all who did it on one day, taken together: how often, how many boxes, how many seconds. Nobody is in it.
create table burden (
  day date not null,
  task text not null check (task ~ '^[a-z_]{1,20}$'),
  times integer not null check (times > 0),
  fields integer not null check (fields >= 0),
  seconds integer not null check (seconds >= 0),
  primary key (day, task)
);
