//! One village's records while they come about: every one by an act, judged by the rules as the server judges it.

use std::collections::BTreeMap;

use domain::session::Seal;
use domain::sync::authority::{self, Accepted, Case, Stamps, Verdict};
use domain::{Act, Change, Form, Id, Kind, Millis, Record, Refusal, Role, Scope, Who};

use super::chance::Chance;

/// What is written down in one village, or in the region's directory.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) chance: Chance,
    /// The village; the region for its directory.
    pub(super) place: Id,
    /// After this moment nothing has happened yet.
    pub(super) until: Millis,
    pub(super) records: BTreeMap<Id, Record>,
    pub(super) stamps: BTreeMap<Id, Stamps>,
    pub(super) seals: Vec<Pressed>,
    /// How many issues have a number.
    pub(super) issues: u32,
    /// Whoever writes here.
    pub(super) cadres: Vec<Who>,
}

/// A seal in the village's chain.
#[derive(Clone, Debug)]
pub(super) struct Pressed {
    pub(super) session: Id,
    pub(super) number: u32,
    pub(super) prev: String,
    pub(super) seal: Seal,
}

/// An act was refused: the valley does something that nobody may.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{what} was refused: {refusal}")]
pub(crate) struct Astray {
    what: String,
    refusal: Refusal,
}

pub(super) type Done<T = ()> = Result<T, Astray>;

/// The record that is written on.
pub(super) type About = (Kind, Id, Scope);

impl Book {
    pub(super) fn new(chance: Chance, place: Id, until: Millis, cadres: Vec<Who>) -> Self {
        let (records, stamps) = (BTreeMap::new(), BTreeMap::new());
        Self { chance, place, until, records, stamps, seals: Vec::new(), issues: 0, cadres }
    }

    /// The village's scope.
    pub(super) fn scope(&self) -> Scope {
        Scope::Village(self.place)
    }

    /// Whoever holds a role here.
    fn holder(&self, role: Role) -> Option<&Who> {
        self.cadres.iter().find(|who| who.roles.iter().any(|(held, _)| *held == role))
    }

    /// The id of whoever holds a role here.
    pub(super) fn person(&self, role: Role) -> Id {
        self.holder(role).map_or(Id::nil(), |who| who.person)
    }

    /// Somebody begins a record that lies in the village.
    pub(super) fn begins(&mut self, here: (Millis, Role), act: impl Into<Act>) -> Done<Id> {
        let scope = self.scope();
        self.begins_in(here, scope, act)
    }

    /// Somebody begins a record.
    pub(super) fn begins_in(
        &mut self,
        here: (Millis, Role),
        scope: Scope,
        act: impl Into<Act>,
    ) -> Done<Id> {
        let (act, id) = (act.into(), self.chance.id(here.0));
        let kind = act.begins().unwrap_or(Kind::Issue);
        self.does(here, (kind, id, scope), act)?;
        Ok(id)
    }

    /// Somebody does something to a record that is there.
    pub(super) fn acts(&mut self, here: (Millis, Role), id: Id, act: impl Into<Act>) -> Done {
        let record = self.records.get(&id);
        let about = record.map_or((Kind::Issue, id, self.scope()), |record| {
            (record.kind.clone(), id, record.scope)
        });
        self.does(here, about, act)
    }

    /// Somebody does something, and it is judged.
    pub(super) fn does(
        &mut self,
        (at, role): (Millis, Role),
        (kind, id, scope): About,
        act: impl Into<Act>,
    ) -> Done {
        let act = act.into();
        let nobody = Who { person: Id::nil(), roles: Vec::new() };
        let who = self.holder(role).unwrap_or(&nobody);
        let none = Stamps::new();
        let change = Change { uuid: id, seq: 0, at, kind, id, scope, act, made_on: None };
        let case = Case {
            who,
            change: &change,
            before: self.records.get(&id),
            stamps: self.stamps.get(&id).unwrap_or(&none),
            around: &self.records,
            now: at,
            skew: 0,
        };
        match authority::judge(case) {
            Ok(Verdict::Accepted(accepted)) => {
                self.keep(*accepted);
                Ok(())
            }
            Ok(Verdict::Unchanged) => Ok(()),
            Err(refusal) => Err(Astray { what: format!("{:?}", change.act), refusal }),
        }
    }

    /// What an accepted act makes of the records, as the server stores it.
    fn keep(&mut self, accepted: Accepted) {
        let Accepted { mut record, stamps, along, wants_chain, wants_number, .. } = accepted;
        if wants_number {
            self.issues += 1;
            authority::number(&mut record, self.issues);
        }
        if wants_chain {
            self.link(&mut record);
        }
        if let Some(along) = along {
            for beside in self.records.values_mut() {
                authority::take_along(beside, record.id, along);
            }
        }
        if record.kind == Kind::Session {
            self.cadres.iter_mut().for_each(|who| who.take_up(&record));
        }
        self.stamps.insert(record.id, stamps);
        self.records.insert(record.id, record);
    }

    fn link(&mut self, record: &mut Record) {
        let chained = |pressed: &Pressed| pressed.seal.chain.clone().unwrap_or_default();
        let prev = self.seals.last().map(chained).unwrap_or_default();
        let number = u32::try_from(self.seals.len()).unwrap_or_default() + 1;
        authority::link(record, number, &prev);
        let seal = record.fields.get("seal").cloned().unwrap_or_default();
        if let Ok(seal) = Seal::read(seal) {
            self.seals.push(Pressed { session: record.id, number, prev, seal });
        }
    }
}
