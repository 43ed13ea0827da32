//! Who may do what: one table, asked by the screen to explain a button and by the server to refuse.

use crate::{Act, Change, Kind, Record, Refusal, Role, Scope, Standing, Who, issue};

/// Roles that carry an issue along.
const CADRES: &[Role] = &[Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Office];
/// Roles that decide.
const DECIDERS: &[Role] = &[Role::Secretary, Role::Office];
/// Roles that speak for the village or beside it.
const SPEAKERS: &[Role] = &[
    Role::Villager,
    Role::Representative,
    Role::Secretary,
    Role::Recorder,
    Role::Supervisor,
    Role::FirstSecretary,
    Role::Member,
    Role::Office,
];

/// Whether a person may make this change to this record. A new record has no `before`.
///
/// # Errors
/// `NotAMember` to a stranger, `NotYourPart` with the roles that may to a member.
pub fn may(who: &Who, change: &Change, before: Option<&Record>) -> Result<(), Refusal> {
    let scope = before.map_or(change.scope, |record| record.scope);
    if !who.reads(scope) {
        return Err(Refusal::NotAMember);
    }
    if before.is_none() && change.act.begins().is_none() {
        return Err(Refusal::NoSuchRecord);
    }
    if before.is_some_and(|record| own(who, record) && own_part(change, record)) {
        return Ok(());
    }
    let allowed = roles(&change.act, before);
    if who.roles_in(scope).any(|role| allowed.contains(&role)) {
        return Ok(());
    }
    Err(Refusal::NotYourPart { needs: allowed.to_vec() })
}

/// The roles that may do this, whatever the state. Empty: only the person it belongs to.
#[must_use]
pub fn roles(act: &Act, before: Option<&Record>) -> &'static [Role] {
    match act {
        Act::Raise(raise) if raise.received => CADRES,
        Act::Raise(_) => SPEAKERS,
        Act::Say { .. } | Act::Attach { .. } => &Role::ALL,
        Act::Receive
        | Act::Triage { .. }
        | Act::Settle { .. }
        | Act::Redirect { .. }
        | Act::Merge { .. }
        | Act::Park { .. }
        | Act::Draft { .. }
        | Act::Post
        | Act::Schedule { .. }
        | Act::Consult { .. }
        | Act::Resume { .. } => CADRES,
        Act::Approve | Act::Decline { .. } | Act::Close { .. } => DECIDERS,
        Act::Edit { .. } => match before.map(|record| &record.kind) {
            Some(Kind::Issue) => CADRES,
            Some(Kind::Place | Kind::Person) => &[Role::Office],
            Some(Kind::Membership | Kind::Comment | Kind::Photo | Kind::Clash | Kind::Other(_))
            | None => &[],
        },
        Act::Found(_) | Act::Introduce(_) => &[Role::Office],
        Act::Withdraw | Act::LayDown => &[],
    }
}

/// Whether the record is the person's own words, or lies in the person's own scope.
fn own(who: &Who, record: &Record) -> bool {
    let author = match record.kind {
        Kind::Issue => record.link("raised_by"),
        Kind::Comment => record.link("said_by"),
        Kind::Photo => record.by,
        Kind::Clash => return record.scope == Scope::User(who.person),
        Kind::Place | Kind::Person | Kind::Membership | Kind::Other(_) => None,
    };
    author == Some(who.person)
}

/// What authors may do to what is theirs: mend an issue until it is drafted, and mend or withdraw a remark.
fn own_part(change: &Change, record: &Record) -> bool {
    let edits = matches!(change.act, Act::Edit { .. });
    match &record.kind {
        Kind::Issue => {
            edits
                && issue::standing(record).is_ok_and(|(now, _)| {
                    matches!(now, Standing::Lead | Standing::Received | Standing::Triaged)
                })
        }
        Kind::Comment => edits || change.act == Act::Withdraw,
        Kind::Photo => change.act == Act::Withdraw,
        Kind::Clash => change.act == Act::LayDown,
        Kind::Place | Kind::Person | Kind::Membership | Kind::Other(_) => false,
    }
}
