//! What may be done in a session at each stage, every act against every stage; what may not is told with who and when.

use std::fmt::Write;

use domain::{
    Act, Id, Kind, Refusal, Role, SessionAct, Stage,
    session::{
        Check, Duty, Hand, How, Part, Promise, Seat, Sort, State, Topic, Verdict, Word, papers_of,
        seal,
    },
};

use crate::{
    cast::{CHEN, JIANG, NOW, VILLAGE, WU, edit, id},
    evening::{BENCH, DAY, SESSION},
    stages::{There, at},
};

/// Each act on the session and on what lies in it, and the stages in which it is open.
const OPEN: &str = "\
move: planned researching noticed ready postponed
escalate: planned researching noticed ready postponed
arrange: planned researching noticed ready postponed
reach: in_session
title: planned researching noticed ready in_session drafting checking postponed
attend: planned researching noticed ready in_session drafting checking postponed
tell: planned researching noticed ready in_session drafting checking postponed
raise: planned researching noticed ready in_session drafting checking postponed
unseat: planned researching noticed ready in_session drafting checking postponed
seat: planned researching noticed ready in_session drafting checking postponed
speak: planned researching noticed ready in_session drafting checking postponed
hush: planned researching noticed ready in_session drafting checking postponed
state: planned researching noticed ready in_session drafting checking postponed
mend: planned researching noticed ready in_session drafting checking postponed
unsay: planned researching noticed ready in_session drafting checking postponed
ask: planned researching noticed ready in_session drafting checking postponed
count: planned researching noticed ready in_session drafting checking postponed
promise: planned researching noticed ready in_session drafting checking postponed
papers: planned researching noticed ready in_session drafting checking postponed
check: planned researching noticed ready in_session drafting checking postponed
sign: planned researching noticed ready in_session drafting checking postponed
unsign: planned researching noticed ready in_session drafting checking postponed
annex: sealed handed_over acting closed revisited archived
note: ALL
enclose: ALL
brief: ALL
reply: ALL
advise: planned researching noticed ready in_session drafting checking sealed postponed cancelled
answer: ALL
unadvise: planned researching noticed ready in_session drafting checking postponed
";

/// What is done: its word in the table, who does it, to what (a fresh record without a name), and the act.
pub(crate) type Deed = (&'static str, Id, (Kind, Option<Id>), Act);

/// What is done at each stage.
pub(crate) fn deeds(there: &There) -> Vec<Deed> {
    [to_the_session(), to_seats(there), on_the_bench(there), on_paper(there), beside(there)]
        .concat()
}

fn to_the_session() -> Vec<Deed> {
    use SessionAct as S;
    let part = Part { topic: Topic::Opening, name: None, minutes: 3 };
    let (on, place) = (NOW + 9 * DAY, "堂".to_owned());
    let acts: [(&str, Act); 5] = [
        ("move", S::Move { on, place, why: Some("下雨".into()) }.into()),
        ("escalate", S::Escalate { why: "太大".into() }.into()),
        ("arrange", S::Arrange { agenda: vec![part] }.into()),
        ("reach", S::Reach { part: 2 }.into()),
        ("title", edit("title", "新班子 新蓝图 · 先干哪三件", "别的")),
    ];
    acts.map(|(word, act)| (word, WU, (Kind::Session, Some(SESSION)), act)).into()
}

fn to_seats(there: &There) -> Vec<Deed> {
    use SessionAct as S;
    let seated = Seat {
        name: "施国富".into(),
        role: Role::Villager,
        label: None,
        group: None,
        person: None,
        duty: None,
        remote: false,
        order: 9,
        salt: None,
    };
    let told = S::Tell { on: NOW + DAY, place: "堂".to_owned(), how: How::Here };
    let acts: [(&str, Act); 4] = [
        ("attend", S::Attend { present: Some(false) }.into()),
        ("tell", told.into()),
        ("raise", S::Raise { up: true }.into()),
        ("unseat", Act::Withdraw),
    ];
    let mut deeds: Vec<Deed> =
        acts.map(|(word, act)| (word, CHEN, (Kind::Seat, Some(there.seat)), act)).into();
    deeds.push(("seat", CHEN, (Kind::Seat, None), S::Seat(seated).into()));
    deeds
}

fn on_the_bench(there: &There) -> Vec<Deed> {
    use SessionAct as S;
    let There { seat, said, speech, count, .. } = there;
    let state =
        State { sort: Sort::Opinion, seat: Some(*seat), part: 3, words: None, named: false };
    let promise = Promise { statement: None, what: None, owner: "四组".into(), due: None };
    let mend = edit("words", "灯杆装在转弯头。", "装桥头。");
    let count_ = S::Count { hand: Hand::Yes, by: 2 };
    vec![
        ("speak", CHEN, (Kind::Speech, None), S::Speak { seat: *seat }.into()),
        ("hush", CHEN, (Kind::Speech, Some(*speech)), S::Hush.into()),
        ("state", CHEN, (Kind::Statement, None), S::State(state).into()),
        ("mend", CHEN, (Kind::Statement, Some(*said)), mend),
        ("unsay", CHEN, (Kind::Statement, Some(*said)), Act::Withdraw),
        ("ask", CHEN, (Kind::Count, None), S::Ask { words: "先装三盏？".into(), part: 0 }.into()),
        ("count", CHEN, (Kind::Count, Some(*count)), count_.into()),
        ("promise", CHEN, (Kind::Action, None), S::Promise(promise).into()),
    ]
}

fn on_paper(there: &There) -> Vec<Deed> {
    use SessionAct as S;
    let check = Check {
        statement: there.said,
        of: "灯杆装在转弯头。".into(),
        word: Word::Confirmed,
        how: How::Here,
        words: None,
        named: None,
    };
    let sign = S::Sign { about: SESSION, duty: Duty::Host, digest: there.evening.digest() };
    let papers = (Kind::Minutes, Some(papers_of(SESSION)));
    let annex = S::Annex { words: "应为两处。".into() };
    vec![
        ("papers", CHEN, papers, edit("consensus", "", "先装三盏。")),
        ("check", CHEN, (Kind::Confirmation, None), S::Confirm(check).into()),
        ("sign", WU, (Kind::Signature, None), sign.into()),
        ("unsign", WU, (Kind::Signature, Some(there.signature)), Act::Withdraw),
        ("annex", CHEN, (Kind::Annex, None), annex.into()),
    ]
}

fn beside(there: &There) -> Vec<Deed> {
    use SessionAct as S;
    let There { seat, said, advice, brief, .. } = there;
    let key = seal::digest_of("link");
    let (sha256, mime) = (key.clone(), "image/jpeg".to_owned());
    let enclose = S::Enclose { about: *said, sha256, bytes: 90_000, mime, lasts: 0 };
    let ask = S::Brief { seat: *seat, question: "多长？".into(), key };
    let note = S::Note { about: None, words: "量过了。".into() };
    let advise = S::Advise(domain::session::Advise::said(None, "再看。"));
    let reply = S::Reply { words: "三米五。".into(), named: false };
    let answer = S::Answer(domain::session::Answer::of(Verdict::Partly, Some("钱不够")));
    vec![
        ("note", JIANG, (Kind::Note, None), note.into()),
        ("enclose", CHEN, (Kind::Photo, None), enclose.into()),
        ("brief", CHEN, (Kind::Brief, None), ask.into()),
        ("reply", CHEN, (Kind::Brief, Some(*brief)), reply.into()),
        ("advise", JIANG, (Kind::Advice, None), advise.into()),
        ("answer", WU, (Kind::Advice, Some(*advice)), answer.into()),
        ("unadvise", JIANG, (Kind::Advice, Some(*advice)), Act::Withdraw),
    ]
}

#[test]
fn each_act_is_open_where_the_table_says_and_nowhere_else() {
    let mut table = String::new();
    for (number, (word, ..)) in deeds(&at(Stage::Planned)).into_iter().enumerate() {
        let mut stages = Vec::<&str>::new();
        for now in Stage::ALL {
            let mut there = at(now);
            let (_, by, (kind, name), act) = deeds(&there).swap_remove(number);
            let scope = if kind == Kind::Session { VILLAGE } else { BENCH };
            let last = there.evening.convened().last_step().expect("a step").clone();
            let name = name.unwrap_or(id(9_999));
            let before = there.evening.records.get(&name).cloned();
            match there.evening.does(by, (kind, name, scope), act) {
                // a word that is late says nothing
                Ok(_) if there.evening.records.get(&name) == before.as_ref() => {
                    assert_eq!(word, "reach", "in {now:?}");
                }
                Ok(_) => stages.push(now.as_str()),
                Err(Refusal::NotSealed) => assert!(word == "annex" && !now.sealed()),
                Err(refusal) => {
                    let told = Refusal::Frozen { now, by: Some(last.by), at: Some(last.at) };
                    assert_eq!(refusal, told, "{word} in {now:?}");
                }
            }
        }
        let open: String =
            if stages.len() == Stage::ALL.len() { "ALL".into() } else { stages.join(" ") };
        writeln!(table, "{word}: {open}").expect("a string takes all");
    }
    assert_eq!(table, OPEN);
}
