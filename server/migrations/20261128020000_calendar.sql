-- A calendar link lets whoever has it follow the sessions of a village, or of all villages of a district, in a calendar
-- and without an account, until it is taken back. Of its secret only a digest is kept.
create table calendar (
  id uuid primary key,
  secret_sha256 bytea not null unique check (length(secret_sha256) = 32),
  -- v:VILLAGE or g:DISTRICT
  scope text not null,
  lang text not null check (lang in ('zh-CN', 'en')),
  made_by uuid not null references account,
  made timestamptz not null default now(),
  revoked timestamptz
);
create index calendar_of_scope on calendar (scope) where revoked is null;
create index calendar_of_person on calendar (made_by);
