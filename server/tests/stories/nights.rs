//! What the twins are told of sessions: acts at random, and evenings that come as far as a seal.

use std::collections::BTreeMap;

use domain::form::Value;
use domain::session::{
    Check, Convene, Duty, Hand, How, Mode, Promise, Room, Seat, Sort, State, Word, papers_of, seal,
};
use domain::{Act, Id, Kind, Record, Role, Scope, SessionAct, Stage};
use serde_json::json;

use crate::simulated::rng::Rng;
use crate::village::{CHEN, SHI, WANG};

/// What is done to which record.
pub(crate) type Deed = (Kind, Id, Scope, Act);

/// A session is planned.
pub(crate) fn convene(rng: &mut Rng, scope: Scope, mark: usize) -> Deed {
    let convene = Convene {
        title: format!("坐{mark}"),
        title_en: None,
        village: scope.owner(),
        mode: Mode::B,
        issues: Vec::new(),
        on: Some(1_800_000_000_000),
        place: Some("祠堂".into()),
        agenda: Vec::new(),
        follows: None,
    };
    (Kind::Session, rng.id(), scope, SessionAct::Convene(convene).into())
}

fn seat(at: u32) -> Seat {
    let (person, role, duty) = match at % 3 {
        0 => (CHEN, Role::Recorder, Some(Duty::Recorder)),
        1 => (SHI, Role::Secretary, Some(Duty::Witness)),
        // anybody may host; who witnesses is the village's to say
        _ => (WANG, Role::Supervisor, Some(Duty::Host)),
    };
    let (name, label, group) = (format!("第{at}座"), None, None);
    Seat {
        name,
        role,
        label,
        group,
        person: Some(person),
        duty,
        remote: false,
        order: at,
        salt: None,
    }
}

/// Some act in a session or on it.
pub(crate) fn in_session(
    rng: &mut Rng,
    session: Id,
    village: Scope,
    other: Id,
    mark: usize,
) -> Deed {
    let bench = Scope::Session(session);
    let words = format!("话{mark}");
    let stage = |rng: &mut Rng| rng.pick(&Stage::ALL).unwrap_or_default();
    let (from, to) = (stage(rng), stage(rng));
    let why = rng.chance(50).then(|| words.clone());
    let state = State {
        sort: Sort::Opinion,
        seat: None,
        part: 1,
        words: Some(words.clone()),
        named: false,
    };
    let promise =
        Promise { statement: None, what: Some(words.clone()), owner: "四组".into(), due: None };
    let acts = [
        SessionAct::Seat(seat(u32::try_from(mark).unwrap_or_default())),
        SessionAct::State(State { seat: Some(other), ..state.clone() }),
        SessionAct::State(state),
        SessionAct::Promise(promise),
        SessionAct::Speak { seat: other },
        SessionAct::Note { about: None, words: words.clone() },
        SessionAct::Ask { words: words.clone(), part: 0 },
        SessionAct::Minute,
        SessionAct::Annex { words: words.clone() },
        SessionAct::Proceed { from, to, why: why.clone() },
        SessionAct::Proceed { from: Stage::Planned, to: Stage::Noticed, why: None },
        SessionAct::Move { on: 1_800_000_100_000, place: words.clone(), why },
        SessionAct::Escalate { why: words },
        SessionAct::Reach { part: 2 },
    ];
    let act = rng.pick(&acts).unwrap_or(SessionAct::Minute);
    match act.begins() {
        Some(Kind::Minutes) => (Kind::Minutes, papers_of(session), bench, act.into()),
        Some(kind) => (kind, rng.id(), bench, act.into()),
        None => (Kind::Session, session, village, act.into()),
    }
}

/// Some act on something that lies in a session.
pub(crate) fn on_bench(rng: &mut Rng, kind: &Kind, mark: usize) -> Act {
    let edit = |field: &str, from: Value, to: Value| Act::Edit { field: field.into(), from, to };
    let acts = match kind {
        Kind::Seat => vec![
            SessionAct::Attend { present: Some(true) }.into(),
            SessionAct::Raise { up: true }.into(),
            edit("name", json!("谁"), json!(format!("名{mark}"))),
            Act::Withdraw,
        ],
        Kind::Count => vec![SessionAct::Count { hand: Hand::Yes, by: 3 }.into()],
        Kind::Speech => vec![SessionAct::Hush.into(), Act::Withdraw],
        _ => vec![edit("words", json!("话"), json!(format!("改{mark}"))), Act::Withdraw],
    };
    rng.pick(&acts).unwrap_or(Act::Withdraw)
}

/// A whole evening: who of the three sends which letter. The digest is asked for when it comes to that.
pub(crate) struct Night {
    pub(crate) session: Id,
    pub(crate) village: Scope,
    seats: [Id; 3],
    said: Id,
}

impl Night {
    pub(crate) fn new(rng: &mut Rng, session: Id, village: Scope) -> Self {
        Self { session, village, seats: [rng.id(), rng.id(), rng.id()], said: rng.id() }
    }

    fn begin(&self, id: Id, act: SessionAct) -> Deed {
        let kind = act.begins().unwrap_or(Kind::Session);
        (kind, id, Scope::Session(self.session), act.into())
    }

    fn step(&self, from: Stage, to: Stage) -> Deed {
        let act = SessionAct::Proceed { from, to, why: None };
        (Kind::Session, self.session, self.village, act.into())
    }

    /// Seats, words, a promise, and the nod.
    pub(crate) fn talk(&self, rng: &mut Rng) -> Vec<Deed> {
        let of = "一句话".to_owned();
        let state = State {
            sort: Sort::Opinion,
            seat: Some(self.seats[0]),
            part: 0,
            words: Some(of.clone()),
            named: false,
        };
        let promise = Promise {
            statement: Some(self.said),
            what: None,
            owner: "四组".into(),
            due: Some(1_800_000_000_000),
        };
        let check = Check {
            statement: self.said,
            of,
            word: Word::Confirmed,
            how: How::Here,
            words: None,
            named: None,
        };
        let seats =
            (0..).zip(self.seats).map(|(at, id)| self.begin(id, SessionAct::Seat(seat(at))));
        let mut letter: Vec<Deed> = seats.collect();
        letter.extend([
            self.step(Stage::Planned, Stage::Noticed),
            self.step(Stage::Noticed, Stage::Ready),
            self.step(Stage::Ready, Stage::InSession),
            self.begin(self.said, SessionAct::State(state)),
            self.begin(rng.id(), SessionAct::Promise(promise)),
            self.step(Stage::InSession, Stage::Drafting),
            self.step(Stage::Drafting, Stage::Checking),
            self.begin(rng.id(), SessionAct::Confirm(check)),
        ]);
        letter
    }

    /// A signature on what stands.
    pub(crate) fn sign(&self, rng: &mut Rng, duty: Duty, digest: &str) -> Vec<Deed> {
        let (about, digest) = (self.session, digest.to_owned());
        vec![self.begin(rng.id(), SessionAct::Sign { about, duty, digest })]
    }

    pub(crate) fn seal(&self, digest: &str) -> Vec<Deed> {
        let act = SessionAct::Seal { digest: digest.to_owned() }.into();
        vec![(Kind::Session, self.session, self.village, act)]
    }

    /// The digest of what stands, by these records.
    pub(crate) fn digest(&self, records: &BTreeMap<Id, Record>) -> Option<String> {
        let room = Room::of(records.get(&self.session)?, records).ok()?;
        Some(seal::digest(&room.content(room.session).ok()?))
    }
}
