//! Two recorders, two phones, no signal: whatever each takes down is there in the end, on both and at the office, and
//! each of it once.

use std::collections::BTreeMap;

use domain::{
    Act, Around, Id, Kind, Record, Role, Scope, SessionAct, Stage,
    session::{Hand, Promise, Seat, Sort, State, papers_of},
    sync::{Intent, Pull, PullReply, Push, PushReply, Writes},
};
use proptest::{collection::vec, prelude::*};

use crate::{
    cast::{CHEN, JIANG, NOW, VILLAGE, WU, id},
    courier::{Office, Phone},
    evening::{BENCH, DAY, SESSION, convene},
};

/// What happens next.
#[derive(Clone, Debug)]
enum Event {
    /// Somebody says something, and this phone takes it down.
    Captures { phone: usize, what: u8 },
    /// A letter goes, and its answer is heard or lost.
    Sends { phone: usize, limit: usize, lost: bool },
    /// The news is asked for, and heard or lost.
    Asks { phone: usize, lost: bool },
    /// An old letter arrives once more, and nobody hears the answer.
    Replays { which: usize },
    /// An old answer arrives once more.
    Echoes { which: usize },
}

fn event() -> impl Strategy<Value = Event> {
    let phone = || 0..2_usize;
    prop_oneof![
        6 => (phone(), 0..12_u8).prop_map(|(phone, what)| Event::Captures { phone, what }),
        3 => (phone(), 1..5_usize, any::<bool>())
            .prop_map(|(phone, limit, lost)| Event::Sends { phone, limit, lost }),
        3 => (phone(), any::<bool>()).prop_map(|(phone, lost)| Event::Asks { phone, lost }),
        1 => (0..9_usize).prop_map(|which| Event::Replays { which }),
        1 => (0..9_usize).prop_map(|which| Event::Echoes { which }),
    ]
}

#[derive(Clone)]
enum Answered {
    Push(usize, Push, PushReply),
    Pull(usize, Pull, PullReply),
}

/// The evening, on two phones and at the office.
struct Bench {
    office: Office,
    phones: [Phone; 2],
    letters: Vec<(Id, Push)>,
    answers: Vec<Answered>,
    /// What was taken down, by its name, and how many hands were counted.
    said: BTreeMap<Id, Kind>,
    hands: i64,
    drawn: u128,
}

impl Bench {
    /// People sit; both phones know it.
    fn new() -> Self {
        let mut bench = Self {
            office: Office::of_shangfeng(),
            phones: [CHEN, WU].map(Phone::of),
            letters: Vec::new(),
            answers: Vec::new(),
            said: BTreeMap::new(),
            hands: 0,
            drawn: 700,
        };
        bench.phones[0].talks(&mut bench.office);
        bench.does(0, (Kind::Session, SESSION, VILLAGE), convene());
        bench.does(0, (Kind::Minutes, papers_of(SESSION), BENCH), SessionAct::Minute);
        let place = "祠堂".to_owned();
        bench.does(
            0,
            (Kind::Session, SESSION, VILLAGE),
            SessionAct::Move { on: NOW + DAY, place, why: None },
        );
        for (seat, person) in [(601, CHEN), (602, WU), (603, JIANG)] {
            let duty = (person == WU).then_some(domain::session::Duty::Host);
            let duty = duty.or((person == CHEN).then_some(domain::session::Duty::Recorder));
            let seat_ = Seat {
                name: format!("人{seat}"),
                role: Role::Villager,
                label: None,
                group: None,
                person: Some(person),
                duty,
                remote: false,
                order: 0,
                salt: None,
            };
            bench.does(0, (Kind::Seat, id(seat), BENCH), SessionAct::Seat(seat_));
        }
        let ask = SessionAct::Ask { words: "先装三盏？".into(), part: 0 };
        bench.does(0, (Kind::Count, id(604), BENCH), ask);
        for (from, to) in [
            (Stage::Planned, Stage::Noticed),
            (Stage::Noticed, Stage::Ready),
            (Stage::Ready, Stage::InSession),
        ] {
            bench.does(
                0,
                (Kind::Session, SESSION, VILLAGE),
                SessionAct::Proceed { from, to, why: None },
            );
        }
        bench.phones[0].talks(&mut bench.office);
        bench.phones[1].talks(&mut bench.office);
        bench
    }

    fn does(&mut self, phone: usize, (kind, name, scope): (Kind, Id, Scope), act: SessionAct) {
        self.drawn += 1;
        let (uuid, at) = (id(30_000 + self.drawn), NOW + i64::try_from(self.drawn).unwrap_or(0));
        let act = Act::from(act);
        let change =
            self.phones[phone].replica.propose(Intent { uuid, at, kind, id: name, scope, act });
        let change = change.expect("it is open");
        self.phones[phone].keep(Writes { outbox_add: vec![change], ..Writes::default() });
    }

    fn captures(&mut self, phone: usize, what: u8) {
        self.drawn += 1;
        let (name, mark) = (id(50_000 + self.drawn), self.drawn);
        let seat = id(601 + u128::from(what) % 3);
        let words = Some(format!("第{mark}句。"));
        let act = match what {
            0 => SessionAct::Speak { seat },
            1 => SessionAct::Promise(Promise {
                statement: None,
                what: words,
                owner: "四组".into(),
                due: None,
            }),
            2 => SessionAct::Ask { words: format!("问{mark}？"), part: 1 },
            3..6 => {
                self.hands += i64::from(what);
                let act = SessionAct::Count { hand: Hand::Yes, by: what.into() };
                return self.does(phone, (Kind::Count, id(604), BENCH), act);
            }
            _ => {
                let words = words.filter(|_| what > 7);
                SessionAct::State(State {
                    sort: Sort::Opinion,
                    seat: Some(seat),
                    part: 3,
                    words,
                    named: false,
                })
            }
        };
        let kind = act.begins().expect("it begins");
        self.said.insert(name, kind.clone());
        self.does(phone, (kind, name, BENCH), act);
    }

    fn hears(&mut self, answered: &Answered) {
        match answered {
            Answered::Push(phone, sent, reply) => {
                let writes = self.phones[*phone].replica.hear_push(sent, reply, NOW, id(9_002));
                self.phones[*phone].keep(writes);
            }
            Answered::Pull(phone, sent, reply) => drop(self.phones[*phone].hears(sent, reply)),
        }
    }

    fn happens(&mut self, event: &Event) {
        match *event {
            Event::Captures { phone, what } => self.captures(phone, what),
            Event::Sends { phone, limit, lost } => {
                let Some(sent) = self.phones[phone].replica.push(limit, "1", NOW) else { return };
                let person = self.phones[phone].replica.person();
                let reply = self.office.take(person, &sent);
                self.letters.push((person, sent.clone()));
                self.answered(Answered::Push(phone, sent, reply), lost);
            }
            Event::Asks { phone, lost } => {
                let sent = self.phones[phone].replica.pull("1");
                let reply = self.office.tell(self.phones[phone].replica.person());
                self.answered(Answered::Pull(phone, sent, reply), lost);
            }
            Event::Replays { which } => {
                if let Some((person, sent)) = self.letters.iter().rev().nth(which).cloned() {
                    self.office.take(person, &sent);
                }
            }
            Event::Echoes { which } => {
                if let Some(answered) = self.answers.iter().rev().nth(which).cloned() {
                    self.hears(&answered);
                }
            }
        }
    }

    fn answered(&mut self, answered: Answered, lost: bool) {
        if !lost {
            self.hears(&answered);
        }
        self.answers.push(answered);
    }

    /// Everybody has a signal.
    fn ends(&mut self) {
        for _ in 0..2 {
            self.phones.iter_mut().for_each(|phone| phone.talks(&mut self.office));
        }
    }
}

/// What was taken down, as a copy shows it.
fn taken<'a>(records: impl Iterator<Item = &'a Record>) -> Vec<&'a Record> {
    let kinds = [Kind::Statement, Kind::Speech, Kind::Count, Kind::Action];
    let mut taken: Vec<&Record> = records.filter(|record| kinds.contains(&record.kind)).collect();
    taken.sort_by_key(|record| record.id);
    taken
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_that_two_recorders_take_down_is_lost_or_doubled(events in vec(event(), 0..60)) {
        let mut bench = Bench::new();
        for event in &events {
            bench.happens(event);
            // what is taken down is on the screen at once, and stays
            for phone in &bench.phones {
                let mine = |change: &domain::Change| change.act.begins().map(|_| change.id);
                let gone = phone.replica.unsent().filter_map(mine).find(|id| !phone.replica.view().contains_key(id));
                prop_assert_eq!(gone, None);
            }
        }
        bench.ends();
        let office = taken(bench.office.within(BENCH).into_iter());
        let told: BTreeMap<Id, Kind> = office.iter().map(|record| (record.id, record.kind.clone())).collect();
        let mut said = bench.said.clone();
        said.insert(id(604), Kind::Count);
        prop_assert_eq!(told, said);
        for phone in &bench.phones {
            prop_assert_eq!(&taken(phone.replica.view().values()), &office);
            prop_assert!(phone.replica.unsent().len() == 0 && phone.replica.attention().len() == 0);
        }
        let fresh = office.iter().filter(|record| record.kind == Kind::Statement);
        prop_assert!(fresh.into_iter().all(|record| record.rev == 1), "taken down once, written once");
        prop_assert_eq!(bench.office.record(id(604)).map(|count| count.number("yes")), Some(bench.hands));
        let digests = bench.phones.iter().map(|phone| phone.replica.digest(BENCH));
        prop_assert_eq!(digests.collect::<Vec<_>>().windows(2).filter(|two| two[0] != two[1]).count(), 0);
    }
}
