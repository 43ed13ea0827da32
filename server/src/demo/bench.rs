//! An evening of the sample village, told act by act, and how it comes to its seal.

use domain::session::{Check, Duty, How, Seat, Sort, Stage, State, Word, papers_of, seal};
use domain::{Act, Change, Id, Kind, Millis, Role, Scope, SessionAct};

use super::directory::{PEOPLE, VILLAGE, Who, named, place};
use super::matter::Told;

/// Somebody on the bench.
pub(super) struct Place {
    /// Who, when in the directory.
    pub(super) who: Option<Who>,
    /// The name, when not.
    pub(super) name: &'static str,
    pub(super) role: Role,
    pub(super) label: &'static str,
    /// 0 for none.
    pub(super) group: u8,
    pub(super) duty: Option<Duty>,
    pub(super) remote: bool,
}

impl Place {
    /// Somebody of the directory, as what the directory says.
    pub(super) const fn of(who: Who, label: &'static str, group: u8) -> Self {
        let role = PEOPLE[who as usize].role;
        let name = PEOPLE[who as usize].name;
        Self { who: Some(who), name, role, label, group, duty: None, remote: false }
    }

    /// Somebody who is in no directory.
    pub(super) const fn typed(
        name: &'static str,
        role: Role,
        label: &'static str,
        group: u8,
    ) -> Self {
        Self { who: None, name, role, label, group, duty: None, remote: false }
    }

    pub(super) const fn as_(self, duty: Duty) -> Self {
        Self { duty: Some(duty), ..self }
    }

    pub(super) const fn far(self) -> Self {
        Self { remote: true, ..self }
    }

    fn seat(&self, order: u32) -> Seat {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let group = ["", "一组", "二组", "三组", "四组", "五组", "六组"];
        Seat {
            name: self.name.to_owned(),
            role: self.role,
            label: said(self.label),
            group: group.get(usize::from(self.group)).and_then(|group| said(group)),
            person: self.who.map(Who::id),
            duty: self.duty,
            remote: self.remote,
            order,
            // of this sample alone: elsewhere a phone draws it
            salt: seal::digest_of(&format!("sample {order}")).get(..32).map(str::to_owned),
        }
    }
}

/// An evening being told.
pub(super) struct Bench {
    number: u32,
    /// The session.
    pub(super) id: Id,
    /// What was done so far, in order.
    pub(super) told: Vec<Told>,
    /// The seats, in the order of the ring.
    pub(super) seats: Vec<Id>,
    drawn: u32,
}

impl Bench {
    /// The evening of that number of the sample.
    pub(super) fn new(number: u32) -> Self {
        let id = named(9, number << 16);
        // the second name is that of its papers
        Self { number, id, told: Vec::new(), seats: Vec::new(), drawn: 1 }
    }

    /// Somebody does something to a record.
    pub(super) fn does(&mut self, (at, who): (Millis, Who), kind: Kind, id: Id, act: Act) {
        self.drawn += 1;
        let uuid = named(10, self.number << 16 | self.drawn);
        let scope = match kind {
            Kind::Session | Kind::Fact => Scope::Village(place(VILLAGE)),
            _ => Scope::Session(self.id),
        };
        self.told.push((who, Change { uuid, seq: 0, at, kind, id, scope, act, made_on: None }));
    }

    /// Something is done to the session itself.
    pub(super) fn step(&mut self, here: (Millis, Who), act: SessionAct) {
        self.does(here, Kind::Session, self.id, act.into());
    }

    /// It comes from one stage to the next.
    pub(super) fn proceed(&mut self, here: (Millis, Who), from: Stage, to: Stage) {
        self.step(here, SessionAct::Proceed { from, to, why: None });
    }

    /// A record begins.
    pub(super) fn begin(&mut self, here: (Millis, Who), act: SessionAct) -> Id {
        let kind = act.begins().unwrap_or(Kind::Session);
        let id = match kind {
            Kind::Session => self.id,
            Kind::Minutes => papers_of(self.id),
            _ => named(9, self.number << 16 | (self.drawn + 1)),
        };
        self.does(here, kind, id, act.into());
        id
    }

    /// Seats are laid.
    pub(super) fn lay(&mut self, here: (Millis, Who), places: &[Place]) {
        for (order, place) in (0..).zip(places) {
            let seat = self.begin(here, SessionAct::Seat(place.seat(order)));
            self.seats.push(seat);
        }
    }

    /// A text of the papers is written.
    pub(super) fn write(&mut self, here: (Millis, Who), field: &str, text: &str) {
        let (field, to) = (field.to_owned(), text.into());
        let act = Act::Edit { field, from: domain::form::Value::Null, to };
        self.does(here, Kind::Minutes, papers_of(self.id), act);
    }

    /// Somebody speaks for two minutes, and this is taken down.
    pub(super) fn says(
        &mut self,
        here: (Millis, Who),
        seat: Id,
        (part, sort): (u32, Sort),
        words: &str,
        named: bool,
    ) -> Id {
        let speech = self.begin(here, SessionAct::Speak { seat });
        let (seat, words) = (Some(seat), Some(words.to_owned()));
        let said = self.begin(here, SessionAct::State(State { sort, seat, part, words, named }));
        let later = (here.0 + 110_000, here.1);
        self.does(later, Kind::Speech, speech, SessionAct::Hush.into());
        said
    }

    /// It was read to its speaker, who nods.
    pub(super) fn nods(&mut self, here: (Millis, Who), statement: Id, of: &str, how: How) {
        let (of, word) = (of.to_owned(), Word::Confirmed);
        let check = Check { statement, of, word, how, words: None, named: None };
        self.begin(here, SessionAct::Confirm(check));
    }

    /// What is still to be told: these sign the content of this digest, and the last presses the seal.
    pub(super) fn sealing(
        &mut self,
        at: Millis,
        signs: [(Who, Duty); 2],
        by: Who,
        digest: &str,
    ) -> Vec<Told> {
        self.told.clear();
        let (about, digest) = (self.id, digest.to_owned());
        for (who, duty) in signs {
            self.begin((at, who), SessionAct::Sign { about, duty, digest: digest.clone() });
        }
        self.step((at, by), SessionAct::Seal { digest });
        std::mem::take(&mut self.told)
    }
}
