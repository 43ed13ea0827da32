//! Who may do what: one table, asked by the screen to explain a button and by the server to refuse.

use crate::{
    Act, Change, Kind, Record, Refusal, Role, Scope, SessionAct, Stage, Standing, Who, expertise,
    follow, issue, plan,
    session::{Duty, How},
    trust,
};

/// Roles that carry an issue along.
pub(crate) const CADRES: &[Role] =
    &[Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Office];
/// Those, and whoever watches over them.
pub(crate) const WATCHED: &[Role] =
    &[Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Supervisor, Role::Office];
/// Those who carry it along, and those who bring in help.
const HELPERS: &[Role] =
    &[Role::Recorder, Role::Secretary, Role::FirstSecretary, Role::Member, Role::Office];
/// Roles that decide.
pub(crate) const DECIDERS: &[Role] = &[Role::Secretary, Role::Office];
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
    let allowed = match &change.act {
        Act::Introduce(person) => trust::introducers(person.role, scope),
        act => roles(act, before),
    };
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
        Act::Edit { .. } => before.map_or(&[], |record| mends(&record.kind)),
        // in a village others may, too: `trust::introducers`
        Act::Found(_)
        | Act::Introduce(_)
        | Act::Profess(_)
        | Act::Custom { .. }
        | Act::Unite { .. } => &[Role::Office],
        Act::Withdraw => before.map_or(&[], takes_back),
        Act::LayDown => &[],
        Act::Session(act) => in_session(act),
        Act::Follow(act) => follow::roles::roles(act),
        Act::Plan(act) => plan::roles(act),
    }
}

/// The roles that may write the fields of a record of this kind.
fn mends(kind: &Kind) -> &'static [Role] {
    match kind {
        Kind::Place | Kind::Person => &[Role::Office],
        Kind::Plan => DECIDERS,
        Kind::Issue
        | Kind::Session
        | Kind::Seat
        | Kind::Statement
        | Kind::Count
        | Kind::Minutes
        | Kind::Annex
        | Kind::Brief
        | Kind::Action
        | Kind::Advice
        | Kind::Blueprint
        | Kind::Line
        | Kind::Term
        | Kind::Fact => CADRES,
        Kind::Membership
        | Kind::Comment
        | Kind::Photo
        | Kind::Voice
        | Kind::Note
        | Kind::Clash
        | Kind::Speech
        | Kind::Confirmation
        | Kind::Signature
        | Kind::Progress
        | Kind::Ballot
        | Kind::Letter
        | Kind::Version
        | Kind::Other(_) => &[],
    }
}

/// The roles that may take a record of this kind back, whoever wrote it: two recorders undo for each other.
fn takes_back(record: &Record) -> &'static [Role] {
    match &record.kind {
        // what speakers said on their own phones is theirs
        Kind::Confirmation if record.text("how") == Some(How::Own.as_str()) => &[],
        Kind::Advice if record.text("verdict").is_some() => &[],
        Kind::Seat
        | Kind::Speech
        | Kind::Statement
        | Kind::Count
        | Kind::Voice
        | Kind::Confirmation
        | Kind::Action
        | Kind::Advice
        | Kind::Ballot
        | Kind::Annex => CADRES,
        Kind::Place
        | Kind::Person
        | Kind::Membership
        | Kind::Issue
        | Kind::Comment
        | Kind::Photo
        | Kind::Clash
        | Kind::Session
        | Kind::Minutes
        | Kind::Note
        | Kind::Signature
        | Kind::Brief
        | Kind::Fact
        | Kind::Progress
        | Kind::Letter
        | Kind::Blueprint
        | Kind::Line
        | Kind::Version
        | Kind::Term
        | Kind::Plan
        | Kind::Other(_) => &[],
    }
}

/// The roles that may do this in a session.
fn in_session(act: &SessionAct) -> &'static [Role] {
    use SessionAct as S;
    match act {
        S::Proceed { to: Stage::HandedOver | Stage::Closed | Stage::Cancelled, .. } => DECIDERS,
        S::Convene(_)
        | S::Proceed { .. }
        | S::Move { .. }
        | S::Escalate { .. }
        | S::Arrange { .. }
        | S::Reach { .. }
        | S::Seat(_)
        | S::Raise { .. }
        | S::Speak { .. }
        | S::Hush
        | S::State(_)
        | S::Ask { .. }
        | S::Count { .. }
        | S::Promise(_)
        | S::Minute
        | S::Reply { .. }
        | S::Annex { .. }
        | S::Know { .. } => CADRES,
        S::Tell { how: How::Own, .. } | S::Sign { duty: Duty::Host, .. } => &Role::ALL,
        S::Attend { .. } | S::Tell { .. } | S::Seal { .. } => WATCHED,
        S::Confirm(check) if check.how == How::Own => &Role::ALL,
        S::Confirm(_) => WATCHED,
        S::Sign { .. } => &[Role::Supervisor, Role::Secretary],
        S::Brief { .. } => HELPERS,
        S::Note { .. } | S::Enclose { .. } | S::Advise(_) => &Role::ALL,
        S::Answer(_) => &[Role::Secretary, Role::Office, Role::Department],
    }
}

/// Whether the record is the person's own words, or lies in the person's own scope.
fn own(who: &Who, record: &Record) -> bool {
    let author = match record.kind {
        Kind::Issue => record.link("raised_by"),
        Kind::Comment => record.link("said_by"),
        Kind::Note | Kind::Progress => record.link("said_by"),
        Kind::Action => record.link("lead"),
        Kind::Confirmation => record.link("noted_by"),
        Kind::Signature => record.link("signed_by"),
        Kind::Photo | Kind::Voice | Kind::Advice | Kind::Plan => record.by,
        Kind::Clash => return record.scope == Scope::User(who.person),
        Kind::Person => return expertise::own(who, record),
        Kind::Place
        | Kind::Membership
        | Kind::Session
        | Kind::Seat
        | Kind::Speech
        | Kind::Statement
        | Kind::Count
        | Kind::Minutes
        | Kind::Annex
        | Kind::Brief
        | Kind::Fact
        | Kind::Ballot
        | Kind::Letter
        | Kind::Blueprint
        | Kind::Line
        | Kind::Version
        | Kind::Term
        | Kind::Other(_) => None,
    };
    author == Some(who.person)
}

/// What authors may do to what is theirs: mend an issue until it is drafted, and mend or withdraw a remark.
fn own_part(change: &Change, record: &Record) -> bool {
    let edits = matches!(change.act, Act::Edit { .. });
    // by its shape: to compare whole acts is code that nothing else needs
    let withdraws = matches!(change.act, Act::Withdraw);
    match &record.kind {
        Kind::Issue => {
            edits
                && issue::standing(record).is_ok_and(|(now, _)| {
                    matches!(now, Standing::Lead | Standing::Received | Standing::Triaged)
                })
        }
        Kind::Comment => edits || withdraws,
        Kind::Note | Kind::Progress => edits || withdraws,
        Kind::Action => follow::roles::has_it(&change.act),
        // what is planned only while it is new: `plan::taken_back`
        Kind::Photo | Kind::Voice | Kind::Confirmation | Kind::Signature | Kind::Plan => withdraws,
        Kind::Advice => withdraws && record.text("verdict").is_none(),
        Kind::Clash => matches!(change.act, Act::LayDown),
        Kind::Person => expertise::own_part(&change.act),
        Kind::Place
        | Kind::Membership
        | Kind::Session
        | Kind::Seat
        | Kind::Speech
        | Kind::Statement
        | Kind::Count
        | Kind::Minutes
        | Kind::Annex
        | Kind::Brief
        | Kind::Fact
        | Kind::Ballot
        | Kind::Letter
        | Kind::Blueprint
        | Kind::Line
        | Kind::Version
        | Kind::Term
        | Kind::Other(_) => false,
    }
}
