-- Two entries of a directory, or two issues, that look like one and are two: the office has said so, and they are not suggested again.
create table asunder (
  one   uuid not null,
  other uuid not null,
  by    uuid not null,
  at    timestamptz not null default now(),
  primary key (one, other),
  check (one < other)
);
create index person_into on record ((fields->>'into')) where kind = 'person' and fields ? 'into';
create index issue_merged_into on record ((fields->>'merged_into')) where kind = 'issue' and fields ? 'merged_into';
create index action_led on record ((fields->>'lead')) where kind = 'action' and not gone;
