//! What is counted, one statement a figure: a row for each thing, with the part it is in. Figures count these rows, and
//! pages show them, so that a figure cannot say anything else than the rows behind it.
//!
//! `$1` are the scopes of the villages in administrative order, `$2` and `$3` the moments between which something is
//! counted, `$4` is now. Scopes of sessions are asked for by `any(array(…))`, which is always looked up in an index. What
//! several figures are of stands before them once, and is read once where all are counted together.

use domain::figures::{FEW, Figure};

// the statements below say it as a number
const _: () = assert!(FEW == 5);

/// What stands before rows.
const BEFORE: [&str; 5] = [SITTING, ADVISED, UNDERTAKEN, RATED, HEARD];

/// The rows of a figure, `counted`, and those that may be shown, `shown`. The columns are part, kind, id, village, at, title, `title_en`, state, due, n,
/// why, session, issue, who.
pub(super) fn rows(figure: Figure) -> String {
    let before: &[&str] = match figure {
        Figure::Issues => &[],
        Figure::Sessions => &[SITTING],
        Figure::Advice | Figure::Reasons => &[SITTING, ADVISED],
        Figure::Actions | Figure::Redone | Figure::Days => &[SITTING, UNDERTAKEN],
        Figure::Satisfaction => &[SITTING, UNDERTAKEN, RATED],
        Figure::Echoes => &[SITTING, ADVISED, UNDERTAKEN],
        Figure::Voice | Figure::Round => &[SITTING, HEARD],
    };
    let before = before.iter().fold(String::new(), |all, one| all + one + ",");
    let veil = if figure == Figure::Satisfaction { VEIL } else { "" };
    format!(
        "with {before} counted as materialized ({}), shown as (select * from counted {veil})",
        own(figure)
    )
}

/// What fewer than five of a village said is counted, and none of it is shown: the list says of which village it is.
const VEIL: &str = "
where (village, part) in (select village, part from counted group by village, part having count(distinct who) >= 5)";

/// How many people are behind rows, where they are anybody's.
pub(super) fn people(figure: Figure) -> &'static str {
    match figure {
        Figure::Satisfaction => "count(distinct who)",
        _ => "null::bigint",
    }
}

/// How many rows of some figures are in each of their parts, and in all; the value in the middle, where there are values;
/// and how many people are behind them, where they are anybody's.
pub(super) fn counts(figures: &[Figure]) -> String {
    let of = |figure: &Figure| {
        let middle = match figure {
            Figure::Days => "percentile_disc(0.5) within group (order by n)",
            _ => "null::bigint",
        };
        let people = people(*figure);
        format!(
            "select '{}' as figure, part, count(*) as count, {middle} as middle, {people} as people
             from ({}) as row group by grouping sets ((part), ())",
            figure.as_str(),
            own(*figure)
        )
    };
    let all: Vec<String> = figures.iter().map(of).collect();
    format!("with {} {}", BEFORE.join(","), all.join(" union all "))
}

/// The word that stands for months among the figures.
pub(super) const MONTH: &str = "month";

/// All figures, and the actions done in each month, by its number: they are read once for both. `$5` are the first moments
/// of the months.
pub(super) fn by_month() -> String {
    format!(
        "{} union all select '{MONTH}', width_bucket(at, $5::bigint[])::text, count(*), null, null
         from ({ACTIONS}) as row where part = 'done' group by 2",
        counts(&Figure::ALL)
    )
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
  select id, village, title, title_en, stage, sat, day, issues, 's:' || id as inside
  from session where scope = any($1)
)";

/// Benches, as `plan::year_of` lays them: entries that were not called off, each on the day of its session or in its own
/// month; and sessions with a day that no entry was made for. A session that was cancelled leaves its entry as it was.
const SESSIONS: &str = "
select case when sat then 'held' when session is null then 'unconvened' when stage = 'postponed' then 'postponed'
    else 'ahead' end as part,
  case when session is null then 'plan' else 'session' end as kind, coalesce(session, entry) as id, village, at, title,
  title_en, stage as state, null::bigint as due, null::bigint as n, null::text as why, session, issue,
  null::text as who
from (
  select plan.id as entry, plan.village, coalesce(sitting.day, plan.begins) as at,
    coalesce(sitting.title, plan.topic, (select title from issue where issue.id = plan.issue), '') as title,
    case when sitting.id is not null then sitting.title_en
      when plan.topic is null then (select title_en from issue where issue.id = plan.issue) end as title_en,
    sitting.stage, sitting.sat, sitting.id as session, plan.issue
  from plan left join sitting on sitting.id = plan.session and sitting.stage <> 'cancelled'
  where plan.scope = any($1) and not plan.off
  union all
  select null, village, day, title, title_en, stage, sat, id, null
  from sitting
  where stage <> 'cancelled' and day is not null
    and id not in (select session from plan where scope = any($1) and session is not null)
) as bench where at >= $2 and at < $3";

const ISSUES: &str = "
select standing as part, 'issue' as kind, id, village, raised_at as at, title, title_en, standing as state,
  null::bigint as due, null::bigint as n, null::text as why, session, id as issue,
  null::text as who
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
  null::text as title_en, verdict as state, null::bigint as due, null::bigint as n, why, session, issue,
  null::text as who
from answered where offered_at >= $2 and offered_at < $3";

const REASONS: &str = "
select case when btrim(coalesce(why, '')) = '' then 'bare' else 'reasoned' end as part, 'advice' as kind, id, village,
  offered_at as at, words as title, null::text as title_en, verdict as state, null::bigint as due, null::bigint as n,
  why, session, issue, null::text as who
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
  null::text as why, session, issue, null::text as who
from undertaken where begun_at < $3 and (done_at is null or done_at >= $2)";

const REDONE: &str = "
select case when exists (select from unnest(redone_at) as moment where moment >= $2 and moment < $3)
    then 'redone' else 'once' end as part,
  'action' as kind, id, village, coalesce(done_at, begun_at) as at, title, title_en, state, due, null::bigint as n,
  null::text as why, session, issue, null::text as who
from undertaken where begun_at < $3 and (done_at is null or done_at >= $2)";

/// Days of Shanghai's calendar, as `civil::calendar_day` counts them; what was done before it was said took none.
const DAYS: &str = "
select case when n <= 30 then 'month' when n <= 90 then 'season' when n <= 180 then 'half' else 'longer' end as part,
  'action' as kind, id, village, done_at as at, title, title_en, state, due, n, null::text as why, session, issue,
  null::text as who
from (
  select undertaken.*,
    greatest(0, (done_at + 28800000) / 86400000 - (raised.at + 28800000) / 86400000) as n
  from undertaken
    join lateral (select raised_at as at from issue where issue.id = undertaken.issue) as raised on raised.at is not null
  where done_at >= $2 and done_at < $3
) as undertaken";

/// Whoever is to hear of something, once an answer is given, something is done, or an issue has come to its end: also one
/// that the village never saw.
const ECHOES: &str = "
select case when told then 'told' else 'waiting' end as part, kind, id, village, since as at, title, title_en, state,
  null::bigint as due, null::bigint as n, null::text as why, session, issue, null::text as who
from (
  select owed.*, exists (
    select from jsonb_array_elements(echoes) as echo where echo->>'to' = who and (echo->>'at')::bigint >= since) as told
  from (
    select 'advice' as kind, id, village, answered_at as since, words as title, null::text as title_en,
      verdict as state, session, issue, voice as who, echoes
    from answered where answered_at is not null and voice is not null
    union all
    select 'action', id, village, done_at, title, title_en, state, session, issue, to_tell->>'name', echoes
    from undertaken cross join jsonb_array_elements(tell) as to_tell where done_at is not null
  ) as owed
  union all
  select 'issue', id, village, since, title, title_en, standing, session, id, who, null, told
  from ended where scope = any($1 || array(select 'd:' || substr(scope, 3) from unnest($1) as village (scope)))
) as owed where since >= $2 and since < $3";

/// Ratings, and whose each is: a letter is a voice of its own, a name is one person of the village.
const RATED: &str = "
rated as materialized (
  select id, village, title, title_en, session, issue, rating->>'result' as result, (rating->>'at')::bigint as at,
    coalesce(rating->>'letter', village || ' ' || (rating->>'name'), rating->>'by') as who
  from undertaken cross join jsonb_array_elements(ratings) as rating
  where (rating->>'at')::bigint >= $2 and (rating->>'at')::bigint < $3
)";

const SATISFACTION: &str = "
select result as part, 'action' as kind, id, village, at, title, title_en, result as state, null::bigint as due,
  null::bigint as n, null::text as why, session, issue, who
from rated";

/// Sessions in which people sat down, and who of which group was there: had a seat and was present, or spoke.
const HEARD: &str = "
held as materialized (
  -- said so, it is not taken for a single session, of which others may be looked through one by one
  select * from sitting where sat and (day >= $2) is true and (day < $3) is true
), spoken as materialized (
  select distinct seat from statement where scope = any(array(select inside from held)) and seat is not null
), heard as materialized (
  select seat.session, seat.\"group\", coalesce(seat.person::text, seat.name, '') as who,
    spoken.seat is not null as spoke
  from seat left join spoken on spoken.seat = seat.id
  where scope = any(array(select inside from held)) and \"group\" is not null
    and (seat.present or spoken.seat is not null)
), came as materialized (
  select held.village, heard.\"group\" as name, bool_or(heard.spoke) as spoke, count(distinct heard.who) as people
  from heard join held on held.id = heard.session group by held.village, heard.\"group\"
), grouped as materialized (
  select place.id, place.name, place.name_en, place.\"order\", place.parent as village
  from place where place.level = 'group'
    and place.parent = any(array(select substr(scope, 3)::uuid from unnest($1) as village (scope)))
    and place.scope = any(array(select scope from record where id = any(
      array(select substr(scope, 3)::uuid from unnest($1) as village (scope)))))
), seated as materialized (
  -- as a column it is looked up, and not compared one by one
  select session, count(distinct name) filter (where known) as there
  from (
    select heard.session, heard.\"group\" as name,
      (held.village, heard.\"group\") in (select village, name from grouped) as known
    from heard join held on held.id = heard.session
  ) as heard group by session
)";

/// Here `at` is the group's place among its siblings, and is not told. Of a group from which fewer than five came no more
/// is said than that.
const VOICE: &str = "
select case when people is null then 'never' when people < 5 then 'few' when spoke then 'spoke' else 'sat' end as part,
  'place' as kind, grouped.id, grouped.village, grouped.\"order\" as at, grouped.name as title,
  grouped.name_en as title_en, null::text as state, null::bigint as due, null::bigint as n,
  null::text as why, null::uuid as session, null::uuid as issue, null::text as who
from grouped left join came on came.village = grouped.village and came.name = grouped.name";

const ROUND: &str = "
select case when coalesce(there, 0) = groups then 'whole' when coalesce(there, 0) * 2 >= groups then 'halfway'
    else 'fewer' end as part,
  'session' as kind, held.id, held.village, day as at, title, title_en, stage as state, null::bigint as due,
  null::bigint as n, null::text as why, held.id as session, null::uuid as issue, null::text as who
from held join (select village, count(*) as groups from grouped group by village) as whole using (village)
  left join seated on seated.session = held.id";
