//! Asking somebody in: an invite for a person of the directory, or for a new name that enters it in the same
//! transaction; which are open, and taking one back.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use domain::place::Person;
use domain::{Act, Change, Fields, Form, Id, Kind, Millis, Role, Who, trust};
use sqlx::PgConnection;

use super::audit::{self, Deed};
use super::entry::Entry;
use super::lands::{self, Land};
use super::post::News;
use super::who::SignedIn;
use super::{grant, invite, member};
use crate::error::{Code, Error};
use crate::hall::Hall;
use crate::secret::Secret;
use crate::sent::{Answered, Sent};
use crate::sync::{self, now};

/// Who is asked in.
#[derive(Debug, Form)]
pub(crate) struct AskIn {
    place: Id,
    /// Somebody of the directory.
    #[form(sparse)]
    person: Option<Id>,
    /// Or a new name.
    #[form(sparse)]
    name: Option<String>,
    #[form(sparse)]
    note: Option<String>,
    #[form(sparse)]
    group: Option<Id>,
    /// The role they are to have; somebody of the directory may hold it already.
    role: Role,
    #[form(sparse)]
    until: Option<Millis>,
}

/// The invite: its code is said this once.
#[derive(Debug, Form)]
pub(crate) struct AskedIn {
    person: Id,
    invite: String,
    expires_at: Millis,
}

/// An invite that nobody has come in by yet.
#[derive(Debug, Form, sqlx::FromRow)]
pub(crate) struct Open {
    id: Id,
    person: Id,
    invited_by: Option<Id>,
    expires_at: Millis,
}

/// Which invite is taken back.
#[derive(Debug, Form)]
pub(crate) struct TakeBack {
    invite: Id,
}

/// Makes an invite.
pub(crate) async fn ask(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<AskIn>,
) -> Result<Answered<AskedIn>, Error> {
    hall.doors.invite(caller.person)?;
    let mut tx = hall.pool.begin().await?;
    hall.awake(&mut tx).await?;
    let land = lands::find(&mut tx, sent.place).await?.ok_or(Entry::NobodyThere)?;
    let (person, mut news) = match sent.person {
        Some(person) if grant::known(&mut tx, person).await? => (person, News::new()),
        Some(_) => return Err(Entry::NobodyThere.into()),
        None => introduced(&mut tx, &caller, land, &sent).await?,
    };
    let post = (sent.role, land, sent.until);
    let (minted, given) = invited(&mut tx, &caller, person, post).await?;
    news.extend(given);
    tx.commit().await?;
    grant::told(&hall, news).await;
    let (invite, expires_at) = (minted.reveal().to_owned(), now() + invite::LASTS);
    Ok(Answered(AskedIn { person, invite, expires_at }))
}

/// Makes an invite for somebody of the directory, in a transaction of the caller's, and gives them the role that they are
/// to have if they do not hold it.
pub(crate) async fn invited(
    db: &mut PgConnection,
    caller: &SignedIn,
    person: Id,
    (role, land, until): (Role, Land, Option<Millis>),
) -> Result<(Secret, News), Error> {
    let guest = member::who(db, person).await?;
    let mut news = News::new();
    if !guest.roles_in(land.scope).any(|held| held == role) {
        news.extend(grant::given(db, caller, person, (role, land, until)).await?);
    }
    let who = member::who(db, caller.person).await?;
    let guest = member::who(db, person).await?;
    trust::may_invite(&who, &guest).map_err(Entry::from)?;
    let minted = invite::mint_in(db, person, Some(caller.person)).await?;
    Ok((minted, news))
}

/// Enters a new name in the directory: of the village, or of the region for whoever serves all of it.
async fn introduced(
    db: &mut PgConnection,
    caller: &SignedIn,
    land: Land,
    sent: &AskIn,
) -> Result<(Id, News), Error> {
    let name = sent.name.clone().unwrap_or_default();
    let (note, group, role) = (sent.note.clone(), sent.group, Some(sent.role));
    let who = member::who(db, caller.person).await?;
    let (uuid, id, at) = (Id::now_v7(), Id::now_v7(), now());
    let act = Act::Introduce(Person { name, note, group, role });
    let (kind, scope) = (Kind::Person, land.scope);
    let change = Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None };
    let entered = sync::enter(db, who, &change).await?;
    let news = entered.map_err(|refusal| match refusal {
        domain::Refusal::NotYourPart { .. } | domain::Refusal::NotAMember => Entry::NotYours.into(),
        _ => Error::from(Code::Malformed),
    })?;
    let (person, device) = (Some(caller.person), Some(caller.device));
    let (about, scope) = (Some(id), Some(land.scope));
    let deed = Deed { person, device, deed: "introduce", about, scope, ..Deed::default() };
    audit::note(db, &[deed]).await?;
    Ok((id, news))
}

/// The open invites for those of these people whom `who` may invite.
pub(super) async fn open(
    db: &mut PgConnection,
    who: &Who,
    guests: &BTreeMap<Id, Who>,
) -> sqlx::Result<Vec<Open>> {
    let invitable = guests.values().filter(|guest| trust::may_invite(who, guest).is_ok());
    let people: BTreeSet<Id> = invitable.map(|guest| guest.person).collect();
    sqlx::query_as(
        "select id, person, invited_by, (extract(epoch from expires) * 1000)::bigint as expires_at
         from invite
         where person = any($1) and redeemed_at is null and taken_back is null and expires > now()
         order by expires",
    )
    .bind(people.into_iter().collect::<Vec<_>>())
    .fetch_all(db)
    .await
}

/// Takes an invite back: whoever may ask that person in may also change their mind for another.
pub(crate) async fn take_back(
    State(hall): State<Hall>,
    caller: SignedIn,
    Sent(sent): Sent<TakeBack>,
) -> Result<Answered<Fields>, Error> {
    let mut tx = hall.pool.begin().await?;
    let found: Option<(Id, Option<Id>)> = sqlx::query_as(
        "select person, invited_by from invite
         where id = $1 and redeemed_at is null and taken_back is null for update",
    )
    .bind(sent.invite)
    .fetch_optional(&mut *tx)
    .await?;
    let (person, invited_by) = found.ok_or(Code::NoSuchInvite)?;
    let who = member::who(&mut tx, caller.person).await?;
    let guest = member::who(&mut tx, person).await?;
    if invited_by != Some(caller.person) {
        trust::may_invite(&who, &guest).map_err(Entry::from)?;
    }
    sqlx::query("update invite set taken_back = now() where id = $1")
        .bind(sent.invite)
        .execute(&mut *tx)
        .await?;
    let (by, device) = (Some(caller.person), Some(caller.device));
    let (deed, about) = ("take_back", Some(person));
    audit::note(&mut tx, &[Deed { person: by, device, deed, about, ..Deed::default() }]).await?;
    tx.commit().await?;
    Ok(Answered(Fields::new()))
}
