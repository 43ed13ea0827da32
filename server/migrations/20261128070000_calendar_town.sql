-- A calendar link of a district can be for one of its towns: then it follows the villages of that town alone.
alter table calendar add column town uuid;
