//! What a session's papers say, as the three rooms show them: read from the phone's copy, and read anew when it changes.

use domain::{
    Act, Id, Kind, Millis, Record, Refusal, Scope, SessionAct,
    session::{
        Convened, How, Room, Seat, Sort, Word,
        bench::{self, Action, Count, Statement},
        minutes::{self, Confirmation, Minutes, Standing},
        papers_of, seal,
        seat::Seated,
    },
};

use crate::{
    clock,
    desk::{Desk, Whereabouts, desk},
    parts::propose,
    prelude::*,
};

/// Something that was said, with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) id: Id,
    pub(super) statement: Statement,
    /// The answers of its speaker, in the order in which they were noted, each with its id.
    pub(super) checks: Vec<Confirmation>,
    /// Where it is on its way to being quoted, now.
    pub(super) standing: Standing,
    /// The recordings of it.
    pub(super) voices: Vec<Id>,
    /// The pictures of slips of paper.
    pub(super) photos: Vec<Id>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Papers {
    pub(super) id: Id,
    pub(super) session: Convened,
    pub(super) whereabouts: Whereabouts,
    pub(super) seats: Vec<(Id, Seated)>,
    pub(super) said: Vec<Said>,
    pub(super) counts: Vec<(Id, Count)>,
    pub(super) actions: Vec<(Id, Action)>,
    pub(super) minutes: Minutes,
    /// Whether the papers have been begun.
    pub(super) begun: bool,
    /// The digest of what would be sealed.
    pub(super) digest: String,
}

impl Said {
    /// The words, where somebody wrote them.
    pub(super) fn words(&self) -> &str {
        self.statement.words.as_deref().unwrap_or_default()
    }

    /// Whether it is quoted: somebody wrote its words.
    pub(super) fn worded(&self) -> bool {
        !self.words().is_empty()
    }

    /// Whether its speaker is still to be asked, or to answer.
    pub(super) fn open(&self) -> bool {
        self.worded() && self.statement.seat.is_some() && !self.standing.quotable()
    }

    /// The words as they were before the speaker mended them.
    pub(super) fn before(&self) -> Option<&str> {
        let Standing::Answered(answer) = &self.standing else { return None };
        if answer.check.word != Word::Corrected {
            return None;
        }
        let earlier = self.checks.iter().filter(|noted| noted.noted_at <= answer.noted_at);
        let mut other =
            earlier.map(|noted| noted.check.of.as_str()).filter(|of| *of != self.words());
        other.next_back()
    }

    /// What the speaker wants it to say, from a phone that may not write it.
    pub(super) fn wanted(&self) -> Option<&str> {
        let last = self.checks.iter().max_by_key(|noted| noted.noted_at)?;
        let wants = last.check.word == Word::Corrected && last.check.of != self.words();
        wants.then_some(last.check.of.as_str())
    }

    /// How its speaker answered, or was asked last.
    pub(super) fn how(&self) -> Option<How> {
        match &self.standing {
            Standing::Answered(answer) => Some(answer.check.how),
            Standing::Unasked | Standing::Asked(_) | Standing::Silent(_) => {
                self.checks.last().map(|noted| noted.check.how)
            }
        }
    }

    /// Whether the speaker wants to be named, by the last word on that.
    pub(super) fn named(&self) -> Option<bool> {
        self.checks.iter().rev().find_map(|noted| noted.check.named)
    }
}

impl Papers {
    /// The records of a session lie here.
    pub(super) fn scope(&self) -> Scope {
        Scope::Session(self.id)
    }

    /// Somebody's seat.
    pub(super) fn seat(&self, id: Option<Id>) -> Option<&Seat> {
        let id = id?;
        self.seats.iter().find(|(seat, _)| *seat == id).map(|(_, seated)| &seated.seat)
    }

    /// One of the statements.
    pub(super) fn one(&self, id: Id) -> Option<&Said> {
        self.said.iter().find(|said| said.id == id)
    }

    /// What is quoted, in the order in which it is read back: dissent comes last, as it stands on paper.
    pub(super) fn quoted(&self) -> Vec<&Said> {
        let dissent = |said: &&Said| said.statement.sort == Sort::Dissent;
        let worded = || self.said.iter().filter(|said| said.worded());
        worded().filter(|said| !dissent(said)).chain(worded().filter(dissent)).collect()
    }

    /// The parts of the agenda in which something was said, dissent apart.
    pub(super) fn parts(&self) -> Vec<u32> {
        let mut parts = Vec::new();
        for said in self.said.iter().filter(|said| said.statement.sort != Sort::Dissent) {
            if !parts.contains(&said.statement.part) {
                parts.push(said.statement.part);
            }
        }
        parts
    }

    /// Whether a statement is somebody's own.
    pub(super) fn is_of(&self, said: &Said, person: Id) -> bool {
        self.seat(said.statement.seat).is_some_and(|seat| seat.person == Some(person))
    }
}

/// The papers of a session; nothing while this phone does not have them.
pub(super) fn papers(id: Id) -> Memo<Option<Papers>> {
    let desk = desk();
    Memo::new(move |_| {
        let evening = desk.evening(id)?;
        let mine = desk.only_here();
        let local = mine.iter().any(|change| change.scope == Scope::Session(id));
        let whereabouts = match evening.whereabouts {
            Whereabouts::Sent if local => Whereabouts::Local,
            other => other,
        };
        desk.in_room(id, |room| read(room, evening.session.clone(), whereabouts))
    })
}

fn read(room: &Room<'_>, session: Convened, whereabouts: Whereabouts) -> Papers {
    let (id, now) = (room.session.id, clock::now());
    let within = room.within();
    let checks = minutes::checks(within);
    let beside = |kind: Kind, about: &[Id]| -> Vec<Id> {
        let there = within.iter().filter(|record| record.kind == kind && !record.gone);
        let fits = |record: &&&Record| record.link("about").is_some_and(|id| about.contains(&id));
        there.filter(fits).map(|record| record.id).collect()
    };
    let notes = |statement: Id| -> Vec<Id> {
        let all = within.iter().filter(|record| record.kind == Kind::Confirmation && !record.gone);
        let mine = all.filter(|record| record.link("statement") == Some(statement));
        mine.map(|record| record.id).chain([statement]).collect()
    };
    let said = bench::statements(within).into_iter().map(|(id, statement)| {
        let checks = checks.get(&id).cloned().unwrap_or_default();
        let standing = minutes::standing(&statement, &checks, now);
        let (voices, photos) = (beside(Kind::Voice, &[id]), beside(Kind::Photo, &notes(id)));
        Said { id, statement, checks, standing, voices, photos }
    });
    let papers = within.iter().find(|record| record.id == papers_of(id));
    Papers {
        id,
        whereabouts,
        said: said.collect(),
        seats: room.seats(),
        counts: all(within, &Kind::Count, |count: &Count| count.asked_at),
        actions: all(within, &Kind::Action, |_: &Action| 0),
        minutes: papers.and_then(|record| record.read().ok()).unwrap_or_default(),
        begun: papers.is_some(),
        digest: room
            .content(room.session)
            .map(|content| seal::digest(&content))
            .unwrap_or_default(),
        session,
    }
}

/// All records of a kind, the oldest first.
fn all<T: domain::Form>(
    within: &[&Record],
    kind: &Kind,
    at: impl Fn(&T) -> Millis,
) -> Vec<(Id, T)> {
    let mut found = domain::Sorted::<(Millis, Id), T>::new();
    for record in within.iter().filter(|record| record.kind == *kind && !record.gone) {
        if let Ok(read) = record.read::<T>() {
            found.insert((at(&read), record.id), read);
        }
    }
    found.into_iter().map(|((_, id), read)| (id, read)).collect()
}

/// What stands against an act that begins a record in the session, judged as the phone knows things now; the papers
/// are read, so that it is judged anew when they change.
pub(super) fn judged(desk: Desk, session: Id, act: SessionAct) -> Option<Refusal> {
    desk.replica.with(|_| ());
    let kind = act.begins()?;
    propose(desk, kind, clock::fresh(), Scope::Session(session), act.into()).err()
}

/// Whether the reader writes the papers; tracked.
pub(super) fn writes(desk: Desk, session: Id) -> Result<(), Refusal> {
    // only the role is asked after: anything that cadres begin will do
    let act = SessionAct::Ask { words: String::new(), part: 0 };
    desk.may(Kind::Count, Id::nil(), Scope::Session(session), act.into())
}

/// An edit of a field, from what the writer saw to what the writer wants.
pub(super) fn edit(
    field: &str,
    from: impl Into<domain::form::Value>,
    to: impl Into<domain::form::Value>,
) -> Act {
    Act::Edit { field: field.to_owned(), from: from.into(), to: to.into() }
}
