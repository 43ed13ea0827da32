-- Where whoever is of a region's directory sat, or is to sit: a row for each seat, with how many pages were sent for it and
-- when it counts. Whoever was entered twice sat under both entries. Read before asked.sql and search.sql.
-- $1 the region's scope, $2 scopes of its villages
with sitting as materialized (
  select id, 's:' || id as inside, stage, "on", issues from session where scope = any($2) and stage <> 'cancelled'
), page as materialized (
  select fields->>'seat' as seat, count(*) as pages, max(at) as last
  from record where kind = 'brief' and not gone and scope = any(array(select inside from sitting)) group by 1
), entry as materialized (
  select expert.id as person, expert.id::text as entry from record expert
  where expert.kind = 'person' and not expert.gone and expert.fields ? 'knows' and expert.scope = $1
  union all
  select expert.id, double.id::text from record double
    join record expert on expert.id::text = double.fields->>'into'
  where double.kind = 'person' and double.fields ? 'into'
    and expert.kind = 'person' and not expert.gone and expert.fields ? 'knows' and expert.scope = $1
), sat as (
  select entry.person, sitting.stage, sitting.issues, greatest(1, page.pages) as pages,
    coalesce(sitting."on", page.last, seat.at) as sat_on
  from entry join record seat on seat.fields->>'person' = entry.entry and seat.kind = 'seat' and not seat.gone
    join sitting on sitting.inside = seat.scope
    left join page on page.seat = seat.id::text
)
