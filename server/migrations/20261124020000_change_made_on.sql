-- A change that another phone of the same person brought: the copy of the app on which it was written, as the bringer says.
alter table change add column made_on uuid;
