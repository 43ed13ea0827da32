-- Who waits for whom in a region: what the domain's rules say is owed, one question for each sort of debt, and a page of it.
-- server/tests/stories/queues.rs holds each against its rule. Parameters: $1 the scopes of the villages, $2 those of their
-- drafts, $3 the district's own; $4 now; $5 how long a brief is open, $6 how long minutes may take; $7 the stages that are
-- frozen; $8 the sort that is asked for, or all; $9 only what the office owes; $10, $11, $12 what came last before this
-- page: since, sort, about; $13 how many are a page.
with debt as (
  -- settled::unanswered of what is sealed and waits to be handed over: a debt for each session
  select 'advice' as debt, session.id as about, session.kind, substring(session.scope from 3)::uuid as village,
    session.id as session,
    case session.fields->>'mode' when 'a' then 'village' else 'advisers' end as waiter,
    case session.fields->>'mode' when 'a' then 'office' else 'committee' end as ower,
    null::text as name, heads.count,
    (jsonb_path_query_first(session.fields, '$.trail[*] ? (@.to == "sealed").at') #>> '{}')::bigint as since,
    null::bigint as due, null::bigint as asked, false as again
  from record session
    cross join lateral (
      select count(*)::int as count from record advice
        left join record head on head.id = (advice.fields->>'with')::uuid and head.kind = 'advice'
          and head.scope = advice.scope and not head.gone and not head.fields ? 'with'
      where advice.scope = 's:' || session.id and advice.kind = 'advice' and not advice.gone
        and head.id is null and not advice.fields ? 'verdict'
    ) heads
  where session.scope = any($1) and session.kind = 'session' and not session.gone
    and session.fields->>'stage' = 'sealed' and heads.count > 0

  union all
  -- the same of what lies with a village: it came late, or on paper beside an issue
  select 'advice', advice.id, advice.kind, substring(advice.scope from 3)::uuid, session.id, 'advisers',
    case session.fields->>'mode' when 'a' then 'office' else 'committee' end,
    null, 1, (advice.fields->>'offered_at')::bigint, null, null, false
  from record advice
    left join record session on session.id = (advice.fields->>'session')::uuid and session.kind = 'session'
    left join record head on head.id = (advice.fields->>'with')::uuid and head.kind = 'advice'
      and head.scope = advice.scope and not head.gone and not head.fields ? 'with'
  where advice.scope = any($1) and advice.kind = 'advice' and not advice.gone
    and not advice.fields ? 'verdict' and head.id is null

  union all
  -- waits::of_action
  select case when stands.over then 'overdue' else 'unclaimed' end, action.id, action.kind,
    substring(action.scope from 3)::uuid, (action.fields->>'session')::uuid, 'village',
    case when holder.id is not null then 'department'
      when action.fields ?| array['owner', 'lead'] then 'holder' else 'nobody' end,
    holder.fields->>'note', 1,
    case when stands.over then stands.due else (action.fields->'trail'->-1->>'at')::bigint end,
    stands.due, (action.fields->'asked'->>'due')::bigint, stands.state = 'redo'
  from record action
    cross join lateral (
      select due, state, coalesce($4 - due >= 86400000, false)
        and state in ('unclaimed', 'claimed', 'acting', 'redo') as over
      from (select (action.fields->>'due')::bigint as due,
        coalesce(action.fields->>'state',
          case when action.fields ? 'owner' then 'claimed' else 'unclaimed' end) as state) said
    ) stands
    left join record holder on holder.id = (action.fields->>'lead')::uuid and holder.kind = 'person'
      and not holder.gone and holder.fields->>'role' = 'department' and holder.fields ? 'note'
  where action.scope = any($1) and action.kind = 'action' and not action.gone
    and action.fields->>'state' is distinct from 'closed'
    and (stands.over or stands.state = 'unclaimed' and action.fields->'trail'->-1 ? 'at')

  union all
  -- echo::owed of actions; one is not closed before all were told
  select 'echo', action.id, action.kind, substring(action.scope from 3)::uuid, (action.fields->>'session')::uuid,
    'villagers', 'committee', null, owed.count, done.since, null, null, false
  from record action
    cross join lateral (
      select (step->>'at')::bigint as since
      from jsonb_array_elements(action.fields->'trail') with ordinality way (step, n)
      where step->>'to' = 'done' order by n desc limit 1
    ) done
    cross join lateral (
      select count(*)::int as count from jsonb_array_elements(action.fields->'tell') tell
      where not exists (
        select from jsonb_array_elements(action.fields->'echoes') echo
        where echo->>'to' = tell->>'name' and (echo->>'at')::bigint >= done.since)
    ) owed
  where action.scope = any($1) and action.kind = 'action' and not action.gone
    and action.fields->>'state' is distinct from 'closed'
    and action.fields->>'state' in ('done', 'checked') and owed.count > 0

  union all
  -- the same of advice: where another speaks for it, its answer is theirs
  select 'echo', advice.id, advice.kind, home.village, (advice.fields->>'session')::uuid,
    case when coalesce(advice.fields->'voice'->>'role', 'villager') in ('villager', 'representative')
      then 'villagers' else 'advisers' end,
    'committee', null, 1, answered.since, null, null, false
  from (
      select scope, substring(scope from 3)::uuid as village from unnest($1::text[]) scope
      union all
      select 's:' || id, substring(scope from 3)::uuid from record
      where scope = any($1) and kind = 'session' and not gone
    ) home
    join record advice on advice.scope = home.scope
    left join record head on head.id = (advice.fields->>'with')::uuid and head.kind = 'advice'
      and not head.gone and not head.fields ? 'with'
    cross join lateral (
      select (coalesce(head.fields, advice.fields)->>'answered_at')::bigint as since
    ) answered
  where advice.kind = 'advice' and not advice.gone and advice.fields ? 'voice'
    and (advice.fields ? 'with' or not jsonb_path_exists(advice.fields,
      '$.echoes[*] ? (@.to == $.voice.name && @.at >= $.answered_at)'))
    and answered.since is not null
    and not exists (
      select from jsonb_array_elements(advice.fields->'echoes') echo
      where echo->>'to' = coalesce(advice.fields->'voice'->>'name', '')
        and (echo->>'at')::bigint >= answered.since)

  union all
  -- the same of issues
  select 'echo', id, 'issue', substring(scope from 3)::uuid, null, 'villagers', 'committee', null, 1, since, null, null, false
  from ended where scope = any($1::text[] || $2::text[]) and not told

  union all
  -- a brief that can still be answered, as sync::reply has it; a villager who was asked is not named
  select 'brief', brief.id, brief.kind, substring(session.scope from 3)::uuid, session.id, 'village', 'expert',
    case when seat.fields->>'role' not in ('villager', 'representative') then seat.fields->>'name' end, 1,
    (brief.fields->>'asked_at')::bigint, null, null, false
  from record session
    join record brief on brief.scope = 's:' || session.id
    join record seat on seat.id = (brief.fields->>'seat')::uuid and not seat.gone and seat.scope = brief.scope
  where session.scope = any($1) and session.kind = 'session' and not session.gone
    and session.fields->>'stage' <> all($7)
    and brief.kind = 'brief' and not brief.gone and not brief.fields ? 'answer'
    and $4 - (brief.fields->>'asked_at')::bigint < $5

  union all
  -- waits::of_minutes
  select 'minutes', session.id, session.kind, substring(session.scope from 3)::uuid, session.id, 'village',
    case session.fields->>'mode' when 'a' then 'office' else 'committee' end,
    null, 1, (session.fields->>'ended')::bigint, null, null, false
  from record session
  where session.scope = any($1) and session.kind = 'session' and not session.gone
    and session.fields->>'stage' in ('drafting', 'checking')
    and $4 - (session.fields->>'ended')::bigint >= $6

  union all
  -- complaints and suggestions that nobody has looked at
  select 'letter', id, kind, null, null, 'writer', 'office', null, 1, (fields->>'written_at')::bigint,
    null, null, false
  from record
  where scope = $3 and kind = 'letter' and fields->>'fate' = 'held' and not gone
    and fields->>'sort' in ('complaint', 'suggestion')
)
select tally.tally, tally.ours, page.*
from (
    select coalesce(jsonb_object_agg(debt, count), '{}') as tally, coalesce(sum(ours), 0)::bigint as ours
    from (
      select debt, count(*) as count, count(*) filter (where ower = 'office') as ours from debt group by debt
    ) sorts
  ) tally
  left join (
    select * from debt
    where ($8::text is null or debt = $8) and (not $9 or ower = 'office')
      and ($10::bigint is null or (since, debt, about) > ($10, $11, $12))
    order by since, debt, about limit $13
  ) page on true
order by page.since, page.debt, page.about
