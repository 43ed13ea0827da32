-- A role in a region that somebody has only because of one in a village of it ends with that one; one that was given there does not.
alter table member add column reached boolean not null default false;
