//! The papers of a session, by address: for whoever may read it, and the sheet of a sealed one for everybody who has
//! its check code.

mod aloud;
mod handover;
mod minutes;
mod poster;
mod report;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Extension;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{Router, get};
use domain::session::{Convened, Part, Seal, plain, seal};
use domain::{Id, Kind, Millis, Record, Refusal, Scope};
use maud::html;
use serde_json::Value;
use sqlx::PgConnection;
use words::{Entry, Lang, calendar};

use self::handover::After;
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::archive::door;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::pages::Asked;
use crate::pages::village::Village;
use crate::papers::{self, Paper, PapersError, Press};
use crate::sync::chain;
use crate::sync::{now, records};

/// The addresses of papers; `origin` is the address people type.
pub(crate) fn router(origin: &str) -> Router<Hall> {
    let (press, origin) = (Press::default(), Arc::<str>::from(origin));
    Router::new()
        .route("/papers/{session}/{paper}", get(print))
        .route("/papers/district/{region}/{report}", get(report::print))
        .route("/papers/district/{region}/archive.tar", get(door::download))
        .layer(Extension(door::Keeper::new(press.clone(), Arc::clone(&origin))))
        .layer(Extension(Shop { press, origin }))
}

/// The press, and the address that stands in its square codes.
#[derive(Clone, Debug)]
struct Shop {
    press: Press,
    origin: Arc<str>,
}

/// Who asks, if anybody who has signed in.
struct Guest(Option<SignedIn>);

impl FromRequestParts<Hall> for Guest {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, hall: &Hall) -> Result<Self, Error> {
        match SignedIn::from_request_parts(parts, hall).await {
            Ok(caller) => Ok(Self(Some(caller))),
            Err(Error::Told(Code::SignedOut | Code::DeviceRevoked)) => Ok(Self(None)),
            Err(error) => Err(error),
        }
    }
}

/// A session as it goes on paper: what is sealed, or what stands now.
#[derive(Debug)]
struct Matter {
    lang: Lang,
    session: Id,
    convened: Convened,
    content: Value,
    seal: Option<Seal>,
    village: Village,
    /// The address in the square code, as far as the check code.
    origin: Arc<str>,
}

impl Matter {
    /// Where anybody can check a code.
    fn check(&self, code: &str) -> String {
        format!("{}/verify/{code}", self.origin)
    }

    /// Its day, for a calendar; nothing while none is set.
    fn day(&self, now: Millis) -> Option<Entry> {
        let begins = self.convened.on?;
        let lasts: Millis = self.convened.agenda.iter().map(Part::lasts).sum();
        let moved = self.convened.trail.iter().filter(|step| step.moved_from.is_some()).count();
        Some(Entry {
            id: self.session,
            moved,
            now,
            begins,
            ends: begins + lasts,
            topic: self.convened.title.clone(),
            place: self.convened.place.clone().unwrap_or_default(),
            says: self.village.called(self.lang).to_owned(),
        })
    }
}

async fn print(
    State(hall): State<Hall>,
    Extension(shop): Extension<Shop>,
    Guest(caller): Guest,
    Path((session, paper)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let record = match Id::try_parse(&session) {
        Ok(id) => theirs(&mut tx, caller.as_ref(), id, &paper).await?,
        Err(_) if paper == "poster.pdf" => by_code(&mut tx, &session).await?,
        Err(_) => return Err(Code::NoSuchAddress.into()),
    };
    let matter = matter(&mut tx, record, lang, Arc::clone(&shop.origin)).await?;
    let handover = match &*paper {
        "handover.pdf" | "handover.docx" | "handover.txt" => {
            Some(handover::paper(&matter, &After::find(&mut tx, &matter).await?))
        }
        _ => None,
    };
    tx.commit().await?;
    made(&shop.press, &matter, handover, &paper).await
}

/// The session, if the caller may read this paper of it. Whoever may not is told no more than of one that never was.
async fn theirs(
    db: &mut PgConnection,
    caller: Option<&SignedIn>,
    id: Id,
    paper: &str,
) -> Result<Record, Error> {
    let caller = caller.ok_or(Code::SignedOut)?;
    let who = member::who(db, caller.person).await?;
    let record = records::seen(db, BTreeSet::from([id])).await?.remove(&id);
    let record = record.filter(|record| record.kind == Kind::Session && !record.gone);
    let record = record.ok_or(Code::NoSuchAddress)?;
    let day = paper == "session.ics" && who.reads(record.scope);
    if day || who.reads(Scope::Session(id)) { Ok(record) } else { Err(Code::NoSuchAddress.into()) }
}

/// A sealed session, by its check code.
async fn by_code(db: &mut PgConnection, typed: &str) -> Result<Record, Error> {
    let code = seal::typed(typed).ok_or(Code::NoSuchAddress)?;
    let found = chain::by_code(db, &code).await?;
    let sound = found.filter(|(link, flaw)| flaw.is_none() && !link.is_annex());
    Ok(sound.map(|(link, _)| link.record).ok_or(Code::NoSuchAddress)?)
}

async fn matter(
    db: &mut PgConnection,
    record: Record,
    lang: Lang,
    origin: Arc<str>,
) -> Result<Matter, Error> {
    let convened = record.read::<Convened>().map_err(|_| Code::NoSuchAddress)?;
    let village = Village::find(db, convened.village).await?;
    let seal = convened.seal.clone();
    let content = if let Some(seal) = &seal {
        seal.clear()
    } else {
        let bench = BTreeSet::from([Scope::Session(record.id)]);
        let within = records::within(db, &bench).await?;
        let within: Vec<&Record> = within.values().collect();
        plain(&record, &within).map_err(|_: Refusal| Code::NoSuchAddress)?
    };
    Ok(Matter { lang, session: record.id, convened, content, seal, village, origin })
}

/// The minutes of a sealed session, with names, to be kept; nothing when there is no such session.
pub(crate) async fn minutes_of(
    db: &mut PgConnection,
    press: &Press,
    id: Id,
    origin: &str,
) -> Result<Option<Result<Vec<u8>, PapersError>>, Error> {
    let Some(record) = records::seen(db, BTreeSet::from([id])).await?.remove(&id) else {
        return Ok(None);
    };
    let matter = matter(db, record, Lang::Zh, origin.into()).await?;
    let Some(paper) = minutes::paper(&matter) else { return Ok(None) };
    Ok(Some(press.minutes(Arc::new(paper)).await.map(|made| made.bytes)))
}

/// Makes the paper of that name.
async fn made(
    press: &Press,
    matter: &Matter,
    handover: Option<Paper>,
    name: &str,
) -> Result<Response, Error> {
    let over = || handover.map(Arc::new).ok_or(Code::NoSuchAddress);
    let names = || minutes::paper(matter).map(Arc::new).ok_or(Code::NoSuchAddress);
    let roles = || poster::paper(matter).map(Arc::new).ok_or(Code::NoSuchAddress);
    let text = "text/plain; charset=utf-8";
    let printed = match name {
        "minutes.pdf" => press.minutes(names()?).await.map(|made| ("application/pdf", made.bytes)),
        "minutes.docx" => press.word(names()?).await.map(|made| (DOCX, made)),
        "handover.pdf" => press.minutes(over()?).await.map(|made| ("application/pdf", made.bytes)),
        "handover.docx" => press.word(over()?).await.map(|made| (DOCX, made)),
        "handover.txt" => Ok((text, papers::text(over()?.as_ref()).into_bytes())),
        "poster.pdf" => press.poster(roles()?).await.map(|made| ("application/pdf", made.bytes)),
        // these two leave the room: into a chat, and over the roofs
        "minutes.txt" => Ok((text, aloud::chat(matter).ok_or(Code::NoSuchAddress)?.into_bytes())),
        "broadcast.txt" => {
            Ok((text, aloud::script(matter).ok_or(Code::NoSuchAddress)?.into_bytes()))
        }
        "session.ics" => {
            let day = matter.day(now()).ok_or(Code::NoSuchAddress)?;
            Ok(("text/calendar; charset=utf-8", calendar(&day).into_bytes()))
        }
        _ => return Err(Code::NoSuchAddress.into()),
    };
    Ok(given(name, matter.lang, printed))
}

/// What the press made, as a file of that name; or why it did not.
fn given(name: &str, lang: Lang, printed: Result<(&str, Vec<u8>), PapersError>) -> Response {
    match printed {
        Ok((mime, bytes)) => {
            let way = if mime == DOCX { "attachment" } else { "inline" };
            let named = format!("{way}; filename=\"{name}\"");
            let kept = (CACHE_CONTROL, "no-store".to_owned());
            ([(CONTENT_TYPE, mime.to_owned()), (CONTENT_DISPOSITION, named), kept], bytes)
                .into_response()
        }
        Err(error) => failed(&error, lang),
    }
}

/// What Word opens.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn failed(error: &PapersError, lang: Lang) -> Response {
    tracing::error!(%error, "a paper was not made");
    let told = html! { p { (error.words(lang)) } };
    (StatusCode::SERVICE_UNAVAILABLE, Html(told.into_string())).into_response()
}
