-- A password lets a person come in by a name of their own choice; of it only an argon2id hash is kept.
create table password (
  person uuid primary key references account,
  login text not null constraint password_login unique check (length(login) between 2 and 40),
  hash text not null check (hash like '$argon2id$%'),
  changed timestamptz not null default now()
);

-- A knock says how often in a row a password was wrong for a login name, known or not; of the name only a digest is kept.
create table knock (
  login_sha256 bytea primary key check (length(login_sha256) = 32),
  failures int not null,
  last timestamptz not null default now()
);
