-- An expert is a person of a region's directory whose entry says what they know; found by an index of its pieces.
--
-- Chinese is written without spaces, so its words are found by every two neighbours; other scripts by three letters, as
-- pg_trgm does. Written here and not taken from an extension: pg_trgm needs three characters where most Chinese words
-- have two, sees no Chinese at all in a database of locale C, and is not on every server.
create function pieces(said text) returns text[]
language sql immutable parallel safe
begin atomic
  select coalesce(array_agg(distinct piece), '{}') from (
    select substr(run[1], n, 2) as piece
    from regexp_matches(said, '[\u3400-\u9fff]+', 'g') as run,
      generate_series(1, length(run[1]) - 1) as n
    union all
    select substr('__' || run[1] || '_', n, 3)
    from regexp_matches(lower(said), '[a-z0-9]+', 'g') as run,
      generate_series(1, length(run[1]) + 1) as n
  ) as found;
end;

-- What an entry can be found by: each word whole, with a sign before it, and the pieces of all that it says.
create function expert_terms(fields jsonb) returns tsvector
language sql immutable parallel safe
begin atomic
  select array_to_tsvector(
    array(select '=' || word from jsonb_array_elements_text(fields->'knows') as word)
    || pieces(concat_ws(' ', fields->>'knows', fields->>'past', fields->>'note')));
end;

create index expert_by_terms on record using gin (expert_terms(fields))
  where kind = 'person' and not gone and fields ? 'knows';
create index brief_of_seat on record ((fields->>'seat')) where kind = 'brief' and not gone;
create index session_by_stage on record ((fields->>'stage')) where kind = 'session' and not gone;
