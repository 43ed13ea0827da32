-- What is on its way to a bench: sessions by their day, then issues without a session, the one that waits longest first.
-- $1 scopes of the region's villages, $2 stages ahead of the bench, $3 standings on the way
select id from (
  select id, 0 as part, coalesce((fields->>'on')::bigint, 9000000000000) as first from record
  where kind = 'session' and not gone and scope = any($1) and fields->>'stage' = any($2)
  union all
  select id, 1, at from record issue
  where kind = 'issue' and not gone and scope = any($1) and fields->>'standing' = any($3)
    and not exists (select from record session where session.kind = 'session' and not session.gone
      and session.fields->'issues' ? issue.id::text and session.fields->>'stage' = any($2))
) as open order by part, first, id
