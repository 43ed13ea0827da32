//! `/verify`: whether a paper is what was sealed, told by its check code.

use axum::extract::{Path, Query, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::session::seal;
use domain::{Id, Role};
use maud::{Markup, html};
use serde::Deserialize;
use sqlx::PgConnection;
use words::Lang;

use super::edition::{Sealed, spaced};
use super::paper::Paper;
use super::{Asked, verdict};
use crate::address::Address;
use crate::error::Error;
use crate::hall::Hall;
use crate::sync::chain;

/// The most that is shown of what somebody typed.
const SHOWN: usize = 24;

#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    code: Option<String>,
    lang: Option<String>,
}

/// The form, and the answer to what was typed into it.
pub(super) async fn form(
    State(hall): State<Hall>,
    from: Address,
    Query(typed): Query<Typed>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = Asked { lang: typed.lang }.lang(&headers);
    match typed.code.filter(|code| !code.trim().is_empty()) {
        Some(code) => answer(&hall, from, &code, lang).await,
        None => Ok(told(StatusCode::OK, page(lang, Some("/verify"), &ask(lang, "")))),
    }
}

/// What a square code on a paper leads to.
pub(super) async fn code(
    State(hall): State<Hall>,
    from: Address,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    answer(&hall, from, &code, asked.lang(&headers)).await
}

async fn answer(hall: &Hall, from: Address, typed: &str, lang: Lang) -> Result<Response, Error> {
    if hall.doors.try_guess(from.0).is_err() {
        let says = lang.words().verify();
        let body = html! { h1 { (says.title) } p.note.wait role="alert" { (says.slow_down) } };
        return Ok(told(StatusCode::TOO_MANY_REQUESTS, page(lang, None, &body)));
    }
    let Some(code) = seal::typed(&narrow(typed)) else {
        return Ok(unknown(lang, typed));
    };
    let here = format!("/verify/{code}");
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some((link, flaw)) = chain::by_code(&mut tx, &code).await? else {
        return Ok(unknown(lang, &code));
    };
    let body = match flaw {
        Some(flaw) => verdict::altered(lang, &code, flaw),
        None => match Sealed::of(&mut tx, link, lang).await? {
            Some(sealed) => verdict::sealed(&sealed, &signers(&mut tx, &sealed, lang).await?),
            None => verdict::altered(lang, &code, chain::Flaw::Unreadable),
        },
    };
    Ok(told(StatusCode::OK, page(lang, Some(&here), &html! { (body) (ask(lang, "")) })))
}

/// Who signed, by duty and role.
async fn signers(
    db: &mut PgConnection,
    sealed: &Sealed,
    lang: Lang,
) -> Result<Vec<String>, sqlx::Error> {
    let people: Vec<Id> = sealed.seal.signed.iter().map(|signed| signed.by).collect();
    let roles: Vec<(Id, String)> = sqlx::query_as(
        "select (fields->>'person')::uuid, fields->>'role' from record
         where kind = 'seat' and not gone and fields->>'person' = any($2) and scope = $3
         union all
         select person, role from member where person = any($1) and scope = $4",
    )
    .bind(&people)
    .bind(people.iter().map(Id::to_string).collect::<Vec<_>>())
    .bind(domain::Scope::Session(sealed.session).to_string())
    .bind(sealed.home.to_string())
    .fetch_all(db)
    .await?;
    let role = |person| {
        let (_, role) = roles.iter().find(|(id, _)| *id == person)?;
        Role::of(role).map(lang.words().names.role)
    };
    let signed = sealed.seal.signed.iter().map(|signed| {
        let duty = words::session::duty(lang, signed.duty);
        match (role(signed.by), lang) {
            (Some(role), Lang::Zh) => format!("{duty}（{role}）"),
            (Some(role), Lang::En) => format!("{duty} ({role})"),
            (None, _) => duty.to_owned(),
        }
    });
    Ok(signed.collect())
}

/// Letters that were typed wide are as good as others.
fn narrow(typed: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    typed.chars().take(80).map(narrow).collect()
}

/// There is no such code; the typed one is shown, to be compared with the paper.
pub(super) fn unknown(lang: Lang, typed: &str) -> Response {
    let says = lang.words().verify();
    let shown: String = match seal::typed(typed) {
        Some(code) => spaced(&code),
        None => typed.chars().filter(|c| !c.is_control()).take(SHOWN).collect(),
    };
    let body = html! {
        section.note.wait role="alert" {
            div.col.tight {
                h1 { (says.unknown) }
                p { (says.code) " " b.code { (shown) } }
                p { (says.unknown_why) }
            }
        }
        p { (says.unknown_do) }
        (ask(lang, &shown))
    };
    told(StatusCode::NOT_FOUND, page(lang, None, &body))
}

fn page(lang: Lang, here: Option<&str>, body: &Markup) -> Markup {
    let says = lang.words().verify();
    let paper = Paper { lang, title: says.title, about: says.about, here, beside: html! {} };
    paper.page(html! { (body) footer { p.xs.dim { (says.footer) } } })
}

fn ask(lang: Lang, typed: &str) -> Markup {
    let says = lang.words().verify();
    html! {
        form action="/verify" method="get" {
            @if typed.is_empty() { h2 { (says.title) } p { (says.about) } }
            input type="hidden" name="lang" value=(lang.tag());
            div.field {
                label for="code" { (says.label) }
                input.in.code id="code" name="code" value=(typed) maxlength="40" required aria-describedby="hint" autocomplete="off" autocapitalize="characters" spellcheck="false";
                p.hint id="hint" { (says.hint) }
            }
            p { button.btn.do { (says.check) } }
        }
    }
}

/// What was found a moment ago is nobody's to keep: it may be altered the next.
fn told(status: StatusCode, page: Markup) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], page).into_response()
}
