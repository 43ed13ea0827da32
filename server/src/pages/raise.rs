//! `/raise/VILLAGE`: somebody without an account raises an issue. It is held back until a cadre has looked.

use axum::Extension;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Redirect, Response};
use domain::act::{Door, Raise};
use domain::{Category, Id};
use maud::{Markup, html};
use words::Lang;

use super::paper::Paper;
use super::parcel::{self, Boxes, Picture};
use super::places::{self, Ground, Spot};
use super::raising::{self, Done};
use super::secrets::{from_here, quietly};
use super::trap::{Wrong, typed};
use super::{Asked, Origin};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::slip::Ticket;
use crate::sync::{door, now};

/// The villages, for whoever has no code of one; where there is only one, its form.
pub(super) async fn villages(
    State(hall): State<Hall>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let villages = places::villages(&mut *hall.pool.acquire().await?).await?;
    if let [only] = &villages[..] {
        let form = format!("/raise/{}?lang={}", only.id, lang.tag());
        return Ok(quietly(Redirect::to(&form)));
    }
    Ok(quietly(list(&villages, lang)))
}

/// Shows the form.
pub(super) async fn show(
    State(hall): State<Hall>,
    Path(village): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let Some(ground) = find(&hall, &village).await? else { return Ok(unknown(lang)) };
    let form = raising::form(&ground, lang, (&Ticket::fresh(now()), &Boxes::default()), None);
    Ok(quietly(form))
}

/// A sheet for the notice board: the square code that leads here, and how it goes.
pub(super) async fn sheet(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    Path(village): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let Some(ground) = find(&hall, &village).await? else { return Ok(unknown(lang)) };
    Ok(quietly(raising::sheet(&ground, lang, &origin.0)))
}

/// Takes what was filled in. The number is in no address, so the answer is no redirect: a form that is sent again is
/// known by its ticket.
pub(super) async fn take(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    Path(village): Path<String>,
    headers: HeaderMap,
    form: Multipart,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let Some(ground) = find(&hall, &village).await? else {
        return Ok(unknown(Asked { lang: None }.lang(&headers)));
    };
    let counted = hall.doors.try_form(from.0).is_ok();
    let (here, there) = (&hall, &ground);
    let words = |boxes: Boxes| async move {
        let came = said(here, there, &boxes, counted).await;
        (boxes, came)
    };
    // whoever is turned away sends no picture either
    let wanted = |came: &Result<Taken, Error>| matches!(came, Ok(Ok(_)));
    let (boxes, came, picture) = parcel::open(&hall.doors, form, words, wanted).await?;
    let lang = Asked { lang: Some(boxes.get("lang").to_owned()) }.lang(&headers);
    match came? {
        Ok((ticket, done)) => {
            let picture = hang(&hall, &ground, &ticket, picture).await?;
            let done = Done { picture, ..done };
            Ok(quietly(raising::thanks(&ground, lang, &done, &origin.0)))
        }
        Err(wrong) => {
            let ticket = ticket(&boxes);
            let page = raising::form(&ground, lang, (&ticket, &boxes), Some(&wrong));
            Ok(quietly((wrong.status(), page)))
        }
    }
}

/// What came of the words: they are here under this ticket, or why not.
type Taken = Result<(Ticket, Done), Wrong>;

/// The ticket of a form, or a fresh one for a form that has none.
fn ticket(boxes: &Boxes) -> Ticket {
    Ticket::read(boxes.get("ticket")).unwrap_or_else(|| Ticket::fresh(now()))
}

/// Raises the issue.
async fn said(hall: &Hall, ground: &Ground, boxes: &Boxes, counted: bool) -> Result<Taken, Error> {
    if !counted {
        return Ok(Err(Wrong::Slowly));
    }
    if !boxes.get("trap").is_empty() {
        return Ok(Err(Wrong::Trapped));
    }
    let ticket = ticket(boxes);
    let village = ground.village.id;
    let of = named(village);
    let slip = ticket.slip(&of);
    let words = typed(boxes.get("words")).unwrap_or_default();
    let category = category(ground, boxes.get("category"), &words);
    let raise = Raise {
        words,
        title: None,
        title_en: None,
        village,
        category,
        group: ground.group(boxes.get("group")),
        households: None,
        proxy: None,
        named: false,
        received: false,
        door: Some(Door { slip: slip.key(), name: typed(boxes.get("name")) }),
    };
    let sent = door::Sent::issue(ticket.record(&of), raise);
    let again = match door::take(hall, &sent, now()).await? {
        door::Came::Now => false,
        door::Came::Before => true,
        door::Came::Full => return Ok(Err(Wrong::Full)),
        door::Came::Refused(refusal) => return Ok(Err(Wrong::Refused(refusal))),
    };
    Ok(Ok((ticket, Done { slip, again, category, picture: Picture::None })))
}

/// What a form that raises an issue is for.
fn named(village: Id) -> String {
    format!("raise {village}")
}

/// Lays the picture beside the issue.
async fn hang(
    hall: &Hall,
    ground: &Ground,
    ticket: &Ticket,
    picture: Picture,
) -> Result<Picture, Error> {
    let Picture::Small(small) = picture else { return Ok(picture) };
    let village = ground.village.id;
    let names = (ticket.record(&named(village)), ticket.record(&format!("photo {village}")));
    Ok(match door::attach(hall, names, &small, now()).await? {
        door::Came::Now | door::Came::Before => Picture::Small(small),
        door::Came::Full | door::Came::Refused(_) => Picture::Broken,
    })
}

/// The drawer: chosen, guessed by the words, or the widest one until somebody looks. As on the phone.
fn category(ground: &Ground, chosen: &str, words: &str) -> Category {
    Category::of(chosen).unwrap_or_else(|| ground.customs.sort(words))
}

async fn find(hall: &Hall, village: &str) -> Result<Option<Ground>, Error> {
    let Ok(id) = Id::try_parse(village) else { return Ok(None) };
    Ok(Ground::find(&mut *hall.pool.acquire().await?, id).await?)
}

/// The same for what is no village and for what is nothing.
fn unknown(lang: Lang) -> Response {
    let says = lang.words().raising();
    let body = html! {
        section.note.wait role="alert" { div.col.tight { h1 { (says.unknown) } p { (says.unknown_do) } } }
        p { a.btn.do href={ "/raise?lang=" (lang.tag()) } { (says.which) } }
    };
    quietly((StatusCode::NOT_FOUND, page(lang, &body)))
}

fn list(villages: &[Spot], lang: Lang) -> Markup {
    let says = lang.words().raising();
    let body = html! {
        h1 { (says.title) }
        h2 { (says.which) }
        ul.bare.col {
            @for village in villages {
                li { a.btn href={ "/raise/" (village.id) "?lang=" (lang.tag()) } { (village.called(lang)) } }
            }
        }
        @if villages.is_empty() { p.dim { (says.unknown) } }
    };
    page(lang, &body)
}

fn page(lang: Lang, body: &Markup) -> Markup {
    let title = lang.words().raising().title;
    let paper = Paper { lang, title, about: "", here: Some("/raise"), beside: html! {} };
    paper.sheet("notice brief", body)
}
