//! `/s/CODE/rate/ACTION`: how something that was promised was done, said by whoever has the code of the session. Anybody
//! may have it, so what is said waits for somebody of the village to look.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::{Extension, Form};
use domain::follow::letter::{Sort, Write};
use domain::follow::{Action, Satisfaction, State as Stands};
use domain::session::{seal, veil::Veil};
use domain::{Id, Scope};
use maud::{Markup, html};
use serde::Deserialize;
use words::Lang;

use super::edition::Sealed;
use super::paper::Paper;
use super::poll;
use super::secrets::{from_here, quietly};
use super::thanks;
use super::trap::{self, Wrong, typed};
use super::{Asked, Origin, kept};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::slip::Ticket;
use crate::sync::naming::{ACTIONS_OF_SESSIONS, naming};
use crate::sync::{chain, door, now};

/// What somebody filled in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    result: Option<String>,
    heard: Option<String>,
    #[serde(default)]
    words: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    trap: String,
    lang: Option<String>,
}

/// Something that was promised in a sealed session.
#[derive(Debug)]
struct Promised {
    lang: Lang,
    code: String,
    village: String,
    home: Scope,
    id: Id,
    /// As it is sealed, with roles in place of names.
    what: String,
    action: Action,
    veil: Veil,
}

/// Shows the form.
pub(super) async fn show(
    State(hall): State<Hall>,
    Path((code, action)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let Some(promised) = find(&hall, (&code, &action), lang).await? else {
        return Ok(unknown(lang));
    };
    Ok(quietly(form(&promised, (&Ticket::fresh(now()), &Filled::default()), None)))
}

/// Takes what was said, to be looked at.
pub(super) async fn take(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    Path((code, action)): Path<(String, String)>,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let lang = Asked { lang: filled.lang.clone() }.lang(&headers);
    let Some(promised) = find(&hall, (&code, &action), lang).await? else {
        return Ok(unknown(lang));
    };
    let ticket = Ticket::read(&filled.ticket).unwrap_or_else(|| Ticket::fresh(now()));
    let result = filled.result.as_deref().and_then(Satisfaction::of);
    let came = match result {
        _ if hall.doors.try_form(from.0).is_err() => Err(Wrong::Slowly),
        _ if !filled.trap.is_empty() => Err(Wrong::Trapped),
        None => Err(Wrong::Unchosen),
        Some(result) => send(&hall, &promised, (&ticket, &filled), result).await?,
    };
    Ok(match came {
        Ok(again) => quietly(here(&promised, again)),
        Err(wrong) => quietly((wrong.status(), form(&promised, (&ticket, &filled), Some(&wrong)))),
    })
}

/// Whether it was here before.
async fn send(
    hall: &Hall,
    promised: &Promised,
    (ticket, filled): (&Ticket, &Filled),
    result: Satisfaction,
) -> Result<Result<bool, Wrong>, Error> {
    let write = Write {
        sort: Sort::Rating,
        words: typed(&filled.words),
        action: Some(promised.id),
        result: Some(result),
        heard: filled.heard.as_deref().map(|heard| heard == "yes"),
        name: typed(&filled.name),
        ..Write::default()
    };
    let id = ticket.record(&format!("rate {}", promised.id));
    let sent = door::Sent::letter(id, Scope::Draft(promised.home.owner()), write);
    Ok(match door::take(hall, &sent, now()).await? {
        door::Came::Now => Ok(false),
        door::Came::Before => Ok(true),
        door::Came::Full => Err(Wrong::Full),
        door::Came::Refused(refusal) => Err(Wrong::Refused(refusal)),
    })
}

/// What a code and an action lead to: nothing if the one was not promised under the other.
async fn find(
    hall: &Hall,
    (code, action): (&str, &str),
    lang: Lang,
) -> Result<Option<Promised>, Error> {
    let (Some(code), Ok(id)) = (seal::typed(code), Id::try_parse(action)) else {
        return Ok(None);
    };
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some((link, None)) = chain::by_code(&mut tx, &code).await? else { return Ok(None) };
    let sealed = Sealed::of(&mut tx, link, lang).await?;
    let Some(sealed) = sealed.filter(|sealed| sealed.mended.is_none()) else { return Ok(None) };
    let actions = naming(&mut tx, ACTIONS_OF_SESSIONS, &[sealed.session]).await?;
    tx.commit().await?;
    let here: Vec<_> = actions.values().filter(|one| one.scope == sealed.home).collect();
    let all = kept::promised(&here, sealed.session);
    let at = all.iter().position(|record| record.id == id);
    let Some((at, record)) = at.and_then(|at| Some((at, *all.get(at)?))) else { return Ok(None) };
    let (Ok(action), Some(task)) = (record.read::<Action>(), sealed.edition.tasks.get(at)) else {
        return Ok(None);
    };
    if all.len() != sealed.edition.tasks.len() {
        return Ok(None);
    }
    let veil = sealed.village.veil(lang);
    let (what, village) = (task.what.clone(), sealed.village.called(lang).to_owned());
    Ok(Some(Promised { lang, code, village, home: sealed.home, id, what, action, veil }))
}

fn form(
    promised: &Promised,
    (ticket, filled): (&Ticket, &Filled),
    wrong: Option<&Wrong>,
) -> Markup {
    let Promised { lang, what, action, veil, .. } = promised;
    let (says, ballot) = (lang.words().assess(), lang.words().ballot());
    let heard = filled.heard.as_deref().map(|heard| heard == "yes");
    let chosen = filled.result.as_deref().and_then(Satisfaction::of);
    let at_words = wrong.and_then(|wrong| wrong.at_words(*lang, ballot.why));
    let at_name = wrong.and_then(|wrong| wrong.at_name(*lang));
    let body = html! {
        p.xs.dim { (says.about) }
        h1 lang="zh-CN" { (what) }
        (poll::deed(action, veil, *lang))
        @if action.state() == Stands::Checked {
            (trap::note(*lang, wrong, says.full))
            form method="post" {
                (trap::hidden(*lang, ticket))
                (poll::choice(*lang, chosen, wrong == Some(&Wrong::Unchosen)))
                (poll::heard(*lang, heard))
                (trap::words((ballot.words, ballot.hint, 4), &filled.words, (at_words, false)))
                (trap::name((says.name, lang.words().raising().name_hint), &filled.name, at_name))
                p { button.btn.do.big { (ballot.send) } }
                p.xs.dim { (says.means) }
            }
        } @else {
            section.note.wait role="status" {
                div.col.tight { h2 { (says.early) } p { (says.early_do) } }
            }
        }
        (back(promised))
    };
    sheet(promised, true, &body)
}

fn here(promised: &Promised, again: bool) -> Markup {
    let says = promised.lang.words().assess();
    let before = again.then_some(promised.lang.words().raising().again);
    let body = html! { (thanks::here(says.thanks, before, &[says.next])) (back(promised)) };
    sheet(promised, false, &body)
}

fn back(promised: &Promised) -> Markup {
    let Promised { lang, code, .. } = promised;
    html! { p { a.btn href={ "/s/" (code) "?lang=" (lang.tag()) } { (lang.words().assess().back) } } }
}

fn sheet(promised: &Promised, asks: bool, body: &Markup) -> Markup {
    let Promised { lang, code, id, village, .. } = promised;
    let title = lang.words().ballot().title;
    let here = format!("/s/{code}/rate/{id}");
    let beside = html! { p.xs.dim { (village) } };
    let here = asks.then_some(here.as_str());
    Paper { lang: *lang, title, about: "", here, beside }.sheet("notice brief", body)
}

/// The same for a code that is none, and for an action that was not promised there.
fn unknown(lang: Lang) -> Response {
    let says = lang.words().ballot();
    let body = html! {
        section.note.wait role="alert" { div.col.tight { h1 { (says.unknown) } p { (lang.words().raising().unknown_do) } } }
    };
    quietly((StatusCode::NOT_FOUND, poll::sheet(lang, &body)))
}
