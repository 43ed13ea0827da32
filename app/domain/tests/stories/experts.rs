//! 懂行: what somebody of the directory can help with, who may write it, and what may not stand there.

use domain::{
    Act, Id, Kind, Record, Refusal, Role, Scope, apply,
    expertise::{Entry, Field, KNOWS, Manner, PLACES, Profess, WORD},
    may,
    place::Person,
};

use crate::cast::{CHEN, JIANG, NOW, VILLAGE, change, edit, id, who};

const REGION: Scope = Scope::Region(id(9));

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn knows(these: &[&str]) -> Act {
    Act::Profess(Profess { knows: words(these), ..Profess::default() })
}

/// 姜月仙, in the region's directory.
fn jiang() -> Record {
    let person = Person { name: "姜月仙".into(), role: Some(Role::Member), ..Person::default() };
    let act = Act::Introduce(person);
    let begun = apply(None, &change(1, Kind::Person, JIANG, REGION, act), CHEN, NOW);
    begun.expect("she can be entered").record
}

fn does(record: &Record, act: Act) -> Result<Record, Refusal> {
    let change = change(2, Kind::Person, record.id, record.scope, act);
    apply(Some(record), &change, CHEN, NOW).map(|applied| applied.record)
}

fn after(acts: impl IntoIterator<Item = Act>) -> Entry {
    let told = acts.into_iter().try_fold(jiang(), |record, act| does(&record, act));
    told.and_then(|record| record.read().map_err(|_| Refusal::Malformed)).expect("it is an entry")
}

#[test]
fn a_word_is_added_and_taken_out_and_the_others_stay() {
    let entry = after([
        knows(&["plumbing", " 化粪池 "]),
        knows(&["plumbing", "roads"]),
        Act::Profess(Profess { forgets: words(&["roads", "never"]), ..Profess::default() }),
    ]);
    assert_eq!(entry.knows, ["plumbing", "化粪池"]);
    assert_eq!(entry.person.name, "姜月仙");
}

#[test]
fn two_who_add_at_once_have_both_added() {
    let one = after([knows(&["roads"]), knows(&["渡口"])]);
    let other = after([knows(&["渡口"]), knows(&["roads"])]);
    assert_eq!((one.knows.len(), other.knows.len()), (2, 2));
}

#[test]
fn who_knows_nothing_any_more_has_no_list() {
    let (here, gone) = (vec![id(2)], words(&["roads"]));
    let entered = Profess { knows: gone.clone(), places: here.clone(), ..Profess::default() };
    let left = Profess { forgets: gone, leaves: here, ..Profess::default() };
    let record =
        does(&jiang(), Act::Profess(entered)).and_then(|record| does(&record, Act::Profess(left)));
    let record = record.expect("it can be taken out");
    assert!(!record.fields.contains_key("knows") && !record.fields.contains_key("places"));
}

#[test]
fn the_rest_is_written_field_by_field() {
    let entry = after([
        edit("tongues", "", "本地话、普通话"),
        edit("manner", "", "link"),
        edit("past", "", "修过三处错车道"),
        edit("away", false, true),
    ]);
    assert_eq!(entry.tongues.as_deref(), Some("本地话、普通话"));
    assert_eq!((entry.manner, entry.away), (Some(Manner::Link), true));
    assert_eq!(entry.past.as_deref(), Some("修过三处错车道"));
    assert!(!after([edit("away", false, true), edit("away", true, false)]).away);
}

#[test]
fn there_is_no_number_to_ring_in_an_entry() {
    let wrong = |field: &str| Err(Refusal::WrongValue { field: field.into() });
    for number in ["电话 0579 1234 567", "１３８００００００００", "138-0000-0000"] {
        assert_eq!(does(&jiang(), edit("past", "", number)).map(|_| ()), wrong("past"), "{number}");
        assert_eq!(does(&jiang(), edit("tongues", "", number)).map(|_| ()), wrong("tongues"));
    }
    assert_eq!(does(&jiang(), knows(&["13800000000"])).map(|_| ()), wrong("knows"));
    assert!(does(&jiang(), edit("past", "", "2019 到 2024 年修过 620 米路")).is_ok());
}

#[test]
fn an_entry_has_an_end() {
    let long = "长".repeat(WORD + 1);
    let refused = does(&jiang(), knows(&[&long])).map(|_| ());
    assert_eq!(refused, Err(Refusal::TooLong { field: "knows".into(), max: WORD }));
    let refused = does(&jiang(), knows(&[" "])).map(|_| ());
    assert_eq!(refused, Err(Refusal::Empty { field: "knows".into() }));
    let many: Vec<String> = (0..=KNOWS).map(|n| format!("第{n}样")).collect();
    let refused = does(&jiang(), Act::Profess(Profess { knows: many, ..Profess::default() }));
    assert_eq!(refused.map(|_| ()), Err(Refusal::TooMany { field: "knows".into(), max: KNOWS }));
    let places: Vec<Id> = (0..=PLACES).map(|n| id(n as u128 + 100)).collect();
    let refused = does(&jiang(), Act::Profess(Profess { places, ..Profess::default() }));
    assert_eq!(refused.map(|_| ()), Err(Refusal::TooMany { field: "places".into(), max: PLACES }));
    let refused = does(&jiang(), edit("manner", "", "pigeon")).map(|_| ());
    assert_eq!(refused, Err(Refusal::WrongValue { field: "manner".into() }));
}

#[test]
fn it_lies_with_the_region_and_beside_a_person() {
    let here = Record { scope: VILLAGE, ..jiang() };
    let refused = does(&here, knows(&["roads"])).map(|_| ());
    assert_eq!(refused, Err(Refusal::WrongValue { field: "scope".into() }));
    let place = Record { kind: Kind::Place, ..jiang() };
    let change = change(2, Kind::Place, place.id, place.scope, knows(&["roads"]));
    assert_eq!(apply(Some(&place), &change, CHEN, NOW), Err(Refusal::WrongKind));
    let change = domain::Change { kind: Kind::Person, ..change };
    assert_eq!(apply(None, &change, CHEN, NOW), Err(Refusal::NoSuchRecord));
}

#[test]
fn experts_and_members_speak_for_themselves_and_for_nobody_else() {
    let asks = |person, role, act: &Act| {
        let change = change(2, Kind::Person, JIANG, REGION, act.clone());
        may(&who(person, &[(role, REGION)]), &change, Some(&jiang())).is_ok()
    };
    for role in Role::ALL {
        let own = matches!(role, Role::Member | Role::Expert | Role::Office);
        assert_eq!(asks(JIANG, role, &knows(&["roads"])), own, "{role:?}");
        assert_eq!(asks(JIANG, role, &edit("manner", "", "phone")), own, "{role:?}");
        let office = role == Role::Office;
        assert_eq!(asks(CHEN, role, &knows(&["roads"])), office, "{role:?}");
        assert_eq!(asks(JIANG, role, &edit("role", "member", "expert")), office, "{role:?}");
    }
}

#[test]
fn each_field_of_the_catalogue_has_one_word() {
    let all: Vec<Field> = Field::all().collect();
    for field in &all {
        assert_eq!(Field::of(field.as_str()), Some(*field));
        assert_eq!(domain::Form::form(field), field.as_str());
    }
    let mut once = all.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), all.len());
    assert_eq!(Field::of("化粪池"), None);
}
