-- A row of audit also says by which word an act was done, and with an edit which field.
alter table audit add column act text;
create index audit_in_scope on audit (scope, id);
create index audit_about on audit (about, id);
create index audit_at on audit (at);
