-- A role may be held until a day that was said when it was given; from that moment it counts for nothing.
alter table member add since timestamptz not null default now();
alter table member add until timestamptz;
create index member_until on member (until) where until is not null;

-- An invite may be taken back by whoever might have made it.
alter table invite add taken_back timestamptz;
create index invite_of_person on invite (person) where redeemed_at is null and taken_back is null;
