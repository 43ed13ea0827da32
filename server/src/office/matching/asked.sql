-- How often each of a region's directory was asked: an evening counts once, each page more that was sent for it once more.
-- Summed for one person at a time, so that only the seats of those who know something are read, by whose they are.
-- Whoever was entered twice was asked under both entries.
-- $1 the region's scope, $2 scopes of its villages, $3 since when it counts
select person.id, asked.times
from record person
cross join lateral (
  select sum(greatest(1, pages))::bigint as times
  from record seat
  join record session on session.id = substring(seat.scope from 3)::uuid
    and session.kind = 'session' and not session.gone and session.scope = any($2)
    and session.fields->>'stage' <> 'cancelled'
  cross join lateral (
    select count(*) as pages, coalesce((session.fields->>'on')::bigint, max(brief.at), seat.at) as sat_on
    from record brief where brief.kind = 'brief' and not brief.gone and brief.fields->>'seat' = seat.id::text
  ) as pages
  where seat.kind = 'seat' and not seat.gone and seat.fields->>'person' in (
    select person.id::text union all select double.id::text from record double
    where double.kind = 'person' and double.fields ? 'into' and double.fields->>'into' = person.id::text) and sat_on > $3
) as asked
where person.kind = 'person' and not person.gone and person.fields ? 'knows' and person.scope = $1
  and asked.times is not null
order by person.id
