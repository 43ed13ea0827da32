//! `/s/CODE`: the public edition of a sealed session, with roles in place of names.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::follow::Action;
use domain::form::Value;
use domain::session::edition::Edition;
use domain::session::{Seal, seal};
use domain::{Id, Issue, Millis, Record, Role, Scope};
use sqlx::PgConnection;
use words::Lang;

use super::notice::posted;
use super::village::Village;
use super::{Asked, Origin, kept, sheets, verify};
use crate::error::Error;
use crate::hall::Hall;
use crate::sync::chain::{self, Link};
use crate::sync::naming::{ACTIONS_OF_SESSIONS, naming};
use crate::sync::records;

/// A seal with all that its pages say.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) lang: Lang,
    pub(super) seal: Seal,
    /// The session it is of.
    pub(super) session: Id,
    /// The check code of that session.
    pub(super) of: String,
    pub(super) village: Village,
    /// The scope of that village.
    pub(super) home: Scope,
    pub(super) edition: Edition,
    /// What an annex says, with roles in place of names.
    pub(super) mended: Option<String>,
    /// The sealed annexes: their codes, when they were sealed, what they say.
    pub(super) annexes: Vec<(String, Millis, String)>,
}

/// What has come of a sealed session since, as far as it lies with its village.
#[derive(Debug)]
pub(super) struct Since {
    /// Where what was promised stands now, in the order in which it is sealed.
    pub(super) kept: Vec<(Id, Action)>,
    /// The issues that were talked through and hang on the board.
    pub(super) issues: Vec<(Id, String)>,
}

impl Sealed {
    /// What a sound link says; nothing when its session is not sound.
    pub(super) async fn of(
        db: &mut PgConnection,
        link: Link,
        lang: Lang,
    ) -> sqlx::Result<Option<Self>> {
        let session = link.session();
        let annex = link.is_annex();
        let Some(seal) = link.seal else { return Ok(None) };
        let whole = if annex { session_seal(db, session).await? } else { Some(seal.clone()) };
        let Some(whole) = whole else { return Ok(None) };
        let home = Scope::Village(link.record.scope.owner());
        let village = Village::find(db, link.record.scope.owner()).await?;
        let edition = |content: &Value| {
            Edition::of(content, &village.names, &|role| role_of(lang, role).to_owned())
        };
        let clear = whole.clear();
        let mended = |words: Option<&str>| edition(&saying(&clear, words?))?.facts.pop();
        let Some(edition) = edition(&clear) else { return Ok(None) };
        let annexes = chain::annexes(db, session).await?;
        let annexes = annexes.into_iter().filter_map(|annex| {
            let words = mended(annex.record.text("words"))?;
            let seal = annex.seal?;
            Some((seal.code, seal.at, words))
        });
        let annexes = annexes.collect();
        let mended = mended(link.record.text("words").filter(|_| annex));
        let of = whole.code;
        Ok(Some(Self { lang, seal, session, of, village, home, edition, mended, annexes }))
    }

    /// What has come of it since.
    async fn since(&self, db: &mut PgConnection) -> sqlx::Result<Since> {
        let kept = naming(db, ACTIONS_OF_SESSIONS, &[self.session]).await?;
        let kept: Vec<&Record> = kept.values().filter(|action| action.scope == self.home).collect();
        let kept = kept::states(&kept, self.session, self.edition.tasks.len());
        let (content, home) = (&self.seal.content, (&self.village, self.home));
        Ok(Since { kept, issues: issues(db, content, home, self.lang).await? })
    }
}

/// The issues of sealed content that hang on the board, each with its title.
async fn issues(
    db: &mut PgConnection,
    content: &Value,
    (village, home): (&Village, Scope),
    lang: Lang,
) -> sqlx::Result<Vec<(Id, String)>> {
    let named = content["issues"].as_array().into_iter().flatten();
    let ids: Vec<Id> = named.filter_map(|id| Id::try_parse(id.as_str()?).ok()).collect();
    let found = records::seen(db, ids.into_iter().collect()).await?;
    let found = found.into_values().filter(|issue| issue.scope == home);
    let issues: Vec<(Record, Issue)> = found.filter_map(posted).collect();
    let veil = village.veil(lang);
    let title = |(record, issue): (Record, Issue)| (record.id, veil.over(&issue.title, None));
    Ok(issues.into_iter().map(title).collect())
}

/// The seal of a session.
async fn session_seal(db: &mut PgConnection, session: Id) -> sqlx::Result<Option<Seal>> {
    let code: Option<String> = sqlx::query_scalar("select code from seal where record = $1")
        .bind(session)
        .fetch_optional(&mut *db)
        .await?;
    let Some(code) = code else { return Ok(None) };
    let found = chain::by_code(db, &code).await?;
    Ok(found.filter(|(_, flaw)| flaw.is_none()).and_then(|(link, _)| link.seal))
}

/// The content with these words for its facts: so what is written later is read with the same eyes, and in it, too,
/// roles stand in place of the names on that bench.
fn saying(content: &Value, words: &str) -> Value {
    let mut content = content.clone();
    if let Value::Object(fields) = &mut content {
        fields.insert("facts".to_owned(), vec![words].into());
    }
    content
}

pub(crate) fn role_of(lang: Lang, role: Role) -> &'static str {
    (lang.words().names.role)(role)
}

/// A code in two halves, as it is read out.
pub(crate) fn spaced(code: &str) -> String {
    match code.split_at_checked(4) {
        Some((one, other)) => format!("{one} {other}"),
        None => code.to_owned(),
    }
}

/// Shows the public edition.
pub(super) async fn show(
    State(hall): State<Hall>,
    Extension(origin): Extension<Origin>,
    Path(typed): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let lang = asked.lang(&headers);
    let Some(code) = seal::typed(&typed) else { return Ok(verify::unknown(lang, &typed)) };
    let mut tx = hall.pool.begin_with("begin isolation level repeatable read read only").await?;
    let Some((link, flaw)) = chain::by_code(&mut tx, &code).await? else {
        return Ok(verify::unknown(lang, &code));
    };
    let sealed = match flaw {
        // what was altered is not shown: the other page says what is wrong
        Some(_) => None,
        None => Sealed::of(&mut tx, link, lang).await?,
    };
    let Some(sealed) = sealed.filter(|sealed| sealed.mended.is_none()) else {
        return Ok(Redirect::to(&format!("/verify/{code}")).into_response());
    };
    let page = sheets::page(&sealed, &sealed.since(&mut tx).await?, &origin);
    let kept = [(CACHE_CONTROL, "public, max-age=60"), (VARY, "accept-language")];
    Ok((StatusCode::OK, kept, page).into_response())
}
