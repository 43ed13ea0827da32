//! How much a guard looks at: a word that is taken down on the bench costs the same in the first minute and in the
//! last, and however much else lies on the phone.

use std::cell::Cell;

use domain::{
    Act, Around, Change, Id, Kind, Record, Role, Scope, SessionAct, apply_among,
    session::{Duty, Hand, How, Promise, Sort, State, Word},
};

use crate::{
    cast::{CHEN, NOW, VILLAGE, WU, edit, id},
    evening::{BENCH, Evening, SESSION, checking},
};

/// Counts what is asked for.
struct Counting<'a> {
    evening: &'a Evening,
    looked_at: Cell<usize>,
    searched: Cell<usize>,
}

impl Around for Counting<'_> {
    fn record(&self, id: Id) -> Option<&Record> {
        self.looked_at.set(self.looked_at.get() + 1);
        self.evening.records.get(&id)
    }

    fn within(&self, scope: Scope) -> Vec<&Record> {
        self.searched.set(self.searched.get() + 1);
        self.evening.records.within(scope)
    }
}

/// An evening with 40 seats and 200 statements, on a phone that holds 10,000 other records.
fn long() -> (Evening, Id, Id) {
    let (mut evening, seats, said) = checking();
    for n in 0..37 {
        evening.seat(&format!("村民{n}"), Role::Villager, |seat| seat.order = n);
    }
    for n in 0..199 {
        let more = evening.states(seats[2], Sort::Opinion, Some(&format!("第{n}句。")));
        evening.checks(more, Word::Confirmed, How::Here).expect("she nods");
    }
    for n in 0..10_000 {
        let name = id(100_000 + n);
        evening.records.insert(name, Record::blank(Kind::Comment, name, VILLAGE));
    }
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    evening.signs(WU, Duty::Host).expect("the host signs");
    evening.signs(crate::cast::JIANG, Duty::Witness).expect("a witness signs");
    (evening, seats[2], said)
}

/// How many records an act makes its guard look at by name, and how often it makes it search the whole copy.
fn looks(evening: &Evening, by: Id, (kind, name): (Kind, Id), act: Act) -> (usize, usize) {
    let scope = if kind == Kind::Session { VILLAGE } else { BENCH };
    let change = Change { uuid: id(9), seq: 0, at: NOW, kind, id: name, scope, act, made_on: None };
    let around = Counting { evening, looked_at: Cell::new(0), searched: Cell::new(0) };
    let done = apply_among(evening.records.get(&name), &change, (by, evening.now), &around);
    done.expect("it is open");
    (around.looked_at.get(), around.searched.get())
}

#[test]
fn what_is_taken_down_looks_at_the_session_and_the_seat_and_no_more() {
    use SessionAct as S;
    let (evening, seat, said) = long();
    let words = Some("还有一件。".to_owned());
    let state = State { sort: Sort::Opinion, seat: Some(seat), part: 3, words, named: false };
    let promise = Promise { statement: Some(said), what: None, owner: "四组".into(), due: None };
    let fresh = id(77);
    let mut evening = evening;
    let ask = S::Ask { words: "先装？".into(), part: 0 };
    let count = evening.begin(CHEN, ask).expect("hands");
    let deeds: Vec<(Kind, Id, Act)> = vec![
        (Kind::Statement, fresh, S::State(state).into()),
        (Kind::Speech, fresh, S::Speak { seat }.into()),
        (Kind::Action, fresh, S::Promise(promise).into()),
        (Kind::Count, fresh, S::Ask { words: "先装？".into(), part: 0 }.into()),
        (Kind::Count, count, S::Count { hand: Hand::Yes, by: 1 }.into()),
        (Kind::Seat, seat, S::Raise { up: true }.into()),
        (Kind::Seat, seat, S::Attend { present: Some(true) }.into()),
        (Kind::Statement, said, edit("words", "灯杆装在转弯头。", "装桥头。")),
        (Kind::Statement, said, Act::Withdraw),
        (Kind::Session, SESSION, S::Reach { part: 2 }.into()),
        (Kind::Note, fresh, S::Note { about: Some(said), words: "量了。".into() }.into()),
    ];
    for (kind, name, act) in deeds {
        let told = format!("{act:?}");
        let (looked_at, searched) = looks(&evening, CHEN, (kind, name), act);
        assert!(
            looked_at <= 3 && searched == 0,
            "{told}: {looked_at} looked at, {searched} searches"
        );
    }
}

#[test]
fn a_seal_searches_the_copy_once() {
    let (evening, ..) = long();
    let digest = evening.digest();
    let sign = SessionAct::Sign { about: SESSION, duty: Duty::Host, digest: digest.clone() };
    let (_, searched) = looks(&evening, WU, (Kind::Signature, id(77)), sign.into());
    assert_eq!(searched, 1);
    let (_, searched) =
        looks(&evening, WU, (Kind::Session, SESSION), SessionAct::Seal { digest }.into());
    assert_eq!(searched, 1);
}
