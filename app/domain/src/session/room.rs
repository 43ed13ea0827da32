//! What a guard of a session may look at besides the record itself: the session, and what lies in its scope.

use std::cell::OnceCell;

use serde_json::Value;

use super::{
    Duty, Stage, annexed, content, in_order, plain,
    seal::{self, Signature, Signed},
    seat::Seated,
    seats,
};
use crate::{Form, Id, Kind, Record, Refusal, Scope};

/// All that is known around a record: on the phone its copy, on the server what was brought before the judge.
pub trait Around {
    /// A record.
    fn record(&self, id: Id) -> Option<&Record>;

    /// All records that lie in a scope, in any order.
    fn within(&self, scope: Scope) -> Vec<&Record>;

    /// Whether a person's own words are only shown, and were or will be judged elsewhere: what they are about may not
    /// have come to this phone yet, and what was taken down stays on the screen until it is answered.
    fn only_shows(&self) -> bool {
        false
    }
}

/// Nothing around: enough for records that stand alone.
#[derive(Clone, Copy, Debug)]
pub struct Alone;

impl Around for Alone {
    fn record(&self, _: Id) -> Option<&Record> {
        None
    }

    fn within(&self, _: Scope) -> Vec<&Record> {
        Vec::new()
    }
}

impl Around for std::collections::BTreeMap<Id, Record> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.get(&id)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        self.values().filter(|record| record.scope == scope).collect()
    }
}

/// A session with what lies around it.
pub struct Room<'a> {
    /// The session's own record.
    pub session: &'a Record,
    around: &'a dyn Around,
    /// What lies in it, looked for once: a phone goes through all it holds for that.
    within: OnceCell<Vec<&'a Record>>,
}

impl<'a> Room<'a> {
    /// The room that a record is in: a session's own, or that of the session in whose scope it lies.
    ///
    /// # Errors
    /// When there is no such session.
    pub fn of(record: &'a Record, around: &'a dyn Around) -> Result<Self, Refusal> {
        let session = match record.scope {
            _ if record.kind == Kind::Session => Some(record),
            Scope::Session(id) => around.record(id),
            Scope::Region(_)
            | Scope::Village(_)
            | Scope::Draft(_)
            | Scope::User(_)
            | Scope::District(_) => None,
        };
        let session = session.filter(|record| record.kind == Kind::Session);
        let session = session.ok_or(Refusal::NoSuchRecord)?;
        Ok(Self { session, around, within: OnceCell::new() })
    }

    /// Where the session stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        let stage = self.session.fields.get("stage").cloned().unwrap_or_default();
        Stage::read(stage).unwrap_or_default()
    }

    /// Everything that lies in the session.
    #[must_use]
    pub fn within(&self) -> &[&'a Record] {
        self.within.get_or_init(|| self.around.within(Scope::Session(self.session.id)))
    }

    /// A record of this session.
    ///
    /// # Errors
    /// When it is not there, is something else, or was taken back.
    pub fn record(&self, id: Id, kind: &Kind) -> Result<&'a Record, Refusal> {
        let there = self.around.record(id).filter(|record| self.holds(record, kind));
        let there = there.ok_or(Refusal::NoSuchRecord)?;
        let gone = Refusal::Gone { by: there.by, at: Some(there.at) };
        if there.gone { Err(gone) } else { Ok(there) }
    }

    /// Whether there is or was such a record: what is taken down is not lost with what it was noted on.
    pub(super) fn was(&self, id: Id, kind: &Kind) -> Result<(), Refusal> {
        let there = self.around.record(id).is_some_and(|record| self.holds(record, kind));
        if there { Ok(()) } else { Err(Refusal::NoSuchRecord) }
    }

    fn holds(&self, record: &Record, kind: &Kind) -> bool {
        record.kind == *kind && record.scope == Scope::Session(self.session.id)
    }

    /// Whether something is there to be written about: the session, or anything that lies in it.
    pub(super) fn has(&self, id: Id) -> Result<(), Refusal> {
        let scope = Scope::Session(self.session.id);
        let there = self.around.record(id).is_some_and(|r| r.scope == scope && !r.gone);
        if there || id == self.session.id { Ok(()) } else { Err(Refusal::NoSuchRecord) }
    }

    /// Whether something of this session is there to be remarked on: a statement, or a piece of advice, which goes to
    /// the village when all is handed over.
    pub(super) fn remarked(&self, id: Id) -> Result<(), Refusal> {
        let advised = |r: &Record| {
            r.kind == Kind::Advice && r.link("session") == Some(self.session.id) && !r.gone
        };
        if self.around.record(id).is_some_and(advised) {
            return Ok(());
        }
        self.was(id, &Kind::Statement)
    }

    /// What is done of what came of this session: it lies with the village.
    #[must_use]
    pub fn actions(&self) -> Vec<&'a Record> {
        let mut actions = self.around.within(self.session.scope);
        let here =
            |r: &Record| r.kind == Kind::Action && r.link("session") == Some(self.session.id);
        actions.retain(|record| here(record) && !record.gone);
        actions
    }

    /// Whether a record has no seal yet.
    pub(super) fn sealed(&self, id: Id) -> Result<(), Refusal> {
        self.around.record(id).and_then(seal::pressed).map_or(Ok(()), Err)
    }

    /// What a signature is about: the session, or an annex to it.
    pub(super) fn about(&self, id: Id) -> Result<&'a Record, Refusal> {
        if id == self.session.id { Ok(self.session) } else { self.record(id, &Kind::Annex) }
    }

    /// What is sealed of a session or of an annex.
    ///
    /// # Errors
    /// When a record of it cannot be read.
    pub fn content(&self, about: &Record) -> Result<Value, Refusal> {
        if about.kind == Kind::Annex {
            return Ok(annexed(about, self.session));
        }
        content(self.session, self.within())
    }

    /// What would be sealed of the session, with names in clear, for those who read it before.
    ///
    /// # Errors
    /// When a record of it cannot be read.
    pub fn plain(&self) -> Result<Value, Refusal> {
        plain(self.session, self.within())
    }

    /// The seats, in the order of the ring.
    #[must_use]
    pub fn seats(&self) -> Vec<(Id, Seated)> {
        seats(self.within())
    }

    /// Whoever holds a duty, where the person is in the directory.
    fn holder(&self, duty: Duty) -> Option<Id> {
        let seats = self.seats();
        let seat = seats.iter().find(|(_, seated)| seated.seat.duty == Some(duty));
        seat.and_then(|(_, seated)| seated.seat.person)
    }

    /// The host signs as host, and somebody else as witness.
    pub(super) fn may_sign(&self, duty: Duty, by: Id) -> Result<(), Refusal> {
        let host = self.holder(Duty::Host);
        match duty {
            Duty::Host if host == Some(by) => Ok(()),
            Duty::Host => Err(Refusal::NotTheHost),
            Duty::Witness if host == Some(by) => Err(Refusal::OwnWitness),
            Duty::Witness => Ok(()),
            Duty::Recorder => Err(crate::said::wrong("duty")),
        }
    }

    /// Signatures that are good for a digest: one of the host, one of a witness.
    #[must_use]
    pub fn signatures(&self, about: Id, digest: &str) -> Vec<Signed> {
        let within = self.within();
        let signatures: Vec<Signature> = in_order(within, &Kind::Signature, ["signed_at", ""])
            .into_iter()
            .filter_map(|record| record.read().ok())
            .collect();
        let good = |duty: Duty| {
            let fits = |signature: &&Signature| {
                signature.about == about
                    && signature.digest == digest
                    && signature.duty == duty
                    && self.may_sign(duty, signature.signed_by).is_ok()
            };
            let found = signatures.iter().find(fits)?;
            Some(Signed { duty, by: found.signed_by, at: found.signed_at })
        };
        [Duty::Host, Duty::Witness].into_iter().filter_map(good).collect()
    }
}
