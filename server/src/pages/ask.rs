//! `/ask`: what has become of what somebody sent without an account, told to whoever has its number. The number travels in
//! the body of a form and in no address; a wrong one is answered like one that cannot be.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::{Extension, Form};
use domain::follow::Letter;
use domain::{Issue, Kind, Record};
use maud::{Markup, html};
use serde::Deserialize;
use sqlx::PgConnection;
use words::Lang;

use super::fate::{self, Told};
use super::paper::Paper;
use super::secrets::{from_here, quietly};
use super::village::Village;
use super::{Asked, Origin, notice};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::slip::Slip;
use crate::sync::{door, records};

/// The most that is shown of what somebody typed.
const SHOWN: usize = 24;

#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    number: String,
    lang: Option<String>,
}

/// Shows the box for a number.
pub(super) async fn form(Query(asked): Query<Asked>, headers: HeaderMap) -> Response {
    let lang = asked.lang(&headers);
    let says = lang.words().asking();
    quietly(page(lang, Some("/ask"), &html! { h1 { (says.title) } (boxed(lang, "")) }))
}

/// Answers.
pub(super) async fn answer(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let lang = Asked { lang: typed.lang }.lang(&headers);
    let says = lang.words().asking();
    if hall.doors.try_guess(from.0).is_err() {
        let body = html! { h1 { (says.title) } p.note.wait role="alert" { (says.slow_down) } };
        return Ok(quietly((StatusCode::TOO_MANY_REQUESTS, page(lang, None, &body))));
    }
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let found = door::by_slip(&mut tx, &Slip::typed(&typed.number).key()).await?;
    let told = match found {
        Some(record) => told(&mut tx, &record, lang).await?,
        None => None,
    };
    tx.commit().await?;
    Ok(match told {
        Some(told) => quietly(page(lang, None, &told)),
        None => unknown(lang, &typed.number),
    })
}

/// What the page says of a record; nothing for one of a shape that this version does not know.
async fn told(db: &mut PgConnection, record: &Record, lang: Lang) -> sqlx::Result<Option<Markup>> {
    let village = Village::find(db, record.scope.owner()).await?;
    if record.kind == Kind::Letter {
        let Ok(letter) = record.read::<Letter>() else { return Ok(None) };
        let veil = village.veil(lang);
        return Ok(Some(fate::letter(&letter, &Told { lang, veil, line: None, merged: None })));
    }
    let Ok(issue) = record.read::<Issue>() else { return Ok(None) };
    let veil = village.veil(lang);
    let line = notice::posted(record.clone()).map(|(record, _)| record.id);
    let into = records::seen(db, issue.merged_into.into_iter().collect()).await?;
    let merged = match into.into_values().find_map(notice::posted) {
        // whose it is, is said where it is another village's
        Some((other, _)) if other.scope.owner() != record.scope.owner() => {
            let village = Village::find(db, other.scope.owner()).await?;
            Some((other.id, Some(village.called(lang).to_owned())))
        }
        other => other.map(|(other, _)| (other.id, None)),
    };
    Ok(Some(fate::issue(&issue, &Told { lang, veil, line, merged })))
}

/// The same for a wrong number, for one that cannot be, and for nothing.
fn unknown(lang: Lang, typed: &str) -> Response {
    let says = lang.words().asking();
    let shown: String = typed.chars().filter(|c| !c.is_control()).take(SHOWN).collect();
    let body = html! {
        section.note.wait role="alert" {
            div.col.tight { h1 { (says.unknown) } p { (says.unknown_do) } }
        }
        (boxed(lang, &shown))
    };
    quietly((StatusCode::NOT_FOUND, page(lang, None, &body)))
}

fn boxed(lang: Lang, typed: &str) -> Markup {
    let says = lang.words().asking();
    html! {
        p { (says.about) }
        form method="post" action="/ask" {
            input type="hidden" name="lang" value=(lang.tag());
            div.field {
                label for="slip" { (says.label) }
                input.in.code id="slip" name="number" value=(typed) maxlength="40" required aria-describedby="hint" autocomplete="off" autocapitalize="characters" spellcheck="false";
                p.hint id="hint" { (says.hint) }
            }
            p { button.btn.do.big { (says.check) } }
        }
    }
}

fn page(lang: Lang, here: Option<&str>, body: &Markup) -> Markup {
    let title = lang.words().asking().title;
    let paper = Paper { lang, title, about: "", here, beside: html! {} };
    paper.sheet("notice brief", body)
}
