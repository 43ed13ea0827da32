//! `/complain`: complaints and suggestions about this tool, and what the office has answered.

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::{Extension, Form};
use domain::follow::letter::{Sort, Write};
use domain::{Id, Scope};
use serde::Deserialize;
use words::Lang;

use super::complaint::{self, Desk};
use super::places::{self, Spot};
use super::secrets::{from_here, quietly};
use super::trap::{Wrong, typed};
use super::village::Village;
use super::{Asked, Origin};
use crate::address::Address;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::slip::{Slip, Ticket};
use crate::sync::{door, now};

/// So many answers stand on the page.
const SHOWN: i64 = 20;

/// What somebody filled in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    pub(super) sort: String,
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) district: String,
    pub(super) listed: Option<String>,
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    trap: String,
    lang: Option<String>,
}

/// Shows the form, and what was answered.
pub(super) async fn show(
    State(hall): State<Hall>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let desk = desk(&hall, lang).await?;
    let blank = Filled::default();
    Ok(quietly(complaint::form(&desk, (&Ticket::fresh(now()), &blank), None)))
}

/// Takes what was filled in.
pub(super) async fn take(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    from: Address,
    headers: HeaderMap,
    Form(filled): Form<Filled>,
) -> Result<Response, Error> {
    if !from_here(&headers, &origin.0) {
        return Err(Code::ForeignPage.into());
    }
    let lang = Asked { lang: filled.lang.clone() }.lang(&headers);
    let ticket = Ticket::read(&filled.ticket).unwrap_or_else(|| Ticket::fresh(now()));
    let came = if hall.doors.try_form(from.0).is_err() {
        Err(Wrong::Slowly)
    } else if !filled.trap.is_empty() {
        Err(Wrong::Trapped)
    } else {
        let mut db = hall.pool.acquire().await?;
        let districts = places::districts(&mut db).await?;
        drop(db);
        send(&hall, &districts, (&ticket, &filled)).await?
    };
    Ok(match came {
        Ok((slip, again)) => quietly(complaint::thanks(lang, (&slip, again), &origin.0)),
        Err(wrong) => {
            let desk = desk(&hall, lang).await?;
            let page = complaint::form(&desk, (&ticket, &filled), Some(&wrong));
            quietly((wrong.status(), page))
        }
    })
}

async fn send(
    hall: &Hall,
    districts: &[Spot],
    (ticket, filled): (&Ticket, &Filled),
) -> Result<Result<(Slip, bool), Wrong>, Error> {
    let sort = match filled.sort.as_str() {
        "complaint" => Sort::Complaint,
        "suggestion" => Sort::Suggestion,
        _ => return Ok(Err(Wrong::Unchosen)),
    };
    let chosen = Id::try_parse(&filled.district).ok();
    let district = match districts {
        [only] => Some(only),
        several => several.iter().find(|district| Some(district.id) == chosen),
    };
    let Some(district) = district else { return Ok(Err(Wrong::Nobody)) };
    let of = "complain";
    let slip = ticket.slip(of);
    let write = Write {
        sort,
        words: typed(&filled.words),
        name: typed(&filled.name),
        slip: Some(slip.key()),
        listed: filled.listed.is_some(),
        ..Write::default()
    };
    let sent = door::Sent::letter(ticket.record(of), Scope::District(district.id), write);
    Ok(match door::take(hall, &sent, now()).await? {
        door::Came::Now => Ok((slip, false)),
        door::Came::Before => Ok((slip, true)),
        door::Came::Full => Err(Wrong::Full),
        door::Came::Refused(refusal) => Err(Wrong::Refused(refusal)),
    })
}

/// What the page must know: to whom one can write, and what was answered.
async fn desk(hall: &Hall, lang: Lang) -> Result<Desk, Error> {
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let districts = places::districts(&mut tx).await?;
    let mut answered = Vec::new();
    for district in &districts {
        let letters = door::answered(&mut tx, Scope::District(district.id), SHOWN).await?;
        if letters.is_empty() {
            continue;
        }
        let letters: Vec<_> = letters.iter().filter_map(|letter| letter.read().ok()).collect();
        let known = Village::find(&mut tx, district.id).await?;
        answered.extend(complaint::told(&letters, &known, lang));
    }
    tx.commit().await?;
    answered.sort_by_key(|told| std::cmp::Reverse(told.at));
    answered.truncate(usize::try_from(SHOWN).unwrap_or_default());
    Ok(Desk { lang, districts, answered })
}
