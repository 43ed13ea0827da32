-- Who of a region could help with a matter. What somebody knows counts first, then where they are at home; of the best
-- two dozen, those who sat on such benches come a little before, and those who were asked often a little behind.
-- $1 the region's scope, $2 fields with their worth and names, $3 the text, $4 idle words, $5 village, $6 town,
-- $7 groups of the village, $8 villages of the town, $9 categories, $10 scopes of the region's villages,
-- $11 since when asking counts, $12 stages ahead of the bench
with wanted as materialized (
  select worth, names, said from jsonb_to_recordset($2) as row(worth float8, names text[], said boolean)
), piece as materialized (
  select unnest(pieces($3)) as piece except select unnest(pieces($4))
), query as materialized (
  select string_agg(quote_literal(term), ' | ')::tsquery as terms
  from (select '=' || unnest(names) as term from wanted union select piece from piece) as terms
), found as materialized (
  select id, fields, tsvector_to_array(expert_terms(fields)) as terms
  from record
  where kind = 'person' and not gone and fields ? 'knows' and scope = $1
    and expert_terms(fields) @@ (select terms from query) and not fields ? 'away'
), weighed as (
  select found.id, found.fields, field.said, field.kin, piece.run, place.how, place.place,
    greatest(field.worth, own.worth) + field.besides + least(piece.worth, 5) * 0.8
      + coalesce(place.worth, 0) as worth, own.words as own
  from found
  cross join lateral (
    select coalesce(max(worth), 0) as worth, (coalesce(sum(worth), 0) - coalesce(max(worth), 0)) * 0.3 as besides,
      array_agg(word order by worth desc, word) filter (where said) as said,
      array_agg(word order by worth desc, word) filter (where not said) as kin
    from (
      select wanted.worth, wanted.said,
        (select name from unnest(wanted.names) with ordinality as names(name, at)
         where found.fields->'knows' ? name order by at limit 1) as word
      from wanted
    ) as known where word is not null
  ) as field
  cross join lateral (
    select case when count(*) > 0 then 6.0 else 0.0 end as worth, array_agg(word order by length(word) desc, word) as words
    from jsonb_array_elements_text(found.fields->'knows') as word
    where word !~ '^[a-z_]+$' and length(word) > 1 and strpos($3, word) > 0
  ) as own
  cross join lateral (
    select array_agg(piece) as run, coalesce(sum(case length(piece) when 2 then 1.0 else 0.25 end), 0) as worth
    from piece where piece = any(found.terms)
  ) as piece
  left join lateral (
    select how, near.place, near.worth from (
      select 'lives' as how, case village when $5 then $5 else $6 end as place,
        case village when $5 then 3.0 else 2.0 end as worth
      from (select land.fields->>'parent' as village from record land
            where land.id = (found.fields->>'group')::uuid and land.kind = 'place') as home
      where village = $5 or village = any($8)
      union all
      select 'place', spot,
        case when spot = $5 or spot = any($7) then 3.0 when spot = $6 then 2.0 else 1.5 end
      from jsonb_array_elements_text(found.fields->'places') as spot
      where spot = $5 or spot = $6 or spot = any($7) or spot = any($8)
    ) as near order by near.worth desc, near.place limit 1
  ) as place on true
  where field.worth > 0 or own.worth > 0 or piece.worth >= 2
  order by worth desc, found.id limit 24
)
select weighed.id, weighed.fields->>'name' as name, weighed.fields->>'role' as role, weighed.fields->>'note' as note,
  weighed.fields->>'manner' as manner, weighed.own, weighed.said, weighed.kin, weighed.run, weighed.how,
  weighed.place::uuid as place, sat.past, sat.category, sat.asked
from weighed
cross join lateral (
  select
    coalesce(sum(greatest(1, pages)) filter (where sat_on > $11), 0)::bigint as asked,
    count(*) filter (where topic.category is not null and session.fields->>'stage' <> all($12)) as past,
    min(topic.category) as category
  from record seat
  join record session on session.id = substring(seat.scope from 3)::uuid
    and session.kind = 'session' and not session.gone and session.scope = any($10)
    and session.fields->>'stage' <> 'cancelled'
  cross join lateral (
    select count(*) as pages, coalesce((session.fields->>'on')::bigint, max(brief.at), seat.at) as sat_on
    from record brief where brief.kind = 'brief' and not brief.gone and brief.fields->>'seat' = seat.id::text
  ) as pages
  left join lateral (
    select min(issue.fields->>'category') as category
    from jsonb_array_elements_text(coalesce(session.fields->'issues', '[]')) as about
    join record issue on issue.id = about::uuid
    where issue.fields->>'category' = any($9)
  ) as topic on true
  where seat.kind = 'seat' and not seat.gone and seat.fields->>'person' in (
    select weighed.id::text union all select double.id::text from record double
    where double.kind = 'person' and double.fields ? 'into' and double.fields->>'into' = weighed.id::text)
) as sat
order by weighed.worth + least(sat.past, 2) - least(sat.asked, 8) * 0.25 desc, sat.asked, weighed.id
