//! `/t/ISSUE`: one issue's whole line 提查坐言纳办评, in both directions, with roles in place of names.
//!
//! Of what is in the database it reads only what lies with the village: advice of a session that is not handed over is
//! in the session's own scope, and is not seen here.

mod card;
mod deeds;
mod doing;
mod stations;
mod story;
mod told;

use std::collections::{BTreeMap, BTreeSet};

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::follow::Thread;
use domain::session::Stage;
use domain::{Id, Kind, Record};
use maud::html;
use serde::Deserialize;
use sqlx::PgConnection;
use words::Lang;

pub(crate) use self::story::Story;
use self::told::Told;
use super::paper::Paper;
use super::village::Village;
use super::{Asked, Origin, notice};
use crate::error::Error;
use crate::hall::Hall;
use crate::sync::naming::{
    ACTIONS_OF_ADVICE, LINES, OF_ISSUES, PROGRESS_OF_ACTIONS, SESSIONS_OF_ISSUES, naming,
};
use crate::sync::records;

/// What an address asks for beside the issue.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    lang: Option<String>,
    /// The line as a text for a chat.
    text: Option<String>,
}

/// Shows the line, or gives it as a text.
pub(super) async fn show(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    Path(issue): Path<String>,
    Query(wanted): Query<Wanted>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = Asked { lang: wanted.lang }.lang(&headers);
    let Ok(id) = Id::try_parse(&issue) else { return Ok(unknown(lang)) };
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some(told) = look(&mut tx, id, lang).await? else { return Ok(unknown(lang)) };
    tx.commit().await?;
    let kept = [(CACHE_CONTROL, "public, max-age=60"), (VARY, "accept-language")];
    if wanted.text.is_some() {
        let plain = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
        return Ok((kept, plain, card::text(&told, &origin.0)).into_response());
    }
    Ok((kept, stations::page(&told)).into_response())
}

/// The line of an issue that is posted, told as a story.
pub(crate) async fn story(
    db: &mut PgConnection,
    id: Id,
    lang: Lang,
) -> sqlx::Result<Option<Story>> {
    Ok(look(db, id, lang).await?.as_ref().map(story::story))
}

/// The line of an issue that is posted, as the public may know it.
async fn look(db: &mut PgConnection, id: Id, lang: Lang) -> sqlx::Result<Option<Told>> {
    let record = records::seen(db, BTreeSet::from([id])).await?.remove(&id);
    let Some((record, issue)) = record.and_then(notice::posted) else { return Ok(None) };
    let hanging = hanging(db, &record).await?;
    let all: Vec<&Record> = hanging.values().collect();
    let thread = Thread::of(id, &all);
    let village = Village::find(db, record.scope.owner()).await?;
    let group = issue.group.into_iter().chain([issue.raised_by]).collect();
    let beside = records::seen(db, group).await?;
    let told = Told::of((id, &issue), &thread, (&village, &beside), lang);
    Ok(Some(Told { joined: joined(db, id, lang).await?, ..told }))
}

/// How many issues of which villages go on with this one, in the order of the map. What is held back in its village is
/// not counted.
async fn joined(db: &mut PgConnection, id: Id, lang: Lang) -> sqlx::Result<Vec<(String, usize)>> {
    let rows: Vec<(String, Option<String>, i64)> = sqlx::query_as(
        "select place.fields->>'name', place.fields->>'name_en', count(*)
         from record merged join record place
           on place.id = substring(merged.scope from 3)::uuid and place.kind = 'place'
         where merged.kind = 'issue' and merged.fields ? 'merged_into' and not merged.gone
           and merged.fields->>'merged_into' = $1 and merged.scope like 'v:%'
         group by place.id order by (place.fields->>'order')::bigint, place.id",
    )
    .bind(id.to_string())
    .fetch_all(db)
    .await?;
    let told = |(name, english, count): (String, Option<String>, i64)| {
        let called = notice::named(lang, &name, english.as_deref()).to_owned();
        (called, usize::try_from(count).unwrap_or_default())
    };
    Ok(rows.into_iter().map(told).collect())
}

/// All that may hang on an issue, of what lies with its village.
async fn hanging(db: &mut PgConnection, issue: &Record) -> sqlx::Result<BTreeMap<Id, Record>> {
    let mut found = naming(db, SESSIONS_OF_ISSUES, &[issue.id]).await?;
    found.retain(|_, session| session.text("stage") != Some(Stage::Cancelled.as_str()));
    let here: Vec<Id> = found.keys().copied().chain([issue.id]).collect();
    found.extend(naming(db, OF_ISSUES, &here).await?);
    let of = |found: &BTreeMap<Id, Record>, kind: &Kind| -> Vec<Id> {
        found.values().filter(|record| record.kind == *kind).map(|record| record.id).collect()
    };
    let advice = of(&found, &Kind::Advice);
    found.extend(naming(db, ACTIONS_OF_ADVICE, &advice).await?);
    let actions = of(&found, &Kind::Action);
    found.extend(naming(db, PROGRESS_OF_ACTIONS, &actions).await?);
    found.extend(naming(db, LINES, &[issue.scope]).await?);
    found.retain(|_, record| record.scope == issue.scope);
    Ok(found)
}

/// The same for an issue that is not, and for one that is not posted.
fn unknown(lang: Lang) -> Response {
    let says = lang.words().line();
    let paper = Paper { lang, title: says.title, about: "", here: None, beside: html! {} };
    let page = paper.page(html! {
        section.note.wait role="alert" { div.col.tight { h1 { (says.unknown) } p { (says.unknown_do) } } }
        p { a.btn.do href={ "/?lang=" (lang.tag()) } { (says.board) } }
    });
    (StatusCode::NOT_FOUND, [(CACHE_CONTROL, "no-store")], page).into_response()
}
