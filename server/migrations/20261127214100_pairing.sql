-- A pairing lets a person who is signed in come in once more, in the app on the home screen, by six digits within ten
-- minutes; one a person. Of the digits only a salted digest is kept.
create table pairing (
  person uuid primary key references account,
  salt bytea not null check (length(salt) = 16),
  digits_sha256 bytea not null check (length(digits_sha256) = 32),
  expires timestamptz not null,
  -- wrong digits said under the person's name; five kill it
  wrong smallint not null default 0
);
