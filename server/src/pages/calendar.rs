//! `/calendar/SECRET`: the sessions of a place for a calendar that follows them. It says what the village was told already
//! (topic, day, place), under the veil of its other pages, and nothing else; no cookie is looked at.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::Response;
use domain::feed::may_make;
use domain::form::Value;
use domain::session::Convened;
use domain::{DAY, Fields, Form, Id, Millis, Scope, Stage};
use sqlx::PgConnection;
use sqlx::types::Json;
use words::{Entry, Lang, Occasion, feed};

use super::notice::POSTED;
use super::secrets::quietly;
use super::village::Village;
use crate::accounts::member;
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::office::report::places::Places;
use crate::secret::Secret;
use crate::sync::made::{Made, Mark};
use crate::sync::now;

/// What is over stays for so long.
const PAST: Millis = 90 * DAY;
/// The most that one calendar is told.
const MOST: i64 = 500;

#[derive(sqlx::FromRow)]
struct Row {
    id: Id,
    scope: String,
    fields: Json<Fields>,
}

/// Tells a calendar.
pub(super) async fn show(
    State(hall): State<Hall>,
    Extension(made): Extension<Made>,
    from: Address,
    Path(secret): Path<String>,
) -> Result<Response, Error> {
    hall.doors.try_guess(from.0)?;
    let bare = secret.strip_suffix(".ics").unwrap_or(&secret);
    let Some(secret) = Secret::read(bare) else { return Err(Code::NoSuchAddress.into()) };
    let _turn = made.turn().await?;
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some((scope, town, lang)) = followed(&mut tx, &secret).await? else {
        return Ok(quietly(StatusCode::NOT_FOUND));
    };
    let mark = Mark::now(&mut tx).await?;
    let name = format!("{scope} {town:?} {}", lang.tag());
    let told = match made.again(&name, mark) {
        Some(told) => told,
        None => {
            let told = Bytes::from(told(&mut tx, (scope, town), lang).await?);
            made.keep(&name, mark, &told);
            told
        }
    };
    tx.commit().await?;
    Ok(quietly(([(CONTENT_TYPE, "text/calendar; charset=utf-8")], told)))
}

/// What a link follows, of which town where it is one's, and in which language.
type Followed = (Scope, Option<Id>, Lang);

/// What a link follows, and in which language; nothing once it was taken back, or whoever made it has no part in the
/// place any more.
async fn followed(db: &mut PgConnection, secret: &Secret) -> sqlx::Result<Option<Followed>> {
    let found: Option<(String, Option<Id>, String, Id)> = sqlx::query_as(
        "select scope, town, lang, made_by from calendar where secret_sha256 = $1 and revoked is null",
    )
    .bind(secret.digest())
    .fetch_optional(&mut *db)
    .await?;
    let Some((scope, town, lang, made_by)) = found else { return Ok(None) };
    let Ok(scope) = scope.parse() else { return Ok(None) };
    let may = may_make(&member::who(db, made_by).await?, scope);
    Ok(may.then(|| (scope, town, Lang::of(&lang))))
}

async fn villages(db: &mut PgConnection, scope: Scope, town: Option<Id>) -> sqlx::Result<Vec<Id>> {
    match (scope, town) {
        (Scope::Region(region), town) => {
            let villages = Places::find(db, region).await?.villages.into_iter();
            let here = villages.filter(|spot| town.is_none_or(|town| spot.town == town));
            Ok(here.map(|spot| spot.id).collect())
        }
        (scope, _) => Ok(vec![scope.owner()]),
    }
}

async fn told(
    db: &mut PgConnection,
    (scope, town): (Scope, Option<Id>),
    lang: Lang,
) -> sqlx::Result<String> {
    let (place, villages) = (town.unwrap_or(scope.owner()), villages(db, scope, town).await?);
    let says = lang.words().planning().feed;
    let name = match (called(db, place, lang).await?.as_str(), scope) {
        ("", Scope::Region(_)) => says.whole.to_owned(),
        (name, _) => name.to_owned(),
    };
    let mut occasions = Vec::new();
    for village in villages {
        occasions.extend(of_village(db, village, lang).await?);
    }
    Ok(feed(&(says.called)(&name), &occasions))
}

/// What a place is called; nothing where the map does not have it.
async fn called(db: &mut PgConnection, place: Id, lang: Lang) -> sqlx::Result<String> {
    let name: Option<(String, Option<String>)> = sqlx::query_as(
        "select coalesce(fields->>'name', ''), fields->>'name_en' from record
         where id = $1 and kind = 'place'",
    )
    .bind(place)
    .fetch_optional(db)
    .await?;
    let (name, english) = name.unwrap_or_default();
    Ok(if lang == Lang::En { english.unwrap_or(name) } else { name })
}

/// The sessions of which the village was told, by its notice or by an issue on its board.
async fn of_village(db: &mut PgConnection, village: Id, lang: Lang) -> sqlx::Result<Vec<Occasion>> {
    let rows: Vec<Row> = sqlx::query_as(
        "select session.id, session.scope, session.fields from record session
         where session.kind = 'session' and not session.gone and session.scope = $1
           and (session.fields->>'on')::bigint > $2
           and (session.fields->'trail' @> '[{\"to\": \"noticed\"}]' or exists (
             select from record issue
             where issue.kind = 'issue' and not issue.gone and issue.scope = session.scope
               and session.fields->'issues' ? issue.id::text and issue.fields->>'standing' = any($3)))
         order by (session.fields->>'on')::bigint, session.id limit $4",
    )
    .bind(Scope::Village(village).to_string())
    .bind(now() - PAST)
    .bind(POSTED.map(domain::Standing::as_str))
    .bind(MOST)
    .fetch_all(&mut *db)
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let known = Village::find(db, village).await?;
    let veil = known.veil(lang);
    let says = (lang.words().planning().feed.says)(known.called(lang));
    let over = |text: &str| veil.over(text, None);
    Ok(rows.into_iter().filter_map(|row| occasion(row, lang, &over, &says)).collect())
}

fn occasion(row: Row, lang: Lang, over: &dyn Fn(&str) -> String, says: &str) -> Option<Occasion> {
    let Scope::Village(_) = row.scope.parse().ok()? else { return None };
    // fields of a newer version may have another shape; then it is left out
    let session = Convened::read(Value::Object(row.fields.0)).ok()?;
    let begins = session.on?;
    let lasts: Millis = session.agenda.iter().map(|part| part.lasts()).sum();
    let english = session.title_en.as_deref().filter(|_| lang == Lang::En);
    let entry = Entry {
        id: row.id,
        // each step of its way makes it newer than it was
        moved: session.trail.len().saturating_sub(1),
        now: session.last_step().map_or(begins, |step| step.at),
        begins,
        ends: begins + lasts,
        topic: over(english.unwrap_or(&session.title)),
        place: over(session.place.as_deref().unwrap_or_default()),
        says: says.to_owned(),
    };
    Some(Occasion { entry, off: matches!(session.stage, Stage::Cancelled | Stage::Postponed) })
}
