//! An evening on the benches: its records, the people on them, and the ways in.

use std::collections::BTreeMap;

use domain::{
    Act, Change, Id, Kind, Millis, Record, Refusal, Role, Scope, SessionAct, Stage, apply_among,
    session::{
        Check, Convene, Convened, Duty, How, Mode, Room, Seat, Sort, State, Word, papers_of, seal,
    },
};

use crate::cast::{CHEN, JIANG, NOW, SHANGFENG, VILLAGE, WU, id};

/// The session of these stories.
pub(crate) const SESSION: Id = id(500);
pub(crate) const BENCH: Scope = Scope::Session(SESSION);
pub(crate) const DAY: Millis = 24 * 60 * 60 * 1000;

/// All records of an evening, and the clock on the wall.
pub(crate) struct Evening {
    pub(crate) records: BTreeMap<Id, Record>,
    pub(crate) now: Millis,
    drawn: u128,
}

impl Evening {
    pub(crate) fn new() -> Self {
        Self { records: BTreeMap::new(), now: NOW, drawn: 600 }
    }

    /// Somebody does something to a record.
    pub(crate) fn does(
        &mut self,
        by: Id,
        (kind, id_, scope): (Kind, Id, Scope),
        act: Act,
    ) -> Result<Id, Refusal> {
        self.drawn += 1;
        self.now += 1_000;
        let (uuid, at) = (id(10_000 + self.drawn), self.now);
        let change = Change { uuid, seq: 0, at, kind, id: id_, scope, act, made_on: None };
        let before = self.records.get(&id_).cloned();
        let applied = apply_among(before.as_ref(), &change, (by, at), &self.records)?;
        self.records.insert(id_, applied.record);
        Ok(id_)
    }

    /// Begins a record of the session.
    pub(crate) fn begin(&mut self, by: Id, act: SessionAct) -> Result<Id, Refusal> {
        self.drawn += 1;
        let kind = act.begins().expect("it begins something");
        let fresh = if kind == Kind::Minutes { papers_of(SESSION) } else { id(self.drawn) };
        self.does(by, (kind, fresh, BENCH), act.into())
    }

    /// Does something to the session itself.
    pub(crate) fn session(&mut self, act: SessionAct) -> Result<Id, Refusal> {
        self.does(WU, (Kind::Session, SESSION, VILLAGE), act.into())
    }

    pub(crate) fn proceed(&mut self, to: Stage) -> Result<Id, Refusal> {
        let from = self.stage();
        let why = matches!(to, Stage::Postponed | Stage::Cancelled).then(|| "下雨".to_owned());
        self.session(SessionAct::Proceed { from, to, why })
    }

    pub(crate) fn convened(&self) -> Convened {
        self.records[&SESSION].read().expect("a session")
    }

    pub(crate) fn stage(&self) -> Stage {
        self.convened().stage
    }

    pub(crate) fn room(&self) -> Room<'_> {
        Room::of(&self.records[&SESSION], &self.records).expect("a room")
    }

    pub(crate) fn digest(&self) -> String {
        let session = &self.records[&SESSION];
        seal::digest(&self.room().content(session).expect("content"))
    }

    pub(crate) fn seat(&mut self, name: &str, role: Role, more: impl FnOnce(&mut Seat)) -> Id {
        let mut seat = Seat {
            name: name.into(),
            role,
            label: None,
            group: None,
            person: None,
            duty: None,
            remote: false,
            order: 0,
            salt: None,
        };
        more(&mut seat);
        self.begin(CHEN, SessionAct::Seat(seat)).expect("there is room on the bench")
    }

    pub(crate) fn states(&mut self, seat: Id, sort: Sort, words: Option<&str>) -> Id {
        let words = words.map(str::to_owned);
        let state = State { sort, seat: Some(seat), part: 3, words, named: false };
        self.begin(CHEN, SessionAct::State(state)).expect("it can be taken down")
    }

    pub(crate) fn checks(&mut self, statement: Id, word: Word, how: How) -> Result<Id, Refusal> {
        let of = self.records[&statement].text("words").unwrap_or_default().to_owned();
        let check = Check { statement, of, word, how, words: None, named: None };
        self.begin(CHEN, SessionAct::Confirm(check))
    }

    pub(crate) fn signs(&mut self, by: Id, duty: Duty) -> Result<Id, Refusal> {
        let digest = self.digest();
        self.begin(by, SessionAct::Sign { about: SESSION, duty, digest })
    }

    pub(crate) fn seals(&mut self) -> Result<Id, Refusal> {
        let digest = self.digest();
        self.session(SessionAct::Seal { digest })
    }
}

pub(crate) fn convene() -> SessionAct {
    SessionAct::Convene(Convene {
        title: "新班子 新蓝图 · 先干哪三件".into(),
        title_en: None,
        village: SHANGFENG,
        mode: Mode::B,
        issues: vec![id(21)],
        on: None,
        place: None,
        agenda: Vec::new(),
        follows: None,
    })
}

/// An evening that is planned.
pub(crate) fn planned() -> Evening {
    let mut evening = Evening::new();
    evening.session(convene()).expect("anybody may be asked to sit down");
    evening
}

/// An evening on which people sit: the host (the secretary), the recorder, a villager.
pub(crate) fn seated() -> (Evening, [Id; 3]) {
    let mut evening = planned();
    let place = "老街古樟树下".to_owned();
    evening.session(SessionAct::Move { on: NOW + DAY, place, why: None }).expect("a day");
    let seats = [
        evening.seat("吴国良", Role::Secretary, |seat| {
            (seat.person, seat.duty) = (Some(WU), Some(Duty::Host));
        }),
        evening.seat("陈素琴", Role::Recorder, |seat| {
            (seat.person, seat.duty) = (Some(CHEN), Some(Duty::Recorder));
        }),
        evening.seat("姜月仙", Role::Villager, |seat| {
            (seat.person, seat.group) = (Some(JIANG), Some("三组".into()));
        }),
    ];
    (evening, seats)
}

/// The same, with one statement taken down, at the point of being read back.
pub(crate) fn checking() -> (Evening, [Id; 3], Id) {
    let (mut evening, seats) = seated();
    evening.begin(CHEN, SessionAct::Minute).expect("papers");
    for stage in [Stage::Noticed, Stage::Ready, Stage::InSession] {
        evening.proceed(stage).expect("the way is open");
    }
    let said = evening.states(seats[2], Sort::Opinion, Some("灯杆装在转弯头。"));
    for stage in [Stage::Drafting, Stage::Checking] {
        evening.proceed(stage).expect("the way is open");
    }
    (evening, seats, said)
}
