//! The papers of a session, each at an address of its own: for whoever may read what they say.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use domain::form::Value;
use domain::session::{Around, Convened, Room, seal};
use domain::{Id, Kind, Record, Scope};
use sqlx::PgConnection;
use words::Lang;
use words::paper::{Head, Paper, lasts, plain, script};

use super::village::Village;
use super::{Origin, calendar};
use crate::accounts::member;
use crate::accounts::who::SignedIn;
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::papers::{PapersError, fill};
use crate::sync::{chain, now, records};

/// Characters that no font of the server has stand as 〓 on the paper; this header counts them.
const MISSING: HeaderName = HeaderName::from_static("x-missing-characters");

/// What a paper is made from.
struct Source {
    convened: Convened,
    /// What is sealed, or what would be now.
    content: Value,
    head: Head,
    /// Names that are known beside those on the bench.
    names: Vec<String>,
}

/// Gives one paper of a session.
pub(super) async fn paper(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    caller: SignedIn,
    Path((session, file)): Path<(Id, String)>,
) -> Result<Response, Error> {
    if file == "session.ics" {
        return day(&hall, &caller, session).await;
    }
    let source = source(&hall, &caller, &origin, session).await?;
    let internal = || Paper::internal(&source.content).ok_or(Code::NoSuchAddress);
    let public = || Paper::public(&source.content, &source.names).ok_or(Code::NoSuchAddress);
    let seal = source.convened.seal.as_ref();
    let head = &source.head;
    match file.as_str() {
        "minutes.pdf" => {
            let paper = Arc::new(fill::minutes(&internal()?, head, seal));
            printed(hall.press.minutes(paper).await, &file)
        }
        "minutes.docx" => {
            let paper = Arc::new(fill::minutes(&internal()?, head, seal));
            let made = hall.press.word(paper).await;
            made.map_or_else(|error| Err(failed(&error)), |bytes| Ok(sent(bytes, WORD, &file)))
        }
        "poster.pdf" => {
            let paper = Arc::new(fill::poster(&public()?, head));
            printed(hall.press.poster(paper).await, &file)
        }
        "minutes.txt" => Ok(sent(plain(&public()?, head).into_bytes(), TEXT, &file)),
        "broadcast.txt" => {
            let words = script(&public()?, head);
            let seconds = lasts(&words);
            let words = format!("{words}\n\n（{seconds} 秒）\n");
            Ok(sent(words.into_bytes(), TEXT, &file))
        }
        _ => Err(Code::NoSuchAddress.into()),
    }
}

/// Gives the sheet of a sealed session to everybody who has its check code, as it hangs on the board.
pub(super) async fn poster(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    Path(typed): Path<String>,
) -> Result<Response, Error> {
    let code = seal::typed(&typed).ok_or(Code::NoSuchAddress)?;
    let mut db = hall.pool.acquire().await?;
    let found = chain::by_code(&mut db, &code).await?;
    let sound = found.filter(|(link, flaw)| flaw.is_none() && !link.is_annex());
    let (link, _) = sound.ok_or(Code::NoSuchAddress)?;
    let source = told(&mut db, &link.record, &origin).await?;
    drop(db);
    let paper = Paper::public(&source.content, &source.names).ok_or(Code::NoSuchAddress)?;
    let paper = Arc::new(fill::poster(&paper, &source.head));
    printed(hall.press.poster(paper).await, "poster.pdf")
}

/// The day and the place, which the whole village knows.
async fn day(hall: &Hall, caller: &SignedIn, id: Id) -> Result<Response, Error> {
    let mut db = hall.pool.acquire().await?;
    let found = records::read(&mut db, id).await?.map(|(record, _)| record);
    let who = member::who(&mut db, caller.person).await?;
    let session = found.filter(|record| record.kind == Kind::Session && !record.gone);
    let session = session.filter(|record| who.reads(record.scope) || who.reads(Scope::Session(id)));
    let session = session.ok_or(Code::NoSuchAddress)?;
    let convened: Convened = session.read().map_err(|_| Code::NoSuchAddress)?;
    let event = calendar::event(id, &convened, now()).ok_or(Code::NoSuchAddress)?;
    Ok(sent(event.into_bytes(), CALENDAR, "session.ics"))
}

const CALENDAR: &str = "text/calendar; charset=utf-8";
const PDF: &str = "application/pdf";
const TEXT: &str = "text/plain; charset=utf-8";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn printed(
    made: Result<crate::papers::Printed, PapersError>,
    file: &str,
) -> Result<Response, Error> {
    let made = made.map_err(|error| failed(&error))?;
    let missing = HeaderValue::from(made.missing.len());
    Ok(([(MISSING, missing)], sent(made.bytes, PDF, file)).into_response())
}

fn failed(error: &PapersError) -> Error {
    tracing::error!(%error, "a paper was not made");
    match error {
        PapersError::NoFont(_) => Code::NoFont.into(),
        PapersError::Pdf(_)
        | PapersError::Word(_)
        | PapersError::BrokenOff(_)
        | PapersError::Closed => Code::Trouble.into(),
    }
}

/// A file for one pair of eyes: kept by nobody on the way.
fn sent(bytes: Vec<u8>, mime: &'static str, file: &str) -> Response {
    let inline = format!("inline; filename=\"{file}\"");
    let name = HeaderValue::from_str(&inline).unwrap_or(HeaderValue::from_static("inline"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(mime)),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (CONTENT_DISPOSITION, name),
    ];
    (headers, bytes).into_response()
}

/// Brings together what a paper says, if the caller may read it: what is sealed is for the whole village, a draft for
/// those who read the session.
async fn source(hall: &Hall, caller: &SignedIn, origin: &Origin, id: Id) -> Result<Source, Error> {
    let mut db = hall.pool.acquire().await?;
    let found = records::read(&mut db, id).await?.map(|(record, _)| record);
    let session = found.filter(|record| record.kind == Kind::Session && !record.gone);
    let session = session.ok_or(Code::NoSuchAddress)?;
    let who = member::who(&mut db, caller.person).await?;
    let convened: Convened = session.read().map_err(|_| Code::NoSuchAddress)?;
    let scope = Scope::Session(id);
    let reads = who.reads(if convened.seal.is_some() { session.scope } else { scope });
    if !reads {
        // the same as where there is none: nobody learns of a session by its address
        return Err(Code::NoSuchAddress.into());
    }
    told(&mut db, &session, origin).await
}

/// What a session says, sealed or as it stands now.
async fn told(db: &mut PgConnection, session: &Record, origin: &Origin) -> Result<Source, Error> {
    let convened: Convened = session.read().map_err(|_| Code::NoSuchAddress)?;
    let content = match &convened.seal {
        Some(seal) => seal.content.clone(),
        None => drafted(db, session).await?,
    };
    let village = Village::find(db, convened.village).await?;
    let seal = convened.seal.as_ref();
    let code = seal.map(|seal| seal.code.clone());
    let head = Head {
        village: village.called(Lang::Zh).to_owned(),
        at: seal.map_or_else(now, |seal| seal.at),
        address: code
            .as_ref()
            .map_or_else(String::new, |code| format!("{}/verify/{code}", origin.0)),
        code,
        number: seal.and_then(|seal| seal.number),
    };
    Ok(Source { convened, content, head, names: village.names })
}

async fn drafted(db: &mut PgConnection, session: &Record) -> Result<Value, Error> {
    let scopes = [Scope::Session(session.id)].into();
    let within = records::within(db, &scopes).await?;
    let room = Room::of(session, &within as &dyn Around).map_err(|_| Code::NoSuchAddress)?;
    room.content(session).map_err(|_| Code::NoSuchAddress.into())
}
