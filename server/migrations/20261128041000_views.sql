-- A row of a view is a record of one kind, with its fields under their own names and in their own types.
-- Moments stay milliseconds since 1970, as in the domain. What is gone is in none of them.
-- Each view is one plain select, so that a predicate on `scope` or `id` reaches the indexes of the table.

create view place as
select id, scope,
  fields->>'name' as name,
  fields->>'name_en' as name_en,
  fields->>'level' as level,
  (fields->>'parent')::uuid as parent,
  coalesce((fields->>'order')::bigint, 0) as "order"
from record where kind = 'place' and not gone;

create view issue as
select id, scope,
  (fields->>'village')::uuid as village,
  (fields->>'number')::bigint as number,
  fields->>'title' as title,
  fields->>'title_en' as title_en,
  fields->>'category' as category,
  (fields->>'group')::uuid as "group",
  (fields->>'households')::bigint as households,
  fields->'proxy'->>'name' as proxy,
  (fields->>'raised_by')::uuid as raised_by,
  (fields->'trail'->0->>'at')::bigint as raised_at,
  fields->>'standing' as standing,
  (fields->'trail'->-1->>'at')::bigint as stands_since,
  (fields->'trail'->-1->>'by')::uuid as stands_by,
  (fields->>'session')::uuid as session,
  coalesce(fields->'echoes', '[]') as echoes
from record where kind = 'issue' and not gone;

-- A sealed session is kept out of line and pressed: its fields are taken out all at once.
create view session as
select record.id, record.scope, substr(record.scope, 3)::uuid as village,
  title, title_en, mode, stage,
  (trail->0->>'at')::bigint as planned_at,
  "on", began, ended,
  stage in ('in_session', 'drafting', 'checking', 'sealed', 'handed_over', 'acting', 'closed', 'revisited', 'archived')
    as sat,
  -- the day it is counted on: when people sat down, or are to
  coalesce(began, "on") as day,
  coalesce(issues, '[]') as issues
from record cross join jsonb_to_record(fields) as said (
  title text, title_en text, mode text, stage text, trail jsonb, "on" bigint, began bigint, ended bigint, issues jsonb)
where kind = 'session' and not gone;

-- An entry of the year's plan; its month begins at a moment of Shanghai's calendar.
create view plan as
select id, scope, substr(scope, 3)::uuid as village,
  fields->>'topic' as topic,
  (fields->>'issue')::uuid as issue,
  (fields->>'session')::uuid as session,
  fields ? 'off' as off,
  (make_date(greatest(1, (fields->>'year')::int), least(12, greatest(1, (fields->>'month')::int)), 1)
    - date '1970-01-01')::bigint * 86400000 - 28800000 as begins
from record where kind = 'plan' and not gone;

create view seat as
select id, scope, substr(scope, 3)::uuid as session,
  fields->>'role' as role,
  fields->>'group' as "group",
  (fields->>'person')::uuid as person,
  fields->>'name' as name,
  coalesce((fields->>'present')::boolean, false) as present
from record where kind = 'seat' and not gone;

create view statement as
select id, scope, substr(scope, 3)::uuid as session,
  (fields->>'seat')::uuid as seat,
  fields->>'sort' as sort,
  fields->>'words' as words,
  (fields->>'said_at')::bigint as said_at
from record where kind = 'statement' and not gone;

create view advice as
select id, scope,
  (fields->>'session')::uuid as session,
  (fields->>'issue')::uuid as issue,
  fields->>'words' as words,
  fields->>'via' as via,
  fields->'voice'->>'name' as voice,
  (fields->>'with')::uuid as "with",
  fields->>'verdict' as verdict,
  fields->>'why' as why,
  (fields->>'action')::uuid as action,
  (fields->>'line')::uuid as line,
  (fields->>'answered_at')::bigint as answered_at,
  -- what was written down before that was kept is as old as its last change
  coalesce((fields->>'offered_at')::bigint, at) as offered_at,
  coalesce(fields->'echoes', '[]') as echoes
from record where kind = 'advice' and not gone;

create view action as
select id, scope,
  (fields->>'session')::uuid as session,
  (fields->>'issue')::uuid as issue,
  (fields->>'advice')::uuid as advice,
  (fields->>'statement')::uuid as statement,
  fields->>'what' as what,
  fields->>'what_en' as what_en,
  fields->>'owner' as owner,
  (fields->>'due')::bigint as due,
  coalesce(fields->'trail'->-1->>'to', case when fields ? 'owner' then 'claimed' else 'unclaimed' end) as state,
  coalesce((fields->>'promised_at')::bigint, (fields->'trail'->0->>'at')::bigint, at) as begun_at,
  -- when it was done, as it now is; nothing while somebody is at it
  case when fields->'trail'->-1->>'to' in ('done', 'checked', 'closed') then (
    select (step->>'at')::bigint from jsonb_array_elements(fields->'trail') with ordinality as way (step, n)
    where step->>'to' = 'done' order by n desc limit 1
  ) end as done_at,
  -- when it was begun anew: more time that is granted while it waits for that is no new beginning
  case when fields->'trail' @> '[{"to": "redo"}]' then array(
    select (step->>'at')::bigint
    from (select step, n, lag(step->>'to') over (order by n) as before
          from jsonb_array_elements(fields->'trail') with ordinality as way (step, n)) as way
    where step->>'to' = 'redo' and before is distinct from 'redo' order by n
  ) else '{}' end as redone_at,
  coalesce(fields->'tell', '[]') as tell,
  coalesce(fields->'ratings', '[]') as ratings,
  coalesce(fields->'echoes', '[]') as echoes
from record where kind = 'action' and not gone;

-- A rating is one person's word on one doing of an action.
create view rating as
select record.id as action, record.scope,
  rating->>'result' as result,
  (rating->>'heard')::boolean as heard,
  (rating->>'at')::bigint as at,
  coalesce((rating->>'round')::bigint, 0) as round,
  n as nth
from record cross join jsonb_array_elements(fields->'ratings') with ordinality as given (rating, n)
where kind = 'action' and not gone and fields ? 'ratings';

create index issue_by_age on record (((fields->'trail'->0->>'at')::bigint)) where kind = 'issue' and not gone;
create index place_of_region on record (scope) where kind = 'place' and not gone;
create index issue_of_village on record (scope) where kind = 'issue' and not gone;
create index plan_of_village on record (scope) where kind = 'plan' and not gone;
create index seat_of_session on record (scope) where kind = 'seat' and not gone;
create index statement_of_session on record (scope) where kind = 'statement' and not gone;
create index advice_in_scope on record (scope) where kind = 'advice' and not gone;
create index action_in_scope on record (scope) where kind = 'action' and not gone;
