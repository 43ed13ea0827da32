-- An action's fields are taken out all at once, as those of a session are: twice as fast as one by one.
create or replace view action as
select record.id, record.scope, session, issue, advice, statement, what, what_en, owner, due,
  coalesce(trail->-1->>'to', case when fields ? 'owner' then 'claimed' else 'unclaimed' end) as state,
  coalesce(promised_at, (trail->0->>'at')::bigint, record.at) as begun_at,
  -- when it was done, as it now is; nothing while somebody is at it
  case when trail->-1->>'to' in ('done', 'checked', 'closed') then (
    select (step->>'at')::bigint from jsonb_array_elements(trail) with ordinality as way (step, n)
    where step->>'to' = 'done' order by n desc limit 1
  ) end as done_at,
  -- when it was begun anew: more time that is granted while it waits for that is no new beginning
  case when trail @> '[{"to": "redo"}]' then array(
    select (step->>'at')::bigint
    from (select step, n, lag(step->>'to') over (order by n) as before
          from jsonb_array_elements(trail) with ordinality as way (step, n)) as way
    where step->>'to' = 'redo' and before is distinct from 'redo' order by n
  ) else '{}' end as redone_at,
  coalesce(tell, '[]') as tell, coalesce(ratings, '[]') as ratings, coalesce(echoes, '[]') as echoes
from record cross join jsonb_to_record(fields) as said (
  session uuid, issue uuid, advice uuid, statement uuid, what text, what_en text, owner text, due bigint, promised_at bigint,
  trail jsonb, tell jsonb, ratings jsonb, echoes jsonb)
where kind = 'action' and not gone;

-- An issue that has come to an end, with whoever is to hear of it: who raised it, or in whose name it was, unless they
-- brought it there themselves; and whether they have heard. The rule is `echo::owed` of the domain.
create view ended as
select record.id, record.scope, said.village, said.title, said.title_en, said.standing, said.session, since,
  coalesce(said.proxy->>'name', person.fields->>'name') as who,
  exists (
    select from jsonb_array_elements(said.echoes) as echo
    where echo->>'to' = coalesce(said.proxy->>'name', person.fields->>'name') and (echo->>'at')::bigint >= since
  ) as told
from record
  cross join jsonb_to_record(record.fields) as said (village uuid, title text, title_en text, standing text, session uuid,
    proxy jsonb, raised_by uuid, trail jsonb, echoes jsonb)
  cross join lateral (
    select (said.trail->-1->>'at')::bigint as since, (said.trail->-1->>'by')::uuid as by
  ) as last
  left join record as person on person.id = said.raised_by and said.proxy is null and person.kind = 'person'
    and (not person.gone or person.fields ? 'into')
where record.kind = 'issue' and not record.gone
  and record.fields->>'standing' in ('settled', 'redirected', 'merged', 'parked', 'declined', 'closed')
  and (said.proxy is not null or said.raised_by is distinct from last.by)
  and coalesce(said.proxy->>'name', person.fields->>'name') is not null and since is not null;
