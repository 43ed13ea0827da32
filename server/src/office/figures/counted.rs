//! What is counted, one statement a figure: a row for each thing, with the part it is in. Figures count these rows, and
//! pages show them, so that a figure cannot say anything else than the rows behind it.
//!
//! `$1` are the scopes of the villages in administrative order, `$2` and `$3` the moments between which something is
//! counted, `$4` is now. Scopes of sessions are asked for by `any(array(…))`, which is always looked up in an index. What
//! several figures are of stands before them once, and is read once where all are counted together.

use domain::figures::Figure;

/// What stands before rows.
const BEFORE: [&str; 4] = [SITTING, ADVISED, UNDERTAKEN, HEARD];

/// The rows of a figure. The columns are part, kind, id, village, at, title, `title_en`, state, due, n, why, session, issue.
pub(super) fn rows(figure: Figure) -> String {
    let before: &[&str] = match figure {
        Figure::Issues => &[],
        Figure::Sessions => &[SITTING],
        Figure::Advice | Figure::Reasons => &[SITTING, ADVISED],
        Figure::Actions | Figure::Redone | Figure::Days | Figure::Satisfaction => {
            &[SITTING, UNDERTAKEN]
        }
        Figure::Echoes => &[SITTING, ADVISED, UNDERTAKEN],
        Figure::Voice | Figure::Round => &[SITTING, HEARD],
    };
    let with = if before.is_empty() { "" } else { "with" };
    format!("{with} {} {}", before.join(","), own(figure))
}

/// The figure, the part and the number of every row of some figures.
pub(super) fn parts(figures: &[Figure]) -> String {
    let part = |figure: &Figure| {
        format!(
            "select '{}' as figure, part, n, at from ({}) as row",
            figure.as_str(),
            own(*figure)
        )
    };
    let parts: Vec<String> = figures.iter().map(part).collect();
    format!("with {} {}", BEFORE.join(","), parts.join(" union all "))
}

fn own(figure: Figure) -> &'static str {
    match figure {
        Figure::Sessions => SESSIONS,
        Figure::Issues => ISSUES,
        Figure::Advice => ADVICE,
        Figure::Reasons => REASONS,
        Figure::Actions => ACTIONS,
        Figure::Redone => REDONE,
        Figure::Days => DAYS,
        Figure::Echoes => ECHOES,
        Figure::Satisfaction => SATISFACTION,
        Figure::Voice => VOICE,
        Figure::Round => ROUND,
    }
}

/// Sessions: a sealed one is large, and is read once.
const SITTING: &str = "
sitting as materialized (
  select id, village, title, title_en, stage, began, day, issues, 's:' || id as inside
  from session where scope = any($1)
)";

const SESSIONS: &str = "
select case when began is not null then 'held' when stage = 'postponed' then 'postponed' else 'ahead' end as part,
  'session' as kind, id, village, day as at, title, title_en, stage as state, null::bigint as due, null::bigint as n,
  null::text as why, id as session, null::uuid as issue
from sitting where stage <> 'cancelled' and day >= $2 and day < $3";

const ISSUES: &str = "
select standing as part, 'issue' as kind, id, village, raised_at as at, title, title_en, standing as state,
  null::bigint as due, null::bigint as n, null::text as why, session, id as issue
from issue
where scope = any($1) and raised_at >= $2 and raised_at < $3";

/// Advice with its village and the answer that holds for it: where one speaks for others, its answer is theirs.
const ADVISED: &str = "
answered as materialized (
  select own.id, coalesce(sitting.village, substr(own.scope, 3)::uuid) as village, own.session, own.issue, own.words,
    own.voice, own.offered_at, own.echoes,
    case when head.id is null then own.verdict else head.verdict end as verdict,
    case when head.id is null then own.why else head.why end as why,
    case when head.id is null then own.answered_at else head.answered_at end as answered_at
  from advice as own left join sitting on sitting.id = own.session
    left join lateral (
      select id, verdict, why, answered_at from advice as one where one.id = own.\"with\" and one.\"with\" is null
    ) as head on true
  where own.scope = any($1) or own.scope = any(array(select inside from sitting))
)";

const ADVICE: &str = "
select coalesce(verdict, 'unanswered') as part, 'advice' as kind, id, village, offered_at as at, words as title,
  null::text as title_en, verdict as state, null::bigint as due, null::bigint as n, why, session, issue
from answered where offered_at >= $2 and offered_at < $3";

const REASONS: &str = "
select case when btrim(coalesce(why, '')) = '' then 'bare' else 'reasoned' end as part, 'advice' as kind, id, village,
  offered_at as at, words as title, null::text as title_en, verdict as state, null::bigint as due, null::bigint as n,
  why, session, issue
from answered where verdict <> 'adopted' and offered_at >= $2 and offered_at < $3";

/// Actions with their village, what they are called, and the issue they come from.
const UNDERTAKEN: &str = "
undertaken as materialized (
  select action.id, coalesce(sitting.village, substr(action.scope, 3)::uuid) as village,
    coalesce(action.what, (select words from statement where statement.id = action.statement), '') as title,
    action.what_en as title_en, action.state, action.due, action.begun_at, action.done_at, action.redone_at,
    action.session, action.tell, action.echoes, action.ratings,
    coalesce(action.issue, (select advice.issue from advice where advice.id = action.advice),
      case when jsonb_array_length(sitting.issues) = 1 then (sitting.issues->>0)::uuid end) as issue
  from action left join sitting on sitting.id = action.session
  where action.scope = any($1) or action.scope = any(array(select inside from sitting))
)";

/// What was to be done at some time between the two moments: begun before the second, and not done before the first.
const ACTIONS: &str = "
select case when done_at < $3 then 'done' when done_at >= $3 then 'later'
    when state in ('unclaimed', 'claimed', 'acting', 'redo') and $4 - due >= 86400000 then 'overdue' else 'open' end as part,
  'action' as kind, id, village, coalesce(done_at, begun_at) as at, title, title_en, state, due, null::bigint as n,
  null::text as why, session, issue
from undertaken where begun_at < $3 and (done_at is null or done_at >= $2)";

const REDONE: &str = "
select case when exists (select from unnest(redone_at) as moment where moment >= $2 and moment < $3)
    then 'redone' else 'once' end as part,
  'action' as kind, id, village, coalesce(done_at, begun_at) as at, title, title_en, state, due, null::bigint as n,
  null::text as why, session, issue
from undertaken where begun_at < $3 and (done_at is null or done_at >= $2)";

const DAYS: &str = "
select case when n <= 30 then 'month' when n <= 90 then 'season' when n <= 180 then 'half' else 'longer' end as part,
  'action' as kind, id, village, done_at as at, title, title_en, state, due, n, null::text as why, session, issue
from (
  select undertaken.*,
    (done_at - (select raised_at from issue where issue.id = undertaken.issue)) / 86400000 as n
  from undertaken where done_at >= $2 and done_at < $3
) as undertaken where n is not null";

/// Whoever is to hear of something, once an answer is given, something is done, or an issue has come to its end.
const ECHOES: &str = "
select case when exists (select from jsonb_array_elements(echoes) as echo
      where echo->>'to' = who and (echo->>'at')::bigint >= since) then 'told' else 'waiting' end as part,
  kind, id, village, since as at, title, title_en, state, null::bigint as due, null::bigint as n, null::text as why,
  session, issue
from (
  select 'advice' as kind, id, village, answered_at as since, voice as who, echoes, words as title,
    null::text as title_en, verdict as state, session, issue
  from answered where answered_at is not null and voice is not null
  union all
  select 'action', id, village, done_at, to_tell->>'name', echoes, title, title_en, state, session, issue
  from undertaken cross join jsonb_array_elements(tell) as to_tell where done_at is not null
  union all
  select 'issue', id, village, stands_since, coalesce(proxy, raiser), echoes, title, title_en, standing, session, id
  from (
    select issue.*, (select fields->>'name' from record as person
      where person.id = raised_by and person.kind = 'person'
        and (not person.gone or person.fields ? 'into')) as raiser
    from issue
    where scope = any($1) and standing in ('settled', 'redirected', 'merged', 'parked', 'declined', 'closed')
      and stands_since >= $2 and stands_since < $3
      and (proxy is not null or raised_by is distinct from stands_by)
  ) as issue where coalesce(proxy, raiser) is not null
) as owed where since >= $2 and since < $3";

const SATISFACTION: &str = "
select rating->>'result' as part, 'action' as kind, id, village, (rating->>'at')::bigint as at, title, title_en,
  rating->>'result' as state, null::bigint as due, 1::bigint as n, null::text as why, session, issue
from undertaken cross join jsonb_array_elements(ratings) as rating
where (rating->>'at')::bigint >= $2 and (rating->>'at')::bigint < $3";

/// Sessions in which people sat down, and the groups that were there: had a seat and were present, or spoke.
const HEARD: &str = "
held as materialized (
  select * from sitting where stage <> 'cancelled' and began is not null and day >= $2 and day < $3
), heard as materialized (
  select session, \"group\", bool_or(spoke) as spoke, count(*) as seats
  from (
    select seat.session, seat.\"group\", seat.present,
      seat.id in (select seat from statement
        where scope = any(array(select inside from held)) and seat is not null) as spoke
    from seat where scope = any(array(select inside from held)) and \"group\" is not null
  ) as seat
  where present or spoke group by session, \"group\"
), came as materialized (
  select held.village, heard.\"group\" as name, bool_or(heard.spoke) as spoke, sum(heard.seats)::bigint as seats
  from heard join held on held.id = heard.session group by held.village, heard.\"group\"
), grouped as materialized (
  select place.id, place.name, place.name_en, place.\"order\", place.parent as village
  from place where place.level = 'group'
    and place.parent = any(array(select substr(scope, 3)::uuid from unnest($1) as village (scope)))
    and place.scope = any(array(select scope from record where id = any(
      array(select substr(scope, 3)::uuid from unnest($1) as village (scope)))))
), seated as materialized (
  -- as a column it is looked up, and not compared one by one
  select session, count(*) filter (where known) as sat
  from (
    select heard.session, (held.village, heard.\"group\") in (select village, name from grouped) as known
    from heard join held on held.id = heard.session
  ) as heard group by session
)";

/// Here `at` is the group's place among its siblings, and is not told.
const VOICE: &str = "
select case when spoke then 'spoke' when seats > 0 then 'sat' else 'never' end as part,
  'place' as kind, grouped.id, grouped.village, grouped.\"order\" as at, grouped.name as title,
  grouped.name_en as title_en, null::text as state, null::bigint as due, seats as n,
  null::text as why, null::uuid as session, null::uuid as issue
from grouped left join came on came.village = grouped.village and came.name = grouped.name";

const ROUND: &str = "
select case when coalesce(sat, 0) = groups then 'whole' when coalesce(sat, 0) * 2 >= groups then 'halfway'
    else 'fewer' end as part,
  'session' as kind, held.id, held.village, day as at, title, title_en, stage as state, null::bigint as due,
  null::bigint as n, null::text as why, held.id as session, null::uuid as issue
from held join (select village, count(*) as groups from grouped group by village) as whole using (village)
  left join seated on seated.session = held.id";
