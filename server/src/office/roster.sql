-- $1 villages, $2 the region, $3 drafts, $4 who asks, $5 a role that is left out
with held as (
  select scope, person, role, until from member
  where scope = any($1 || $2::text) and (until is null or until > now())
),
-- a role in a village reaches the region's directory, and an office every village: neither is a role of its own there
posts as (
  select held.* from held
  where case when scope = $2
    then role = 'office' or not exists (
      select from held as village
      where village.person = held.person and village.role = held.role and village.scope <> $2)
    else role <> 'office' end
    and role is distinct from $5::text
),
-- whoever is something outside the region is not the office's to ask in: `domain::trust`
guests as (
  select person from posts where person <> $4
  except
  select person from member
  where scope <> all($1 || $3 || $2::text) and (until is null or until > now())
)
select posts.scope, posts.person, posts.role,
  (extract(epoch from posts.until) * 1000)::bigint as until,
  guests.person is not null and not exists (
    select from device
    where device.person = guests.person and revoked is null and expires > now()) as away,
  (select (extract(epoch from max(expires)) * 1000)::bigint from invite
   where invite.person = guests.person
     and redeemed_at is null and taken_back is null and expires > now()) as invited
from posts left join guests using (person)
order by posts.scope, posts.person, posts.role
