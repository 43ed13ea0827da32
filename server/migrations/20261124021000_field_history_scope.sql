-- A value is told to whoever reads the scope it stood in; where that was not noted yet, to nobody.
alter table field_history add column scope text;
