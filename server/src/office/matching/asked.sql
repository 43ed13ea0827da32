-- How often each of a region's directory was asked: an evening counts once, each page more that was sent for it once more.
-- $1 the region's scope, $2 scopes of its villages, $3 since when it counts
select person.id, sum(greatest(1, pages))::bigint
from record person
join record seat on seat.kind = 'seat' and not seat.gone and seat.fields->>'person' = person.id::text
join record session on session.id = substring(seat.scope from 3)::uuid
  and session.kind = 'session' and not session.gone and session.scope = any($2)
  and session.fields->>'stage' <> 'cancelled'
cross join lateral (
  select count(*) as pages, coalesce((session.fields->>'on')::bigint, max(brief.at), seat.at) as sat_on
  from record brief where brief.kind = 'brief' and not brief.gone and brief.fields->>'seat' = seat.id::text
) as pages
where person.kind = 'person' and not person.gone and person.fields ? 'knows' and person.scope = $1
  and sat_on > $3
group by person.id order by person.id
