//! Nobody is quoted without having been asked, made to have said what another said, or named against their will.

use domain::{
    Act, Id, Kind, Refusal, Role, SessionAct,
    session::{Check, How, Word, names, papers_of, token, unsettled},
    sync::authority,
};
use serde_json::Value;

use crate::{
    cast::{CHEN, JIANG, WU, edit, id, who},
    evening::{BENCH, Evening, SESSION, checking},
};

/// What would be sealed of an evening now, read as whoever opens the seal reads it.
fn sealed(evening: &Evening) -> Value {
    let (room, session) = (evening.room(), &evening.records[&SESSION]);
    token::clear(&room.content(session).expect("content"), &names(room.within()))
}

#[test]
fn words_that_turn_out_to_be_anothers_are_put_to_that_one_anew() {
    let (mut evening, seats, said) = checking();
    evening.checks(said, Word::Confirmed, How::Here).expect("she nods");
    assert_eq!(unsettled(&evening.room(), evening.now), (0, 0));
    let to = |seat: Id| edit("seat", seats[2].to_string(), seat.to_string());
    let statement = (Kind::Statement, said, BENCH);
    // only somebody who sits here, not the papers, and nobody from elsewhere
    for nobody in [papers_of(SESSION), id(77), SESSION] {
        let refused = evening.does(CHEN, statement.clone(), to(nobody));
        assert_eq!(refused, Err(Refusal::NoSuchRecord));
    }
    evening.does(CHEN, statement, to(seats[0])).expect("it was the secretary");
    assert_eq!(unsettled(&evening.room(), evening.now), (1, 0));
    assert_eq!(to(seats[0]).names(), Some(seats[0]), "the server brings what is named");
    let may = |kind| {
        authority::may_name(
            &who(CHEN, &[(Role::Recorder, BENCH)]),
            &to(seats[0]),
            Some((kind, BENCH)),
        )
    };
    assert_eq!((may(&Kind::Seat), may(&Kind::Note)), (Ok(()), Err(Refusal::WrongKind)));
}

#[test]
fn who_spoke_stays_known_when_the_seat_is_taken_back() {
    let (mut evening, seats, _) = checking();
    evening.does(CHEN, (Kind::Seat, seats[2], BENCH), Act::Withdraw).expect("by mistake");
    let content = sealed(&evening);
    let seat = content["statements"][0]["seat"].as_u64().expect("somebody said it");
    let seat = &content["seats"][usize::try_from(seat).expect("a place")];
    assert_eq!((seat["name"].as_str(), &seat["present"]), (Some("姜月仙"), &false.into()));
    assert_eq!(evening.room().seats().len(), 2, "on the bench it is gone");
    evening.does(CHEN, (Kind::Seat, seats[1], BENCH), Act::Withdraw).expect("he did not come");
    let content = sealed(&evening);
    assert_eq!(content["seats"].as_array().map(Vec::len), Some(2), "who said nothing is left out");
}

#[test]
fn a_no_to_being_named_stands_until_the_speaker_says_yes() {
    let (mut evening, _, said) = checking();
    let named = |evening: &Evening| {
        let content = sealed(evening);
        content["statements"][0]["named"].clone()
    };
    let check = |of: &str, how, named| {
        let (of, word, words) = (of.to_owned(), Word::Confirmed, None);
        SessionAct::Confirm(Check { statement: said, of, word, how, words, named })
    };
    let statement = || (Kind::Statement, said, BENCH);
    evening.does(CHEN, statement(), edit("named", false, true)).expect("she said so");
    assert_eq!(named(&evening), true);
    let words = "灯杆装在转弯头。";
    evening.begin(JIANG, check(words, How::Own, Some(false))).expect("on second thoughts");
    assert_eq!(named(&evening), false);
    evening.begin(CHEN, check(words, How::Phone, None)).expect("nobody asked about names");
    assert_eq!(named(&evening), false);
    evening.does(CHEN, statement(), edit("words", words, "装在桥头。")).expect("mended");
    evening.begin(CHEN, check("装在桥头。", How::Phone, None)).expect("asked again");
    assert_eq!(named(&evening), false, "the no was not to these words alone");
    evening.begin(JIANG, check("装在桥头。", How::Own, Some(true))).expect("now she may be named");
    assert_eq!(named(&evening), true);
    evening.does(CHEN, statement(), edit("named", true, false)).expect("taken down otherwise");
    evening.does(CHEN, statement(), edit("words", "装在桥头。", "装在河边。")).expect("mended");
    assert_eq!(named(&evening), false, "the yes was to other words");
}

#[test]
fn words_that_two_people_wrote_can_be_put_before_their_speaker() {
    let (mut evening, _, said) = checking();
    let statement = || (Kind::Statement, said, BENCH);
    let from = "灯杆装在转弯头。";
    let [mine, theirs] = ["甲", "乙"].map(|word| word.repeat(1_900));
    evening.does(CHEN, statement(), edit("words", from, mine)).expect("one wrote");
    evening.does(WU, statement(), edit("words", from, theirs)).expect("and the other");
    let met = evening.records[&said].text("words").expect("both stand").chars().count();
    assert!(met > 3_800, "{met}");
    evening.checks(said, Word::Confirmed, How::Here).expect("they are read out");
    assert_eq!(unsettled(&evening.room(), evening.now), (0, 0));
}
