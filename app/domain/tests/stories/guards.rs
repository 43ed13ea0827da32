//! What the domain does not take, from people who err and from phones that are broken.

use domain::{
    Act, Id, Kind, Record, Refusal, Role, Scope,
    act::{Confirmed, Proxy, Raise},
    apply,
    form::Fielded,
    place::{Level, Person, Place},
    session::Around,
};
use serde_json::{Value, json};

use crate::cast::{
    CHEN, DRAFTS, JIANG, LAMP, NOW, SHANGFENG, VILLAGE, attach, change, does, edit, id, lamp,
    lamp_at, on_lamp, said, say, schedule,
};

fn wrong(field: &str) -> Refusal {
    Refusal::WrongValue { field: field.into() }
}

fn empty(field: &str) -> Refusal {
    Refusal::Empty { field: field.into() }
}

fn too_long(field: &str, max: usize) -> Refusal {
    Refusal::TooLong { field: field.into(), max }
}

fn raise(change: impl FnOnce(&mut Raise)) -> Result<Record, Refusal> {
    let mut raise = said();
    change(&mut raise);
    does(None, Act::Raise(raise)).map(|applied| applied.record)
}

fn begin(kind: Kind, scope: Scope, act: Act) -> Result<Record, Refusal> {
    apply(None, &change(1, kind, LAMP, scope, act), JIANG, NOW).map(|applied| applied.record)
}

#[test]
fn an_issue_says_something_and_not_without_end() {
    assert_eq!(raise(|r| r.words = " \u{3000}\n".into()), Err(empty("words")));
    assert_eq!(raise(|r| r.words = "\u{200B}\u{FEFF}".into()), Err(empty("words")));
    assert_eq!(raise(|r| r.words = "灯".repeat(2001)), Err(too_long("words", 2000)));
    assert_eq!(raise(|r| r.title = Some("灯".repeat(201))), Err(too_long("title", 200)));
    assert_eq!(raise(|r| r.title_en = Some("l".repeat(201))), Err(too_long("title_en", 200)));
    assert_eq!(raise(|r| r.households = Some(100_001)), Err(wrong("households")));
    assert_eq!(raise(|r| r.words = "a\0b".into()), Err(wrong("words")));
}

#[test]
fn what_was_said_is_trimmed_and_gets_a_heading() {
    let proxy = Some(Proxy { name: " 姜月仙 ".into(), confirmed: Confirmed::Phone });
    let raised = raise(|r| {
        r.words = "\n 村口的路灯坏了，晚上走不了。 ".into();
        r.title_en = Some(" ".into());
        r.proxy = proxy;
    })
    .expect("it says something");
    assert_eq!(raised.text("words"), Some("村口的路灯坏了，晚上走不了。"));
    assert_eq!((raised.text("title"), raised.text("title_en")), (Some("村口的路灯坏了"), None));
    assert_eq!(raised.fields["proxy"], json!({"name": "姜月仙", "confirmed": "phone"}));
    assert_eq!(
        raise(|r| r.proxy = Some(Proxy { name: " ".into(), confirmed: Confirmed::Face })),
        Err(empty("proxy"))
    );
}

#[test]
fn an_issue_lies_with_its_own_village() {
    let raise = || Act::Raise(said());
    for scope in [VILLAGE, DRAFTS] {
        assert!(begin(Kind::Issue, scope, raise()).is_ok());
    }
    for scope in [Scope::Village(id(2)), Scope::Draft(id(2))] {
        assert_eq!(begin(Kind::Issue, scope, raise()), Err(wrong("village")));
    }
    let elsewhere = [Scope::Region, Scope::Session, Scope::User, Scope::District];
    for scope in elsewhere.map(|scope| scope(SHANGFENG)) {
        assert_eq!(begin(Kind::Issue, scope, raise()), Err(wrong("scope")));
        assert_eq!(begin(Kind::Comment, scope, say("对")), Err(wrong("scope")));
        assert_eq!(begin(Kind::Photo, scope, attach()), Err(wrong("scope")));
    }
}

#[test]
fn places_lie_in_the_region_and_people_there_or_in_a_village() {
    let place =
        |parent| Act::Found(Place { name: " 上枫村 ".into(), parent, ..Place::default() });
    let person = || Act::Introduce(Person { name: "陈素琴".into(), ..Person::default() });
    let region = Scope::Region(id(3));
    let founded = begin(Kind::Place, region, place(None)).expect("it is founded");
    assert_eq!(founded.text("name"), Some("上枫村"));
    assert_eq!(begin(Kind::Place, VILLAGE, place(None)), Err(wrong("scope")));
    assert_eq!(begin(Kind::Place, region, place(Some(LAMP))), Err(wrong("parent")));
    assert!(
        begin(Kind::Person, region, person()).is_ok()
            && begin(Kind::Person, VILLAGE, person()).is_ok()
    );
    assert_eq!(begin(Kind::Person, Scope::User(JIANG), person()), Err(wrong("scope")));
    let unnamed = Act::Introduce(Person { role: Some(Role::Expert), ..Person::default() });
    assert_eq!(begin(Kind::Person, VILLAGE, unnamed), Err(empty("name")));
}

/// The map around somebody who founds a place.
struct Map(Vec<Record>);

impl Around for Map {
    fn record(&self, id: Id) -> Option<&Record> {
        self.0.iter().find(|record| record.id == id)
    }

    fn within(&self, _: Scope) -> Vec<&Record> {
        Vec::new()
    }
}

#[test]
fn a_place_lies_in_what_is_one_size_larger_and_a_region_has_one_district() {
    use Level::{District, Group, Town, Village};
    let (region, elsewhere) = (id(3), Scope::Region(id(4)));
    let levels = [(region, District), (id(5), Town), (id(6), Village), (id(7), Group)];
    let laid = |scope, (id, level): (Id, Level)| {
        let mut record = Record::blank(Kind::Place, id, scope);
        Place { level, ..Place::default() }.put(&mut record.fields);
        record
    };
    let mut map = Map(levels.map(|spot| laid(Scope::Region(region), spot)).to_vec());
    map.0.push(laid(elsewhere, (id(8), Town)));
    map.0.push(Record { gone: true, ..laid(Scope::Region(region), (id(9), Town)) });
    let found = |level, parent: Option<Id>| {
        let act =
            Act::Found(Place { name: "新地方".into(), level, parent, order: 0, name_en: None });
        let change = change(1, Kind::Place, LAMP, Scope::Region(region), act);
        domain::apply_among(None, &change, (JIANG, NOW), &map).map(|_| ())
    };
    for (level, may) in [
        (Town, vec![Some(region), None]),
        (Village, vec![Some(region), Some(id(5)), None]),
        (Group, vec![Some(id(6))]),
    ] {
        // each of the map, itself, and none; in another region, and gone, it lies nowhere
        for parent in
            [region, id(5), id(6), id(7), id(8), id(9), LAMP].map(Some).into_iter().chain([None])
        {
            let expected = if may.contains(&parent) { Ok(()) } else { Err(wrong("parent")) };
            assert_eq!(found(level, parent), expected, "{level:?} {parent:?}");
        }
    }
    // a second district, and another size under the region's own id
    assert_eq!(found(District, None), Err(wrong("level")));
    let district = |level, parent| {
        let act = Act::Found(Place { name: "云溪区".into(), level, parent, ..Place::default() });
        let change = change(1, Kind::Place, region, Scope::Region(region), act);
        apply(None, &change, JIANG, NOW).map(|_| ())
    };
    assert_eq!(district(District, None), Ok(()));
    assert_eq!(district(District, Some(id(5))), Err(wrong("parent")));
    assert_eq!(district(Town, None), Err(wrong("level")));
}

#[test]
fn a_picture_is_a_picture() {
    let with = |sha256: &str, bytes, mime: &str| {
        let act = Act::Attach { issue: LAMP, sha256: sha256.into(), bytes, mime: mime.into() };
        begin(Kind::Photo, VILLAGE, act)
    };
    let sha256 = "0f".repeat(32);
    assert!(with(&sha256, 1, "image/jpeg").is_ok());
    assert_eq!(with(&sha256.to_uppercase(), 1, "image/jpeg"), Err(wrong("sha256")));
    assert_eq!(with("0f", 1, "image/jpeg"), Err(wrong("sha256")));
    assert_eq!(with(&sha256, 0, "image/jpeg"), Err(wrong("bytes")));
    assert_eq!(with(&sha256, 1_000_001, "image/jpeg"), Err(wrong("bytes")));
    assert_eq!(with(&sha256, 1, "image/svg+xml"), Err(wrong("mime")));
}

#[test]
fn an_act_fits_its_kind() {
    assert_eq!(begin(Kind::Comment, VILLAGE, Act::Raise(said())), Err(Refusal::WrongKind));
    assert_eq!(does(Some(&lamp()), Act::Raise(said())), Err(Refusal::AlreadyThere));
    assert_eq!(does(None, Act::Receive), Err(Refusal::NoSuchRecord));
    assert_eq!(does(Some(&lamp()), Act::Withdraw), Err(Refusal::WrongKind));
    let unknown = Record { kind: Kind::Other("poem".into()), ..lamp() };
    assert_eq!(does(Some(&unknown), edit("words", "a", "b")), Err(Refusal::WrongKind));
}

#[test]
fn a_remark_that_was_taken_back_can_be_taken_back_again_but_not_written_on() {
    let remark = begin(Kind::Comment, VILLAGE, say("对")).expect("it is said");
    let gone = does(Some(&remark), Act::Withdraw).expect("it is taken back").record;
    assert!(gone.gone && gone.rev == 2);
    assert_eq!(does(Some(&gone), Act::Withdraw).map(|again| again.record), Ok(gone.clone()));
    assert_eq!(
        does(Some(&gone), edit("words", "对", "不对")),
        Err(Refusal::Gone { by: Some(CHEN), at: Some(NOW) })
    );
}

#[test]
fn an_issue_is_not_merged_into_itself() {
    assert_eq!(does(Some(&lamp()), Act::Merge { into: LAMP }), Err(Refusal::IntoItself));
}

#[test]
fn a_day_lies_in_the_calendar() {
    let posted = lamp_at(domain::Standing::Posted);
    for on in [-1, i64::MAX, 7_258_118_400_000] {
        let act = Act::Schedule { on, place: "祠堂".into(), session: None };
        assert_eq!(does(Some(&posted), act), Err(wrong("on")));
    }
    let nowhere = Act::Schedule { on: NOW, place: " ".into(), session: None };
    assert_eq!(does(Some(&posted), nowhere), Err(empty("where")));
    assert!(does(Some(&posted), schedule()).is_ok());
}

#[test]
fn a_field_takes_only_what_it_can_be() {
    let lamp = lamp_at(domain::Standing::Scheduled);
    let tried = |field: &str, to: Value| {
        let from = lamp.fields.get(field).cloned().unwrap_or_default();
        does(Some(&lamp), Act::Edit { field: field.into(), from, to }).err()
    };
    for (field, to, refused) in [
        ("words", Value::Null, Some(empty("words"))),
        ("words", json!(7), Some(wrong("words"))),
        ("title", json!("  "), Some(empty("title"))),
        ("title_en", json!(" "), None),
        ("category", Value::Null, Some(wrong("category"))),
        ("category", json!("weather"), Some(wrong("category"))),
        ("households", json!(-1), Some(wrong("households"))),
        ("households", json!(2.5), Some(wrong("households"))),
        ("households", json!(100_001), Some(wrong("households"))),
        ("group", json!("东组"), Some(wrong("group"))),
        ("named", json!("yes"), Some(wrong("named"))),
        ("scheduled_on", Value::Null, Some(wrong("scheduled_on"))),
        ("scheduled_on", json!(-1), Some(wrong("scheduled_on"))),
        ("question", json!("灯".repeat(201)), Some(too_long("question", 200))),
    ] {
        assert_eq!(tried(field, to.clone()), refused, "{field} = {to}");
    }
    for field in ["standing", "trail", "number", "raised_by", "village", "poem", "#rev", ""] {
        assert_eq!(tried(field, json!("x")), Some(Refusal::NotEditable { field: field.into() }));
    }
}

#[test]
fn what_a_later_step_will_write_cannot_be_edited_before_it() {
    for (field, to) in [
        ("question", json!("几盏？")),
        ("scheduled_on", json!(NOW)),
        ("scheduled_where", json!("祠堂")),
    ] {
        let refused = does(Some(&lamp()), edit(field, Value::Null, to));
        assert_eq!(refused, Err(Refusal::NotEditable { field: field.into() }));
    }
}

#[test]
fn what_the_writer_says_to_have_seen_can_have_been_there() {
    for from in [json!(["a"]), json!({"a": 1}), json!("a\0"), json!("，".repeat(6001))] {
        assert_eq!(does(Some(&lamp()), edit("words", from, "灯亮了。")), Err(wrong("words")));
    }
}

#[test]
fn a_remark_is_shorter_than_an_issue_also_when_it_is_mended() {
    let long = "对".repeat(1001);
    assert_eq!(begin(Kind::Comment, VILLAGE, say(&long)), Err(too_long("words", 1000)));
    let remark = begin(Kind::Comment, VILLAGE, say("对")).expect("it is said");
    let mended = apply(Some(&remark), &on_lamp(edit("words", "对", long)), CHEN, NOW);
    assert_eq!(mended.map(|applied| applied.record), Err(too_long("words", 1000)));
}
