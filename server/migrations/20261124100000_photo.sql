-- What has come of a picture. It comes in pieces, after the record that announces it.
create table photo (
  id uuid primary key references record,
  -- what its bytes say they are; none until all of them are there and right
  mime text,
  begun timestamptz not null default clock_timestamp()
);

create table photo_piece (
  photo uuid not null references photo on delete cascade,
  -- how many bytes lie before it
  at integer not null check (at >= 0),
  bytes bytea not null check (octet_length(bytes) > 0),
  primary key (photo, at)
);
