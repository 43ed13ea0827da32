//! Who may do what in a session, as one table: by a role in the village, and by a seat on the bench alone.

use std::fmt::Write;

use domain::{
    Act, Id, Kind, Record, Role, Scope, SessionAct, Stage, Who, may,
    session::{Check, Duty, Hand, How, Promise, Seat, Sort, State, Verdict, Word, papers_of, seal},
};

use crate::{
    cast::{CHEN, DRAFTS, JIANG, NOW, VILLAGE, WU, change, edit, id, who},
    evening::{BENCH, SESSION, convene, planned},
};

/// Rows: what is done. Columns, twice: villager, representative, secretary, recorder, supervisor, first secretary,
/// member, expert, department, office. First by a role in the village, then by a seat in the session and nothing else.
/// The last column: whoever wrote the record, with a villager's seat.
pub(crate) const TABLE: &str = "\
what                 V R S K U F M E D O   V R S K U F M E D O  author
convene              . . x x . x . . . x   . . . . . . . . . .  .
move                 . . x x . x . . . x   . . . . . . . . . .  .
escalate             . . x x . x . . . x   . . . . . . . . . .  .
arrange              . . x x . x . . . x   . . . . . . . . . .  .
reach                . . x x . x . . . x   . . . . . . . . . .  .
seal                 . . x x x x . . . x   . . . . . . . . . .  .
seal annex           . . x x x x . . . x   . . . x . . . . . .  .
planned              . . x x . x . . . x   . . . . . . . . . .  .
researching          . . x x . x . . . x   . . . . . . . . . .  .
noticed              . . x x . x . . . x   . . . . . . . . . .  .
ready                . . x x . x . . . x   . . . . . . . . . .  .
in_session           . . x x . x . . . x   . . . . . . . . . .  .
drafting             . . x x . x . . . x   . . . . . . . . . .  .
checking             . . x x . x . . . x   . . . . . . . . . .  .
sealed               . . x x . x . . . x   . . . . . . . . . .  .
handed_over          . . x . . . . . . x   . . . . . . . . . .  .
acting               . . x x . x . . . x   . . . . . . . . . .  .
closed               . . x . . . . . . x   . . . . . . . . . .  .
revisited            . . x x . x . . . x   . . . . . . . . . .  .
archived             . . x x . x . . . x   . . . . . . . . . .  .
postponed            . . x x . x . . . x   . . . . . . . . . .  .
cancelled            . . x . . . . . . x   . . . . . . . . . .  .
seat                 . . x x . x . . . x   . . . x . . . . . .  .
attend               . . x x x x . . . x   . . . x . . . . . .  .
tell                 . . x x x x . . . x   . . . x . . . . . .  .
tell, own            . . x x x x . . . x   x x x x x x x x x x  x
raise                . . x x . x . . . x   . . . x . . . . . .  .
speak                . . x x . x . . . x   . . . x . . . . . .  .
hush                 . . x x . x . . . x   . . . x . . . . . .  .
state                . . x x . x . . . x   . . . x . . . . . .  .
ask                  . . x x . x . . . x   . . . x . . . . . .  .
count                . . x x . x . . . x   . . . x . . . . . .  .
promise              . . x x . x . . . x   . . . x . . . . . .  .
minute               . . x x . x . . . x   . . . x . . . . . .  .
note                 . . x x x x . . . x   x x x x x x x x x x  .
enclose photo        . . x x x x . . . x   x x x x x x x x x x  .
enclose voice        . . x x x x . . . x   x x x x x x x x x x  .
brief                . . x x . x . . . x   . . . x . . x . . .  .
reply                . . x x . x . . . x   . . . x . . . . . .  .
confirm              . . x x x x . . . x   . . . x . . . . . .  .
confirm, own         . . x x x x . . . x   x x x x x x x x x x  .
sign as host         . . x x x x . . . x   x x x x x x x x x x  .
sign as witness      . . x . x . . . . .   . . . . . . . . . .  .
annex                . . x x . x . . . x   . . . x . . . . . .  .
advise               . . x x x x . . . x   x x x x x x x x x x  .
answer               . . x . . . . . . x   . . . . . . . . x .  .
know                 . . x x . x . . . x   . . . . . . . . . .  .
edit session         . . x x . x . . . x   . . . . . . . . . .  .
withdraw session     . . . . . . . . . .   . . . . . . . . . .  .
edit seat            . . x x . x . . . x   . . . x . . . . . .  .
withdraw seat        . . x x . x . . . x   . . . x . . . . . .  .
edit speech          . . . . . . . . . .   . . . . . . . . . .  .
withdraw speech      . . x x . x . . . x   . . . x . . . . . .  .
edit statement       . . x x . x . . . x   . . . x . . . . . .  .
withdraw statement   . . x x . x . . . x   . . . x . . . . . .  .
edit count           . . x x . x . . . x   . . . x . . . . . .  .
withdraw count       . . x x . x . . . x   . . . x . . . . . .  .
edit action          . . x x . x . . . x   . . . x . . . . . .  .
withdraw action      . . x x . x . . . x   . . . x . . . . . .  .
edit minutes         . . x x . x . . . x   . . . x . . . . . .  .
withdraw minutes     . . . . . . . . . .   . . . . . . . . . .  .
edit note            . . . . . . . . . .   . . . . . . . . . .  x
withdraw note        . . . . . . . . . .   . . . . . . . . . .  x
edit photo           . . . . . . . . . .   . . . . . . . . . .  .
withdraw photo       . . . . . . . . . .   . . . . . . . . . .  x
edit voice           . . . . . . . . . .   . . . . . . . . . .  .
withdraw voice       . . x x . x . . . x   . . . x . . . . . .  x
edit brief           . . x x . x . . . x   . . . x . . . . . .  .
withdraw brief       . . . . . . . . . .   . . . . . . . . . .  .
edit check           . . . . . . . . . .   . . . . . . . . . .  .
withdraw check       . . x x . x . . . x   . . . x . . . . . .  x
edit own check       . . . . . . . . . .   . . . . . . . . . .  .
withdraw own check   . . . . . . . . . .   . . . . . . . . . .  x
edit signature       . . . . . . . . . .   . . . . . . . . . .  .
withdraw signature   . . . . . . . . . .   . . . . . . . . . .  x
edit annex           . . x x . x . . . x   . . . x . . . . . .  .
withdraw annex       . . x x . x . . . x   . . . x . . . . . .  .
edit advice          . . x x . x . . . x   . . . x . . . . . .  .
withdraw advice      . . x x . x . . . x   . . . x . . . . . .  x
edit answered        . . x x . x . . . x   . . . x . . . . . .  .
withdraw answered    . . . . . . . . . .   . . . . . . . . . .  .
edit fact            . . x x . x . . . x   . . . . . . . . . .  .
withdraw fact        . . . . . . . . . .   . . . . . . . . . .  .
";

fn laid(kind: Kind, fields: &[(&str, serde_json::Value)]) -> Option<Record> {
    let scope = if kind == Kind::Fact { VILLAGE } else { BENCH };
    let mut record = Record { rev: 1, by: Some(JIANG), ..Record::blank(kind, id(32), scope) };
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    record.fields = fields.collect();
    Some(record)
}

pub(crate) fn session() -> Option<Record> {
    planned().records.remove(&SESSION)
}

fn by(field: &str) -> (&str, serde_json::Value) {
    (field, JIANG.to_string().into())
}

fn on_the_session() -> Vec<(&'static str, SessionAct, Option<Record>)> {
    use SessionAct as S;
    let step = |to| S::Proceed { from: Stage::Planned, to, why: None };
    let place = || "堂".to_owned();
    let mut deeds = vec![
        ("convene", convene(), None),
        ("move", S::Move { on: NOW, place: place(), why: None }, session()),
        ("escalate", S::Escalate { why: "太大".into() }, session()),
        ("arrange", S::Arrange { agenda: Vec::new() }, session()),
        ("reach", S::Reach { part: 1 }, session()),
        ("seal", S::Seal { digest: String::new() }, session()),
        ("seal annex", S::Seal { digest: String::new() }, laid(Kind::Annex, &[])),
    ];
    deeds.extend(Stage::ALL.map(|to| (to.as_str(), step(to), session())));
    deeds
}

fn on_the_bench() -> Vec<(&'static str, SessionAct, Option<Record>)> {
    use SessionAct as S;
    let seat = || laid(Kind::Seat, &[]);
    let tell = |how| S::Tell { on: NOW, place: "堂".into(), how };
    let seated = Seat {
        name: "姜月仙".into(),
        role: Role::Villager,
        label: None,
        group: None,
        person: None,
        duty: None,
        remote: false,
        order: 0,
        salt: None,
    };
    let state = State { sort: Sort::Opinion, seat: None, part: 0, words: None, named: false };
    let promise = Promise { statement: None, what: None, owner: "四组".into(), due: None };
    vec![
        ("seat", S::Seat(seated), None),
        ("attend", S::Attend { present: Some(true) }, seat()),
        ("tell", tell(How::Phone), seat()),
        ("tell, own", tell(How::Own), seat()),
        ("raise", S::Raise { up: true }, seat()),
        ("speak", S::Speak { seat: id(32) }, None),
        ("hush", S::Hush, laid(Kind::Speech, &[])),
        ("state", S::State(state), None),
        ("ask", S::Ask { words: "先装？".into(), part: 0 }, None),
        ("count", S::Count { hand: Hand::Yes, by: 1 }, laid(Kind::Count, &[])),
        ("promise", S::Promise(promise), None),
    ]
}

fn on_paper() -> Vec<(&'static str, SessionAct, Option<Record>)> {
    use SessionAct as S;
    let about = id(32);
    let check = |how| {
        let (of, word, words) = ("灯。".into(), Word::Confirmed, None);
        S::Confirm(Check { statement: about, of, word, how, words, named: None })
    };
    let sign = |duty| S::Sign { about: SESSION, duty, digest: String::new() };
    let enclose = |mime: &str| {
        let (sha256, mime) = (seal::digest_of(""), mime.to_owned());
        S::Enclose { about, sha256, bytes: 1, mime, lasts: 0 }
    };
    let answer = S::Answer(domain::session::Answer::of(Verdict::Adopted, None));
    let know = S::Know { name: "户数".into(), value: "312".into(), of: None, source: None };
    vec![
        ("minute", S::Minute, None),
        ("note", S::Note { about: None, words: "量了。".into() }, None),
        ("enclose photo", enclose("image/jpeg"), None),
        ("enclose voice", enclose("audio/webm"), None),
        ("brief", S::Brief { seat: about, question: "多宽？".into(), key: String::new() }, None),
        ("reply", S::Reply { words: "三米。".into(), named: false }, laid(Kind::Brief, &[])),
        ("confirm", check(How::Phone), None),
        ("confirm, own", check(How::Own), None),
        ("sign as host", sign(Duty::Host), None),
        ("sign as witness", sign(Duty::Witness), None),
        ("annex", S::Annex { words: "两处。".into() }, None),
        ("advise", S::Advise(domain::session::Advise::said(None, "先修路。")), None),
        ("answer", answer, laid(Kind::Advice, &[])),
        ("know", know, None),
    ]
}

/// What is done to the records of a session as to any others: written on, and taken back.
fn to_records() -> Vec<(String, Act, Option<Record>)> {
    let own = How::Own.as_str().into();
    let kinds: Vec<(&str, Option<Record>)> = vec![
        ("session", session()),
        ("seat", laid(Kind::Seat, &[])),
        ("speech", laid(Kind::Speech, &[])),
        ("statement", laid(Kind::Statement, &[])),
        ("count", laid(Kind::Count, &[])),
        ("action", laid(Kind::Action, &[])),
        ("minutes", laid(Kind::Minutes, &[])),
        ("note", laid(Kind::Note, &[by("said_by")])),
        ("photo", laid(Kind::Photo, &[])),
        ("voice", laid(Kind::Voice, &[])),
        ("brief", laid(Kind::Brief, &[])),
        ("check", laid(Kind::Confirmation, &[by("noted_by")])),
        ("own check", laid(Kind::Confirmation, &[by("noted_by"), ("how", own)])),
        ("signature", laid(Kind::Signature, &[by("signed_by")])),
        ("annex", laid(Kind::Annex, &[])),
        ("advice", laid(Kind::Advice, &[])),
        ("answered", laid(Kind::Advice, &[("verdict", "adopted".into())])),
        ("fact", laid(Kind::Fact, &[])),
    ];
    let both = |(word, record): (&str, Option<Record>)| {
        let acts = [("edit", edit("words", "a", "b")), ("withdraw", Act::Withdraw)];
        acts.map(|(does, act)| (format!("{does} {word}"), act, record.clone()))
    };
    kinds.into_iter().flat_map(both).collect()
}

pub(crate) fn deeds() -> Vec<(String, Act, Option<Record>)> {
    let acts = [on_the_session(), on_the_bench(), on_paper()].concat();
    let acts = acts.into_iter().map(|(word, act, before)| (word.to_owned(), act.into(), before));
    acts.chain(to_records()).collect()
}

/// Somebody with a role in the village, and what the session gives for it.
fn of_the_village(role: Role) -> Who {
    let mut who = who(CHEN, &[(role, VILLAGE)]);
    who.roles.extend(role.reads_drafts().then_some((role, DRAFTS)));
    who.take_up(&session().expect("a session"));
    who
}

/// Somebody who has a seat, and nothing else.
fn seated(person: Id, role: Role) -> Who {
    let mut evening = planned();
    let seat = evening.seat("姜月仙", role, |seat| seat.person = Some(person));
    let mut who = who(person, &[]);
    who.take_up(&evening.records[&seat]);
    who
}

fn asks(who: &Who, act: &Act, before: Option<&Record>) -> bool {
    let kind = before.map(|r| r.kind.clone()).or(act.begins()).expect("a record or a beginning");
    let scope = match kind {
        Kind::Session | Kind::Fact => VILLAGE,
        _ => BENCH,
    };
    let name = before.map_or(papers_of(SESSION), |record| record.id);
    may(who, &change(3, kind, name, scope, act.clone()), before).is_ok()
}

#[test]
fn each_role_may_do_in_a_session_what_the_table_says() {
    let letters = "V R S K U F M E D O";
    let mut table = format!("{:21}{letters}   {letters}  author\n", "what");
    let mark = |may: bool| if may { 'x' } else { '.' };
    for (word, act, before) in deeds() {
        let before = before.as_ref();
        write!(table, "{word:20}").expect("a string takes all");
        for role in Role::ALL {
            write!(table, " {}", mark(asks(&of_the_village(role), &act, before)))
                .expect("takes all");
        }
        table.push_str("  ");
        for role in Role::ALL {
            write!(table, " {}", mark(asks(&seated(CHEN, role), &act, before))).expect("takes all");
        }
        let author =
            before.map_or('.', |_| mark(asks(&seated(JIANG, Role::Villager), &act, before)));
        writeln!(table, "  {author}").expect("a string takes all");
    }
    assert_eq!(table, TABLE);
}

#[test]
fn whoever_has_neither_a_role_nor_a_seat_may_nothing() {
    let elsewhere =
        [(Role::Office, Scope::Session(id(2))), (Role::Secretary, Scope::Village(id(3)))];
    for (word, act, before) in deeds() {
        assert!(!asks(&who(WU, &elsewhere), &act, before.as_ref()), "{word}");
        assert!(!asks(&who(JIANG, &[]), &act, before.as_ref()), "{word}");
    }
}
