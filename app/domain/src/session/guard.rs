//! The guards of a session's life-cycle: what is still lacking is told by name, so that the screen can say it in
//! plain words and lead there.

use super::{
    Convened, Duty, Room, Stage, Step, bench, content,
    minutes::Minutes,
    papers_of, seal,
    settled::{open_actions, unanswered, unfollowed, unsettled},
};
use crate::{
    DAY, Form, Id, Kind, Millis, Record, Refusal, issue::WORDS, said::said_perhaps,
    sync::planted::Planted,
};

/// Something that must be there first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Lacking {
    /// A day.
    Day,
    /// A place.
    Place,
    /// Seats for those who are invited.
    Seats,
    /// Somebody who hosts.
    Host,
    /// Somebody who takes down what is said.
    Recorder,
    /// Anything that was taken down.
    Anything,
    /// Some statements have not been put before their speakers.
    Unasked,
    /// Some speakers were asked, have not answered, and three days are not over.
    Waiting,
    /// The host's signature on what now stands.
    HostSignature,
    /// A witness's signature on what now stands.
    WitnessSignature,
    /// Some advice has no answer.
    Unanswered,
    /// Some advice was adopted, and nothing says what is to come of it.
    Unfollowed,
    /// Something is still to be done.
    OpenActions,
    /// Whoever asked for it has not been told.
    Echo,
    /// Nobody has said how it was done.
    Rating,
    /// A session, a piece of advice or an action that it comes from.
    Source,
    /// 90 days since it was closed, and 180 for the second look.
    Time,
    /// A newer version knows; this one does not.
    #[form(other)]
    Else,
}

/// What is lacking before a session may come to a stage, in the order in which it is best mended.
#[must_use]
pub fn lacking(to: Stage, session: &Record, room: &Room<'_>, now: Millis) -> Vec<Lacking> {
    let Ok(convened) = session.read::<Convened>() else { return vec![Lacking::Else] };
    let mut lacks = Vec::new();
    let mut lack = |what: Lacking, is: bool| {
        if is {
            lacks.push(what);
        }
    };
    match to {
        Stage::Noticed | Stage::Ready => {
            let seats = room.seats();
            let holds = |duty| seats.iter().any(|(_, seated)| seated.seat.duty == Some(duty));
            lack(Lacking::Day, convened.on.is_none());
            lack(Lacking::Place, convened.place.is_none());
            lack(Lacking::Seats, seats.len() < 2);
            lack(Lacking::Host, !holds(Duty::Host));
            lack(Lacking::Recorder, to == Stage::Ready && !holds(Duty::Recorder));
        }
        Stage::Checking => lack(Lacking::Anything, nothing_said(session, room)),
        Stage::Sealed => {
            let (unasked, waiting) = unsettled(room, now);
            lack(Lacking::Unasked, unasked > 0);
            lack(Lacking::Waiting, waiting > 0);
            lacks.extend(unsigned(session, room));
        }
        Stage::HandedOver => {
            lack(Lacking::Unanswered, unanswered(room) > 0);
            lack(Lacking::Unfollowed, unfollowed(room) > 0);
        }
        Stage::Closed => lack(Lacking::OpenActions, open_actions(room) > 0),
        Stage::Revisited => lack(Lacking::Time, too_early(&convened, now)),
        Stage::Planned
        | Stage::Researching
        | Stage::InSession
        | Stage::Drafting
        | Stage::Acting
        | Stage::Archived
        | Stage::Postponed
        | Stage::Cancelled => {}
    }
    lacks
}

fn unsigned(about: &Record, room: &Room<'_>) -> Vec<Lacking> {
    if Planted::SealedUnsigned.here() {
        return Vec::new();
    }
    // whoever signs in one form and whoever signs in another have not read the same
    let forms = content::forms(about, room).into_iter().flatten();
    let signed = forms.map(|(content, _)| room.signatures(about.id, &seal::digest(&content)));
    let signed = signed.max_by_key(Vec::len).unwrap_or_default();
    let by = |duty| signed.iter().any(|signed| signed.duty == duty);
    let mut lacks = Vec::new();
    if !by(Duty::Host) {
        lacks.push(Lacking::HostSignature);
    }
    if !by(Duty::Witness) {
        lacks.push(Lacking::WitnessSignature);
    }
    lacks
}

fn nothing_said(session: &Record, room: &Room<'_>) -> bool {
    let within = room.within();
    let papers = within.iter().find(|record| record.id == papers_of(session.id));
    let agreed = papers.and_then(|record| record.read::<Minutes>().ok());
    agreed.is_none_or(|papers| papers.points().is_empty()) && bench::statements(within).is_empty()
}

fn too_early(convened: &Convened, now: Millis) -> bool {
    let days = if convened.stage == Stage::Revisited { 180 } else { 90 };
    let closed = convened.first_at(Stage::Closed);
    closed.is_none_or(|at| now.saturating_sub(at) < days * DAY)
}

/// Moves a session along, or says what is lacking.
pub(super) fn proceed(
    record: &mut Record,
    (from, to, why): (Stage, Stage, Option<&String>),
    room: &Room<'_>,
    (by, at): (Id, Millis),
) -> Result<(), Refusal> {
    let now = room.stage();
    // whoever comes second finds it done; a second look is one that began from the first, and there is no third
    let again = now == to && from == to && to == Stage::Revisited && !looked_twice(record);
    if !again && (now == to || (now != from && now.passed(to))) {
        return Ok(());
    }
    if to == Stage::Sealed || !now.next().contains(&to) {
        return Err(strayed(record, now, to));
    }
    lacks_nothing(to, record, room, at)?;
    let why = said_perhaps("why", why, WORDS)?;
    let asks = matches!(to, Stage::Postponed | Stage::Cancelled | Stage::Revisited);
    if asks && why.is_none() {
        return Err(Refusal::NeedsReason);
    }
    enter(record, to, at);
    step(record, &Step { why, ..Step::to(to, by, at) });
    Ok(())
}

/// Whether the seal may be pressed.
pub(super) fn sealable(record: &Record, room: &Room<'_>, now: Millis) -> Result<(), Refusal> {
    if record.kind == Kind::Annex {
        if record.fields.contains_key("seal") {
            return Err(frozen(room));
        }
        let lacks = unsigned(record, room);
        return if lacks.is_empty() { Ok(()) } else { Err(Refusal::Lacks { what: lacks }) };
    }
    if room.stage() != Stage::Checking {
        return Err(strayed(record, room.stage(), Stage::Sealed));
    }
    lacks_nothing(Stage::Sealed, record, room, now)
}

fn lacks_nothing(to: Stage, record: &Record, room: &Room<'_>, now: Millis) -> Result<(), Refusal> {
    let what = lacking(to, record, room, now);
    if what.is_empty() { Ok(()) } else { Err(Refusal::Lacks { what }) }
}

/// The refusal of a way that is not open from where the session stands.
fn strayed(record: &Record, now: Stage, wanted: Stage) -> Refusal {
    let last = last_step(record);
    Refusal::WrongStage {
        now,
        wanted,
        by: last.as_ref().map(|step| step.by),
        at: last.map_or(0, |step| step.at),
    }
}

/// The refusal of words on what is sealed or not to be.
pub(super) fn frozen(room: &Room<'_>) -> Refusal {
    let last = last_step(room.session);
    Refusal::Frozen {
        now: room.stage(),
        by: last.as_ref().map(|step| step.by),
        at: last.map(|step| step.at),
    }
}

/// Whether it was looked back on after 90 days, and after 180.
fn looked_twice(record: &Record) -> bool {
    let trail = record.fields.get("trail").and_then(serde_json::Value::as_array);
    let looks = trail.into_iter().flatten().filter(|step| step["to"] == Stage::Revisited.as_str());
    looks.count() > 1
}

fn last_step(record: &Record) -> Option<Step> {
    let trail = record.fields.get("trail")?.as_array()?;
    Step::read(trail.last()?.clone()).ok()
}

/// What coming to a stage leaves on the session.
pub(super) fn enter(record: &mut Record, to: Stage, at: Millis) {
    record.set("stage", to.as_str());
    match to {
        Stage::InSession => {
            record.set("ended", serde_json::Value::Null);
            if !record.fields.contains_key("began") {
                record.set("began", at);
                record.set("part", 0);
                record.set("part_at", at);
            }
        }
        Stage::Drafting if !record.fields.contains_key("ended") => record.set("ended", at),
        Stage::Drafting
        | Stage::Planned
        | Stage::Researching
        | Stage::Noticed
        | Stage::Ready
        | Stage::Checking
        | Stage::Sealed
        | Stage::HandedOver
        | Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived
        | Stage::Postponed
        | Stage::Cancelled => {}
    }
}

/// Adds a step to the way a session has come.
pub(super) fn step(record: &mut Record, step: &Step) {
    record.push("trail", step.form());
}
