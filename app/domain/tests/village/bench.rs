//! What people do in and around a session of a simulated village: mostly what comes next, now and then anything.

use domain::{
    Act, Id, Kind, Record, Role, Scope, SessionAct, Stage,
    session::{
        Check, Convene, Duty, Hand, How, Mode, Promise, Room, Seat, Sort, State, Verdict, Word,
        papers_of, seal,
    },
    sync::{Intent, Replica},
};
use serde_json::{Value, json};

use super::{deeds, rng::Rng};

/// The village as whoever acts sees it.
pub(crate) struct Sight<'a> {
    pub(crate) replica: &'a Replica,
    pub(crate) villages: &'a [Id],
    /// Whoever may be seated.
    pub(crate) people: &'a [(Id, Role)],
    pub(crate) mark: usize,
}

/// A record, or a fresh one, and what is done to it.
type Deed = (Kind, Id, Scope, Act);

impl Sight<'_> {
    /// Draws an act in one of the sessions that are shown; a session is planned where there is none.
    pub(crate) fn draw(&self, at: i64, rng: &mut Rng) -> Option<Intent> {
        let view = self.replica.view().values();
        let known: Vec<&Record> = view.filter(|record| record.kind == Kind::Session).collect();
        let deed = match known.first().copied() {
            Some(first) if !rng.chance(2) => {
                let session = if rng.chance(92) { first } else { rng.pick(&known)? };
                let room = Room::of(session, self.replica.view()).ok()?;
                let strays = if room.stage() == Stage::Checking { 4 } else { 12 };
                if rng.chance(strays) {
                    self.anything(&room, rng)
                } else {
                    self.next(&room, at, rng)
                }?
            }
            _ => self.convene(rng)?,
        };
        let (kind, id, scope, act) = deed;
        Some(Intent { uuid: rng.id(), at, kind, id, scope, act })
    }

    fn convene(&self, rng: &mut Rng) -> Option<Deed> {
        let village = rng.pick(self.villages)?;
        let convene = Convene {
            title: format!("第{}次坐下来", self.mark),
            title_en: None,
            village,
            mode: rng.pick(&[Mode::A, Mode::B])?,
            issues: Vec::new(),
            on: Some(1_800_000_000_000),
            place: Some("祠堂".into()),
            agenda: Vec::new(),
            follows: None,
        };
        let act = SessionAct::Convene(convene).into();
        Some((Kind::Session, rng.id(), Scope::Village(village), act))
    }

    /// What comes next, so that some sessions get as far as their seal.
    fn next(&self, room: &Room<'_>, at: i64, rng: &mut Rng) -> Option<Deed> {
        match room.stage() {
            Stage::Planned
            | Stage::Researching
            | Stage::Noticed
            | Stage::Ready
            | Stage::Postponed => self.gather(room, rng),
            Stage::InSession if rng.chance(80) => self.take_down(room, rng),
            Stage::Drafting if rng.chance(20) => self.take_down(room, rng),
            Stage::Checking if rng.chance(95) => self.finish(room, at, rng),
            Stage::Sealed if rng.chance(80) => self.afterwards(room, rng),
            _ => step(room, rng),
        }
    }

    fn gather(&self, room: &Room<'_>, rng: &mut Rng) -> Option<Deed> {
        let seats = room.seats();
        let holds = |duty| seats.iter().any(|(_, seated)| seated.seat.duty == Some(duty));
        if self.replica.view().get(&papers_of(room.session.id)).is_none() {
            return Some(begin(room, papers_of(room.session.id), SessionAct::Minute));
        }
        match rng.below(20) {
            _ if !holds(Duty::Host) => self.seat(room, Some(Duty::Host), rng),
            _ if !holds(Duty::Recorder) => self.seat(room, Some(Duty::Recorder), rng),
            0..=3 => self.seat(room, None, rng),
            4 => self.anything(room, rng),
            _ => step(room, rng),
        }
    }

    fn seat(&self, room: &Room<'_>, duty: Option<Duty>, rng: &mut Rng) -> Option<Deed> {
        let (person, role) = rng.pick(self.people)?;
        let seat = Seat {
            name: format!("坐{}", self.mark),
            role,
            label: None,
            group: None,
            person: Some(person),
            duty,
            remote: rng.chance(10),
            order: 0,
            salt: rng.chance(70).then(|| rng.id().simple().to_string()),
        };
        Some(begin(room, rng.id(), SessionAct::Seat(seat)))
    }

    fn take_down(&self, room: &Room<'_>, rng: &mut Rng) -> Option<Deed> {
        let mark = self.mark;
        let of =
            |kind: Kind| room.within().iter().copied().filter(move |r| r.kind == kind && !r.gone);
        let seat = rng.pick(&of(Kind::Seat).map(|record| record.id).collect::<Vec<_>>());
        let words = Some(format!("说{mark}，这样办。")).filter(|_| rng.chance(70));
        match rng.below(12) {
            0..=5 => {
                let sort = rng.pick(&Sort::ALL)?;
                let state = State { sort, seat, part: 1, words, named: rng.chance(30) };
                Some(begin(room, rng.id(), SessionAct::State(state)))
            }
            6 => Some(begin(room, rng.id(), SessionAct::Speak { seat: seat? })),
            7 => Some(begin(
                room,
                rng.id(),
                SessionAct::Ask { words: format!("问{mark}？"), part: 1 },
            )),
            8 | 9 => {
                let count = rng.pick(&of(Kind::Count).collect::<Vec<_>>())?;
                let hand = rng.pick(&[Hand::Yes, Hand::No])?;
                let by = if rng.chance(20) { -1 } else { i64::try_from(1 + rng.below(9)).ok()? };
                Some(to(count, SessionAct::Count { hand, by }))
            }
            10 => {
                let (statement, owner) = (None, "四组".to_owned());
                let promise =
                    Promise { statement, what: Some(format!("办{mark}")), owner, due: None };
                Some(begin(room, rng.id(), SessionAct::Promise(promise)))
            }
            _ => {
                let statement = rng.pick(&of(Kind::Statement).collect::<Vec<_>>())?;
                Some(on(statement, deeds::words(statement, mark, rng)?))
            }
        }
    }

    /// Whoever said something is asked; host and witness sign; the seal is pressed.
    fn finish(&self, room: &Room<'_>, at: i64, rng: &mut Rng) -> Option<Deed> {
        let session = room.session;
        let digest = seal::digest(&room.content(session).ok()?);
        let word = if rng.chance(80) { Word::Confirmed } else { Word::Asked };
        let checks = domain::session::minutes::checks(room.within());
        let unasked =
            domain::session::bench::statements(room.within()).into_iter().find(|(id, said)| {
                let checks = checks.get(id).map_or(&[][..], Vec::as_slice);
                let standing = domain::session::minutes::standing(said, checks, 0);
                said.words.is_some() && said.seat.is_some() && !standing.quotable()
            });
        let settled = domain::session::unsettled(room, at) == (0, 0);
        if let Some((statement, said)) = unasked.filter(|_| !settled && !rng.chance(5)) {
            let of = said.words?;
            let check = Check { statement, of, word, how: How::Phone, words: None, named: None };
            return Some(begin(room, rng.id(), SessionAct::Confirm(check)));
        }
        let mine = self.replica.person();
        let hosts = |(_, seated): &(Id, domain::session::seat::Seated)| {
            seated.seat.duty == Some(Duty::Host) && seated.seat.person == Some(mine)
        };
        let duty = if room.seats().iter().any(hosts) { Duty::Host } else { Duty::Witness };
        let signed = room.signatures(session.id, &digest);
        let press = signed.len() == 2 || rng.chance(15);
        let act = if press {
            return Some(to(session, SessionAct::Seal { digest }));
        } else if signed.iter().any(|signed| signed.duty == duty) {
            return self.anything(room, rng).filter(|_| rng.chance(30));
        } else {
            SessionAct::Sign { about: session.id, duty, digest }
        };
        Some(begin(room, rng.id(), act))
    }

    /// What comes after the seal: a page of corrections with a seal of its own, and answers.
    fn afterwards(&self, room: &Room<'_>, rng: &mut Rng) -> Option<Deed> {
        let of =
            |kind: Kind| room.within().iter().copied().filter(move |r| r.kind == kind && !r.gone);
        if let Some(advice) = of(Kind::Advice).find(|advice| !advice.fields.contains_key("verdict"))
        {
            let answer = SessionAct::Answer(domain::session::Answer {
                ends: true,
                ..domain::session::Answer::of(Verdict::Adopted, None)
            });
            return Some(to(advice, answer));
        }
        let Some(annex) = of(Kind::Annex).next().filter(|_| !rng.chance(20)) else {
            let words = format!("第{}条更正。", self.mark);
            return Some(begin(room, rng.id(), SessionAct::Annex { words }));
        };
        let digest = seal::digest(&room.content(annex).ok()?);
        let signed = room.signatures(annex.id, &digest);
        if signed.len() == 2 {
            return Some(to(annex, SessionAct::Seal { digest }));
        }
        let duty = if rng.chance(50) { Duty::Host } else { Duty::Witness };
        Some(begin(room, rng.id(), SessionAct::Sign { about: annex.id, duty, digest }))
    }

    /// Anything at all, wherever the session stands: seats are taken back, words mended, days moved.
    fn anything(&self, room: &Room<'_>, rng: &mut Rng) -> Option<Deed> {
        let record = rng.pick(room.within())?;
        let mark = self.mark;
        let why = Some(format!("因为{mark}"));
        let field = |field: &str, to: Value| {
            let from = record.fields.get(field).cloned().unwrap_or(Value::Null);
            on(record, Act::Edit { field: field.into(), from, to })
        };
        match (&record.kind, rng.below(8)) {
            (_, 0) => {
                let (on, place) = (1_800_000_000_000 + i64::try_from(mark).ok()?, "堂".to_owned());
                Some(to(room.session, SessionAct::Move { on, place, why }))
            }
            (_, 1) => step(room, rng),
            (_, 2) => self.take_down(room, rng),
            (_, 3) => {
                let advise =
                    SessionAct::Advise(domain::session::Advise::said(None, &format!("建{mark}。")));
                Some(begin(room, rng.id(), advise))
            }
            (Kind::Seat, 4) => Some(field("label", json!(format!("签{mark}")))),
            (Kind::Seat, 5) => {
                let (present, up) = (rng.pick(&[Some(true), Some(false), None])?, rng.chance(50));
                let attend = SessionAct::Attend { present };
                Some(to(record, if up { SessionAct::Raise { up } } else { attend }))
            }
            (Kind::Statement, 4) => Some(field("part", json!(mark % 9))),
            (Kind::Statement, 5 | 6) => Some(on(record, deeds::words(record, mark, rng)?)),
            (Kind::Speech, _) => Some(to(record, SessionAct::Hush)),
            (Kind::Minutes, _) => self.seat(room, None, rng),
            _ => Some(on(record, Act::Withdraw)),
        }
    }
}

fn begin(room: &Room<'_>, id: Id, act: SessionAct) -> Deed {
    let kind = act.begins().unwrap_or(Kind::Session);
    (kind, id, Scope::Session(room.session.id), act.into())
}

fn to(record: &Record, act: SessionAct) -> Deed {
    on(record, act.into())
}

fn on(record: &Record, act: Act) -> Deed {
    (record.kind.clone(), record.id, record.scope, act)
}

/// Mostly the first way on, now and then any other.
fn step(room: &Room<'_>, rng: &mut Rng) -> Option<Deed> {
    let from = room.stage();
    let next = from.next();
    let onward = next.iter().find(|to| !matches!(to, Stage::Researching | Stage::Sealed)).copied();
    let to_ = if rng.chance(96) { onward } else { rng.pick(&Stage::ALL) }?;
    let to_ = if from == Stage::Ready && rng.chance(96) { Stage::InSession } else { to_ };
    let why = Some("因为".to_owned());
    Some(to(room.session, SessionAct::Proceed { from, to: to_, why }))
}
