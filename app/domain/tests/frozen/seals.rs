//! One evening whose seal is the same wherever and whenever it is made: on the phone, on the server, in a browser.
//!
//! The file is read by a browser story too, which asks the app for the same.

use std::collections::BTreeMap;

use domain::{
    Id, Kind, Record, Role, Scope, SessionAct, form,
    session::{Named, Seal, Seat, content, names, papers_of, plain, seal, token},
};
use serde_json::{Value, json};

use crate::{hold, id};

/// Content, its canonical text, its digest, its code, and the chain with it as a village's first and second seal: as the
/// first builds sealed it, and as it is sealed now.
const SEALED: &str = include_str!("sealed.json");
const COVERED: &str = include_str!("sealed_2.json");

const SESSION: Id = id(500);
const AT: i64 = 1_789_729_200_000;

fn record(n: u128, kind: Kind, scope: Scope, fields: &Value) -> Record {
    let mut record = Record::blank(kind, id(n), scope);
    (record.rev, record.at) = (1, AT);
    record.fields = fields.as_object().cloned().expect("fields");
    record
}

fn session() -> Record {
    let step = |to: &str, at: i64| json!({"to": to, "by": id(12), "at": AT + at});
    let fields = json!({
        "title": "新班子 新蓝图 · 先干哪三件", "village": id(1), "mode": "b", "issues": [id(21)], "on": AT,
        "where": "老街古樟树下", "convened_by": id(12), "stage": "checking", "began": AT + 60_000,
        "ended": AT + 5_400_000, "part": 1, "part_at": AT + 70_000,
        "agenda": [{"topic": "villagers", "minutes": 25}, {"topic": "other", "name": "看“现场”", "minutes": 8}],
        "trail": [step("planned", -9), step("in_session", 60_000), step("checking", 5_500_000)],
    });
    Record { id: SESSION, ..record(500, Kind::Session, Scope::Village(id(1)), &fields) }
}

fn lies(n: u128, kind: Kind, fields: &Value) -> Record {
    record(n, kind, Scope::Session(SESSION), fields)
}

fn said(n: u128, part: u32, seat: u128, (sort, words): (&str, &str)) -> Record {
    let fields = json!({"sort": sort, "seat": id(seat), "part": part, "words": words, "taken_by": id(11),
        "said_at": AT + 100_000});
    lies(n, Kind::Statement, &fields)
}

fn check(n: u32, statement: u128, (word, of): (&str, &str), (more, what): (&str, Value)) -> Record {
    let fields = json!({"statement": id(statement), "seat": id(512), "of": of, "word": word, "how": "phone",
        "noted_by": id(11), "noted_at": AT + i64::from(n), more: what});
    lies(n.into(), Kind::Confirmation, &fields)
}

fn seats() -> Vec<Record> {
    let host = json!({"name": "吴国良", "role": "secretary", "label": "书记", "person": id(12), "duty": "host",
        "order": 0, "present": true, "salt": "0123456789abcdef0123456789abcdef"});
    let villager =
        json!({"name": "姜月仙", "role": "villager", "group": "三组", "order": 2, "present": true});
    let guest = json!({"name": "沈科\t\"水利\"", "role": "department", "label": "区水利局", "remote": true,
        "order": 1, "present": false});
    [(510, host), (512, villager), (511, guest)].map(|(n, seat)| lies(n, Kind::Seat, &seat)).into()
}

/// What lies in it: of every kind that is sealed, and some that are not.
fn within(format: u32) -> Vec<Record> {
    let (opinion, dissent) = ("灯杆装在转弯头。\n第二行：620 米，😀", "我不同意先修路。");
    let against = json!("我说的是“再等等”。");
    let count = json!({"words": "先装三盏？", "part": 1, "asked_at": AT + 9, "yes": 13, "no": 2});
    let action = json!({"session": SESSION, "statement": id(522), "owner": "区水利局", "promised_at": 5,
        "due": AT + 1});
    let note = json!({"words": "不在里面。", "said_by": id(11), "said_at": 5});
    let papers = json!({"facts": "全长 620 米\n\n两处塌方", "consensus": "先装三盏。\n再修路。",
        "background": "不在里面"});
    let mut all = seats();
    all.extend([
        said(520, 0, 512, ("opinion", opinion)),
        said(521, 1, 512, ("dissent", dissent)),
        said(522, 1, 511, ("promise", "十月底前修好。")),
        check(530, 520, ("confirmed", opinion), ("named", json!(true))),
        check(531, 521, ("disputed", dissent), ("words", against)),
        lies(540, Kind::Count, &count),
        lies(541, Kind::Action, &action),
        lies(542, Kind::Note, &note),
        Record { id: papers_of(SESSION), ..lies(501, Kind::Minutes, &papers) },
    ]);
    if format == 2 {
        let words = "吴国良说：沈科\t\"水利\" 还没有来，姜月仙家先装。⟦一盏⟧";
        all.push(said(523, 1, 512, ("question", words)));
    }
    all
}

fn made(format: u32) -> Value {
    let within = within(format);
    let within: Vec<&Record> = within.iter().collect();
    let of = if format == 1 { plain } else { content };
    let content = of(&session(), &within).expect("content");
    let digest = seal::digest(&content);
    let first = seal::chain("", &digest);
    json!({
        "canonical": seal::canonical(&content),
        "code": seal::code(&digest),
        "chain": [first, seal::chain(&first, &digest)],
        "digest": digest,
        "content": content,
    })
}

#[test]
fn the_seal_of_one_evening_never_changes() {
    let frozen: Value = serde_json::from_str(SEALED).expect("it is JSON");
    assert_eq!(made(1), frozen);
    sound(&frozen);
}

#[test]
fn the_seal_with_tokens_for_names_never_changes_either() {
    let frozen: Value = serde_json::from_str(COVERED).expect("it is JSON");
    assert_eq!(made(2), frozen);
    sound(&frozen);
    // and it is read as the other
    let within = within(2);
    let names = names(&within.iter().collect::<Vec<_>>());
    let plain = plain(&session(), &within.iter().collect::<Vec<_>>()).expect("content");
    assert_eq!(token::clear(&frozen["content"], &names), plain);
    // printf 'bandeng name 1\n0123456789abcdef0123456789abcdef\n吴国良' | sha256sum
    assert_eq!(
        frozen["content"]["seats"][0]["mark"],
        "a5633e307da7e59bc4af0bd665eb7e9b41c216dfbed1ad9aab1bb38009c5e0f8"
    );
}

fn sound(frozen: &Value) {
    // read back from the file: what a browser or a database makes of it
    let content = &frozen["content"];
    assert_eq!(frozen["canonical"], seal::canonical(content).as_str());
    assert_eq!(frozen["digest"], seal::digest(content).as_str());
    let text = frozen["canonical"].as_str().expect("a text");
    let again: Value = form::parse(text).expect("the canonical text is JSON");
    assert_eq!(&again, content);
}

#[test]
fn a_seal_is_a_digest_that_anybody_can_make_with_a_tool_of_their_own() {
    // printf 'bandeng seal 1\n{}' | sha256sum, and the same of the chain
    let empty = seal::digest(&json!({}));
    assert_eq!(empty, "67ae825baa8b959eefa77cb8227e686c394166717fe2e537093822f815568a21");
    assert_eq!(
        seal::chain("", &empty),
        "023611cbf06ba4fe55e74066141bd6cf7c9ed3c3af389ca551695d1146e2be5d"
    );
    assert_eq!(
        seal::code("00000000000fffff000000000000000000000000000000000000000000000000").as_deref(),
        Some("22222222")
    );
    assert_eq!(seal::code(&"f".repeat(64)).as_deref(), Some("ZZZZZZZZ"));
    for none in ["", "zz", "+123456789", &"F".repeat(64), "0123456789"] {
        assert_eq!(seal::code(none), None, "{none}");
    }
}

#[test]
fn a_map_that_was_filled_otherwise_has_the_same_text() {
    let forth: BTreeMap<&str, Value> =
        [("a", json!([1, {"y": 1, "x": null}])), ("b", json!("é\u{1}"))].into();
    let back: Vec<_> =
        forth.iter().rev().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let [forth, back] = [json!(forth), Value::Object(back.into_iter().collect())];
    assert_eq!(seal::canonical(&forth), "{\"a\":[1,{\"x\":null,\"y\":1}],\"b\":\"é\\u0001\"}");
    assert_eq!(seal::canonical(&forth), seal::canonical(&back));
}

#[test]
fn a_seat_with_its_salt_and_a_seal_with_its_names_never_change() {
    let seat = Seat {
        name: "姜月仙".into(),
        role: Role::Villager,
        label: None,
        group: None,
        person: None,
        duty: None,
        remote: false,
        order: 0,
        salt: Some("0123456789abcdef0123456789abcdef".into()),
    };
    let line = "{\"do\":\"session\",\"name\":\"姜月仙\",\"order\":0,\"role\":\"villager\",\
        \"salt\":\"0123456789abcdef0123456789abcdef\",\"step\":\"seat\"}";
    hold(line, &[domain::Act::from(SessionAct::Seat(seat))]);
    let named = Named { name: Some("姜月仙".into()), salt: Some("ab".into()), instead: None };
    let mut erased = named.clone();
    erased.erase("村民");
    let seal = Seal {
        content: json!({"format": 2}),
        digest: "0f".repeat(32),
        code: "23456789".into(),
        signed: Vec::new(),
        by: id(12),
        at: AT,
        number: Some(1),
        prev: Some(String::new()),
        chain: Some("0e".repeat(32)),
        names: vec![named, erased],
        struck: Some(AT),
    };
    let line = format!(
        "{{\"content\":{{\"format\":2}},\"digest\":\"{}\",\"code\":\"23456789\",\"signed\":[],\
          \"by\":\"{}\",\"at\":{AT},\"number\":1,\"prev\":\"\",\"chain\":\"{}\",\
          \"names\":[{{\"name\":\"姜月仙\",\"salt\":\"ab\"}},{{\"instead\":\"村民\"}}],\"struck\":{AT}}}",
        "0f".repeat(32),
        id(12),
        "0e".repeat(32),
    );
    hold(&line, &[seal]);
}
