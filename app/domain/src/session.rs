//! A session 协商: planned, talked through on the bench, written up, read back, sealed.
//!
//! The session's own record lies with its village, so that everybody there knows of it. What belongs to it (seats,
//! statements, papers, checks) lies in a scope of its own, read by the village's cadres and by those who have a seat.

mod act;
pub mod advice;
pub mod agenda;
pub mod bench;
mod content;
mod convene;
mod done;
pub mod edition;
mod grouped;
mod guard;
mod late;
pub mod minutes;
mod room;
pub mod seal;
pub mod sealed;
pub mod seat;
mod settled;
mod stage;
pub mod token;
pub mod veil;

use serde_json::Value;

pub use self::{
    act::SessionAct,
    advice::{Advise, Answer, Verdict},
    agenda::{Mode, Part, Topic},
    bench::{Hand, Promise, Sort, State},
    content::{annexed, content, names, plain, plain_annex, seats},
    guard::{Lacking, lacking},
    minutes::{Check, Word},
    room::{Alone, Around, Room},
    seal::Seal,
    seat::{Duty, How, Seat},
    settled::{open_actions, silent_from, unanswered, unfollowed, unsettled},
    stage::Stage,
    token::Named,
};
pub(crate) use self::{
    agenda::PARTS,
    done::{done, fits, speaks, writable},
};
use crate::{Form, Id, Kind, Millis, Record, Sorted};

/// What is said when a session is planned.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Convene {
    /// The topic, as it is announced.
    pub title: String,
    /// The topic in English, where somebody wrote one.
    #[form(sparse)]
    pub title_en: Option<String>,
    /// The village whose bench it is.
    pub village: Id,
    /// Who prepares the bench.
    pub mode: Mode,
    /// The issues that are talked through.
    #[form(sparse)]
    pub issues: Vec<Id>,
    /// When people sit down.
    #[form(sparse)]
    pub on: Option<Millis>,
    /// Where, and where else should it rain.
    #[form(sparse, rename = "where")]
    pub place: Option<String>,
    /// The agenda; the mode's template without one.
    #[form(sparse)]
    pub agenda: Vec<Part>,
    /// The session that this one goes on from.
    #[form(sparse)]
    pub follows: Option<Id>,
}

/// One step of the way a session has come.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Step {
    /// Where it came to; where it was, when only the day or the host changed.
    pub to: Stage,
    /// Who brought it there.
    pub by: Id,
    /// When.
    pub at: Millis,
    /// The reason.
    #[form(sparse)]
    pub why: Option<String>,
    /// The day that was left, when it was moved.
    #[form(sparse)]
    pub moved_from: Option<Millis>,
    /// The mode that was left, when the district took over.
    #[form(sparse)]
    pub mode_from: Option<Mode>,
}

/// A session record, read.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Convened {
    /// The topic.
    pub title: String,
    /// The topic in English.
    pub title_en: Option<String>,
    /// The village whose bench it is.
    pub village: Id,
    /// Who prepares the bench.
    pub mode: Mode,
    /// The issues that are talked through.
    #[form(default)]
    pub issues: Vec<Id>,
    /// When people sit down.
    pub on: Option<Millis>,
    /// Where.
    #[form(rename = "where")]
    pub place: Option<String>,
    /// The agenda.
    pub agenda: Vec<Part>,
    /// The session that this one goes on from.
    pub follows: Option<Id>,
    /// Who planned it.
    pub convened_by: Id,
    /// Where it stands.
    pub stage: Stage,
    /// The way it has come.
    pub trail: Vec<Step>,
    /// When people sat down.
    pub began: Option<Millis>,
    /// When they got up.
    pub ended: Option<Millis>,
    /// The part of the agenda that the bench has come to, counted from 0.
    pub part: Option<u32>,
    /// Since when.
    pub part_at: Option<Millis>,
    /// The seal, once it is pressed.
    pub seal: Option<Seal>,
}

impl Step {
    fn to(to: Stage, by: Id, at: Millis) -> Self {
        Self { to, by, at, why: None, moved_from: None, mode_from: None }
    }
}

impl Convened {
    /// The last step of its way.
    #[must_use]
    pub fn last_step(&self) -> Option<&Step> {
        self.trail.last()
    }

    /// When it first came to a stage.
    #[must_use]
    pub fn first_at(&self, stage: Stage) -> Option<Millis> {
        self.trail.iter().find(|step| step.to == stage).map(|step| step.at)
    }
}

/// The id of a session's papers: one pair for each session, so that two recorders write on the same.
#[must_use]
pub fn papers_of(session: Id) -> Id {
    // the last bit of a name is drawn at random: turned over, it is a name that nobody else draws
    Id::from_u128(session.as_u128() ^ 1)
}

/// Whether a text is a SHA-256 in lower-case hexadecimal.
pub(crate) fn hexadecimal(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The records of a kind, ordered by two of their numbers.
///
/// Small maps are lists in order, here as elsewhere: the code of a sort is 10 KB for each kind of thing it sorts.
fn in_order<'a>(within: &[&'a Record], kind: &Kind, by: [&str; 2]) -> Vec<&'a Record> {
    let mut found = Sorted::<(i64, i64, Id), &Record>::new();
    for record in within.iter().filter(|record| record.kind == *kind && !record.gone) {
        let [first, then] = by.map(|field| record.number(field));
        found.insert((first, then, record.id), record);
    }
    found.into_iter().map(|(_, record)| record).collect()
}

/// Yes is kept, no is left out.
fn yes(is: bool) -> Value {
    if is { Value::Bool(true) } else { Value::Null }
}

/// A fact about the village, read.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Fact {
    /// Which.
    pub name: String,
    /// What it is now.
    pub value: String,
    /// Of when.
    pub of: Option<String>,
    /// Where it was read.
    pub source: Option<String>,
    /// When it was entered; nothing on what was entered before that was kept.
    #[form(sparse)]
    pub known_at: Option<Millis>,
}

/// What is known of a village now, among some records: of several with one name the one that was entered last, in the
/// order in which the names came first.
#[must_use]
pub fn facts(within: &[&Record]) -> Vec<(Id, Fact)> {
    let mut facts: Vec<(Id, Fact)> = Vec::new();
    for record in in_order(within, &Kind::Fact, ["known_at", ""]) {
        let Ok(fact) = record.read::<Fact>() else { continue };
        match facts.iter_mut().find(|(_, known)| known.name == fact.name) {
            Some(known) => *known = (record.id, fact),
            None => facts.push((record.id, fact)),
        }
    }
    facts
}
