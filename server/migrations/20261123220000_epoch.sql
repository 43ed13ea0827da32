-- A row is an epoch under which this database was served. Of its word only a digest is kept, so that a
-- restored copy can tell a word it was served under from a new one, and cannot give any word away.
create table epoch (
  number integer primary key check (number > 0),
  word_sha256 bytea not null constraint epoch_word unique check (length(word_sha256) = 32),
  begun timestamptz not null default now()
);
