-- Who of a region could help with each of some matters. What somebody knows counts first, then where they are at home; of
-- the best two dozen, those who sat on such benches come a little before, and those who were asked often a little behind.
-- $3 the matters, each with the fields it is about, their worth and names; $4 idle words, $5 since when asking counts,
-- $6 stages ahead of the bench
, land as materialized (
  select id::text as id, fields->>'parent' as parent, fields->>'level' as level
  from record where kind = 'place' and not gone and scope = $1
), matter as materialized (
  select told.*, home.parent as town,
    array(select id from land where land.parent = home.id) as groups,
    array(select id from land where land.parent = home.parent and land.level = 'village' and land.id <> home.id) as villages
  from jsonb_to_recordset($3) as told (about uuid, words text, village text, categories text[], wanted jsonb)
    left join land as home on home.id = told.village
), wanted as materialized (
  select matter.about, row.worth, row.names, row.said
  from matter cross join lateral jsonb_to_recordset(matter.wanted) as row (worth float8, names text[], said boolean)
), piece as materialized (
  select about, piece from matter cross join lateral unnest(pieces(matter.words)) as piece
  where piece <> all (array(select unnest(pieces($4)))) group by about, piece
), pieces as materialized (
  select about, array_agg(piece) as pieces from piece group by about
), term as materialized (
  select about, '=' || unnest(names) as term from wanted union select about, piece from piece
), query as materialized (
  select about, string_agg(quote_literal(term), ' | ')::tsquery as terms from term group by about
), expert as materialized (
  select id, fields, expert_terms(fields) as terms, tsvector_to_array(expert_terms(fields)) as found from record
  where kind = 'person' and not gone and fields ? 'knows' and scope = $1 and not fields ? 'away'
    and expert_terms(fields) @@ (select string_agg(distinct quote_literal(term), ' | ')::tsquery from term)
), weighed as materialized (
  select matter.about, matter.categories, best.*
  from matter join query on query.about = matter.about cross join lateral (
    select expert.id, expert.fields, field.said, field.kin, own.words as own, piece.run, place.how, place.place,
      greatest(field.worth, own.worth) + field.besides + least(piece.worth, 5) * 0.8
        + coalesce(place.worth, 0) as worth
    from expert left join pieces on pieces.about = matter.about
    cross join lateral (
      select coalesce(max(worth), 0) as worth, (coalesce(sum(worth), 0) - coalesce(max(worth), 0)) * 0.3 as besides,
        array_agg(word order by worth desc, word) filter (where said) as said,
        array_agg(word order by worth desc, word) filter (where not said) as kin
      from (
        select wanted.worth, wanted.said,
          (select name from unnest(wanted.names) with ordinality as names (name, at)
           where expert.fields->'knows' ? name order by at limit 1) as word
        from wanted where wanted.about = matter.about
      ) as known where word is not null
    ) as field
    cross join lateral (
      select case when count(*) > 0 then 6.0 else 0.0 end as worth,
        array_agg(word order by length(word) desc, word) as words
      from jsonb_array_elements_text(expert.fields->'knows') as word
      where word !~ '^[a-z_]+$' and length(word) > 1 and strpos(matter.words, word) > 0
    ) as own
    cross join lateral (
      select array_agg(piece) as run, coalesce(sum(case length(piece) when 2 then 1.0 else 0.25 end), 0) as worth
      from unnest(pieces.pieces) as piece where piece = any(expert.found)
    ) as piece
    left join lateral (
      select how, near.place, near.worth from (
        select 'lives' as how, case village when matter.village then village else matter.town end as place,
          case village when matter.village then 3.0 else 2.0 end as worth
        from (select land.fields->>'parent' as village from record land
              where land.id = (expert.fields->>'group')::uuid and land.kind = 'place') as home
        where village = matter.village or village = any(matter.villages)
        union all
        select 'place', spot, case when spot = matter.village or spot = any(matter.groups) then 3.0
          when spot = matter.town then 2.0 else 1.5 end
        from jsonb_array_elements_text(expert.fields->'places') as spot
        where spot = matter.village or spot = matter.town or spot = any(matter.groups) or spot = any(matter.villages)
      ) as near order by near.worth desc, near.place limit 1
    ) as place on true
    where expert.terms @@ query.terms and (field.worth > 0 or own.worth > 0 or piece.worth >= 2)
    order by worth desc, expert.id limit 24
  ) as best
), bench as materialized (
  -- only of those who are weighed, and each evening once, however many matters ask for it
  select sat.person, sat.pages, sat.sat_on, sat.stage <> all($6) as past,
    array(select issue.fields->>'category' from jsonb_array_elements_text(sat.issues) as about
      join record issue on issue.id = about::uuid) as categories
  from sat where sat.person = any(array(select distinct id from weighed))
), been as materialized (
  select weighed.about, weighed.id,
    sum(bench.pages) filter (where bench.sat_on > $5)::bigint as asked,
    count(*) filter (where bench.past and bench.categories && weighed.categories) as past,
    min(case when bench.past and bench.categories && weighed.categories then
      (select min(one) from unnest(bench.categories) as one where one = any(weighed.categories)) end) as category
  from weighed join bench on bench.person = weighed.id group by weighed.about, weighed.id
)
select weighed.about, weighed.id, weighed.fields->>'name' as name, weighed.fields->>'role' as role,
  weighed.fields->>'note' as note, weighed.fields->>'manner' as manner, weighed.own, weighed.said, weighed.kin,
  weighed.run, weighed.how, weighed.place::uuid as place, coalesce(been.past, 0) as past, been.category,
  coalesce(been.asked, 0) as asked
from weighed left join been on been.about = weighed.about and been.id = weighed.id
order by weighed.about, weighed.worth + least(coalesce(been.past, 0), 2) - least(coalesce(been.asked, 0), 8) * 0.25 desc,
  asked, weighed.id
