//! What was advised in a session, as the screen shows it: read from the phone's copy, and read anew when it changes.

use domain::{
    Id, Kind, Record, Scope, Sorted, Stage,
    session::{
        Convened,
        advice::{self, Advice},
        minutes::Note,
        seat::Seated,
        seats,
    },
};

use crate::{
    desk::{Desk, Marks, Whereabouts, desk},
    order::oldest_first,
    prelude::*,
};

/// A piece of advice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) id: Id,
    pub(super) scope: Scope,
    pub(super) advice: Advice,
    /// The one that speaks for it; itself where none does.
    pub(super) head: Id,
    pub(super) whereabouts: Whereabouts,
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Advised {
    pub(super) id: Id,
    pub(super) session: Convened,
    pub(super) whereabouts: Whereabouts,
    /// Whether the reader reads what lies in the session.
    pub(super) within: bool,
    /// In the order in which it was advised.
    pub(super) pieces: Vec<Piece>,
    pub(super) seats: Vec<(Id, Seated)>,
    /// Remarks, each with what it is about.
    pub(super) notes: Vec<(Id, Note)>,
}

impl Piece {
    /// Whether it speaks for itself.
    pub(super) fn leads(&self) -> bool {
        self.head == self.id
    }

    /// Whether it still wants something: an answer, or a word on what comes of it.
    pub(super) fn open(&self) -> bool {
        self.advice.verdict.is_none() || self.advice.unfollowed()
    }
}

impl Advised {
    /// One of them.
    pub(super) fn one(&self, id: Id) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.id == id)
    }

    /// Those that speak for themselves, in order.
    pub(super) fn heads(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|piece| piece.leads())
    }

    /// Those for which one speaks, itself apart.
    pub(super) fn beside(&self, head: Id) -> Vec<&Piece> {
        self.pieces.iter().filter(|piece| piece.head == head && piece.id != head).collect()
    }

    /// The how-manyth it is.
    pub(super) fn place(&self, id: Id) -> usize {
        self.heads().position(|piece| piece.id == id).map_or(0, |at| at + 1)
    }

    /// How many have no answer.
    pub(super) fn unanswered(&self) -> usize {
        self.heads().filter(|piece| piece.advice.verdict.is_none()).count()
    }

    /// Whether it was handed over: what is advised from now on lies with the village.
    pub(super) fn handed_over(&self) -> bool {
        let stage = self.session.stage;
        stage.sealed() && stage > Stage::Sealed
    }

    /// Where the session's own record lies, with what comes of it.
    pub(super) fn village(&self) -> Scope {
        Scope::Village(self.session.village)
    }

    /// Where new advice is laid.
    pub(super) fn scope(&self) -> Scope {
        if self.handed_over() { self.village() } else { Scope::Session(self.id) }
    }

    /// Remarks on one piece, the oldest first.
    pub(super) fn remarks(&self, about: Id) -> Vec<(Id, Note)> {
        self.notes.iter().filter(|(_, note)| note.about == Some(about)).cloned().collect()
    }
}

/// What this phone knows of it; nothing while the session is not here.
pub(super) fn advised(id: Id) -> Memo<Option<Advised>> {
    let desk = desk();
    Memo::new(move |_| read(desk, id))
}

fn read(desk: Desk, id: Id) -> Option<Advised> {
    let evening = desk.evening(id)?;
    let session = evening.session;
    let pieces: Vec<Piece> = desk.replica.with(|replica| {
        let belongs = |record: &&Record| advises(record, id, &session);
        let records: Vec<&Record> = replica.view().values().filter(belongs).collect();
        let (all, marks) = (advice::all(&records), Marks::of(replica));
        let piece = |record: &&Record| {
            let (id, advice) = (record.id, all.get(&record.id)?.clone());
            let (head, whereabouts) = (advice::head(&all, id), marks.whereabouts(id));
            Some(Piece { id, scope: record.scope, advice, head, whereabouts })
        };
        let mut pieces: Vec<Piece> = records.iter().filter_map(piece).collect();
        pieces.sort_by_cached_key(|piece| {
            oldest_first(0, piece.advice.offered_at.unwrap_or_default(), piece.id)
        });
        pieces
    });
    let found = desk.in_room(id, |room| (seats(room.within()), remarks(room.within())));
    let (seats, notes) = found.unwrap_or_default();
    let waits = pieces.iter().any(|piece| piece.whereabouts == Whereabouts::Local);
    Some(Advised {
        id,
        whereabouts: if waits { Whereabouts::Local } else { evening.whereabouts },
        within: desk.who().reads(Scope::Session(id)),
        session,
        pieces,
        seats,
        notes,
    })
}

/// Whether a record is advice of this session: given in it, or afterwards on one of its issues.
fn advises(record: &Record, session: Id, convened: &Convened) -> bool {
    if record.kind != Kind::Advice || record.gone {
        return false;
    }
    match record.link("session") {
        Some(of) => of == session,
        None if record.scope == Scope::Session(session) => true,
        None => {
            let about = record.link("issue").is_some_and(|id| convened.issues.contains(&id));
            about && record.scope == Scope::Village(convened.village)
        }
    }
}

fn remarks(within: &[&Record]) -> Vec<(Id, Note)> {
    let mut found = Sorted::<(i64, Id), Note>::new();
    for record in within.iter().filter(|record| record.kind == Kind::Note && !record.gone) {
        if let Ok(note) = record.read::<Note>()
            && note.about.is_some()
        {
            found.insert((note.said_at, record.id), note);
        }
    }
    found.into_iter().map(|((_, id), note)| (id, note)).collect()
}
