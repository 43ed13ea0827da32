//! Two that are one: a person who was entered twice, an issue that another village's carries on. Whoever says so first,
//! nothing goes in a circle.

use domain::{
    Act, Form, Id, Kind, Record, Refusal, Role, Scope, Standing,
    form::Value,
    place::{Level, Person, Place},
    refusal::Apart,
    sync::authority::{Over, Stamps, go_over},
};
use proptest::{collection::vec, prelude::*};

use crate::{
    cast::{CHEN, JIANG, LAMP, NOW, SHANGFENG, VILLAGE, WU, change, id, lamp_at, who},
    courier::Office,
};

const DISTRICT: Id = id(9);
const REGION: Scope = Scope::Region(DISTRICT);
/// 古岙村, downstream of the same brook.
const GUAO: Id = id(2);
/// A village of another district.
const BEYOND: Id = id(3);
/// 唐守林, entered three times.
const TANG: [Id; 3] = [id(41), id(42), id(43)];

fn apart(why: Apart) -> Refusal {
    Refusal::Apart { why }
}

fn says(record: &mut Record, field: &str, value: impl Into<Value>) {
    record.fields.insert(field.to_owned(), value.into());
}

fn lies(office: &mut Office, record: Record) {
    office.rows.insert(record.id, (Record { rev: 1, ..record }, Stamps::new()));
}

fn tang(id: Id, scope: Scope) -> Record {
    let person = Person { name: "唐守林".into(), role: Some(Role::Expert), ..Person::default() };
    let mut record = Record::blank(Kind::Person, id, scope);
    person.form().as_object().into_iter().flatten().for_each(|(field, value)| {
        says(&mut record, field, value.clone());
    });
    record
}

/// The district with two villages, and one beyond it, whose office is the same person's.
fn district() -> Office {
    let mut office = Office::of_shangfeng();
    for (village, region) in [(SHANGFENG, DISTRICT), (GUAO, DISTRICT), (BEYOND, id(8))] {
        let place = Place { name: "村".into(), level: Level::Village, ..Place::default() };
        let mut record = Record::blank(Kind::Place, village, Scope::Region(region));
        says(&mut record, "name", place.name);
        lies(&mut office, record);
    }
    let held = [SHANGFENG, GUAO, BEYOND].map(|village| (Role::Office, Scope::Village(village)));
    let regions = [DISTRICT, id(8)].map(|region| (Role::Office, Scope::Region(region)));
    office.admit(who(WU, &[&held[..], &regions[..]].concat()));
    TANG.iter().for_each(|id| lies(&mut office, tang(*id, REGION)));
    office
}

fn unite(office: &mut Office, double: Id, into: Id) -> Result<bool, Refusal> {
    let scope = office.rows[&double].0.scope;
    let change = change(1, Kind::Person, double, scope, Act::Unite { into });
    office.judge(WU, &change).map(|accepted| accepted.is_some())
}

#[test]
fn a_double_is_struck_and_says_who_carries_on() {
    let mut office = district();
    assert_eq!(unite(&mut office, TANG[0], TANG[1]), Ok(true));
    let (double, _) = &office.rows[&TANG[0]];
    assert!(double.gone && double.link("into") == Some(TANG[1]) && double.rev == 2);
    assert_eq!(double.text("name"), Some("唐守林"), "an old phone shows who was struck");
    // another phone of the office said the same without a signal
    assert_eq!(unite(&mut office, TANG[0], TANG[1]), Ok(false));
    let gone = Refusal::Gone { by: Some(WU), at: Some(NOW + 1) };
    assert_eq!(unite(&mut office, TANG[0], TANG[2]), Err(gone));
}

#[test]
fn nobody_is_made_one_with_whom_they_cannot_be() {
    let mut office = district();
    lies(&mut office, tang(id(44), Scope::Village(BEYOND)));
    lies(&mut office, tang(id(45), Scope::Village(GUAO)));
    lies(&mut office, Record { id: id(46), ..lamp_at(Standing::Posted) });
    for (into, refusal) in [
        (TANG[0], Refusal::IntoItself),
        (id(44), apart(Apart::Region)),
        (id(46), Refusal::WrongKind),
    ] {
        assert_eq!(unite(&mut office, TANG[0], into), Err(refusal));
    }
    assert_eq!(unite(&mut office, id(45), TANG[0]), Ok(true), "a village's is the region's");
    assert_eq!(unite(&mut office, TANG[1], TANG[0]), Ok(true));
    let gone = Refusal::Gone { by: Some(WU), at: Some(NOW + 1) };
    assert_eq!(
        unite(&mut office, TANG[2], TANG[1]),
        Err(gone.clone()),
        "who is gone carries on nobody"
    );
    assert_eq!(unite(&mut office, TANG[0], TANG[1]), Err(gone));
}

#[test]
fn what_was_the_doubles_goes_over_and_what_is_done_with_stays() {
    let (double, into) = (tang(TANG[0], REGION), TANG[1]);
    let over = Over { double: &double, into, by: WU, at: NOW };
    let of = |kind: Kind, fields: &[(&str, Value)]| {
        let mut record = Record::blank(kind, id(60), VILLAGE);
        fields.iter().for_each(|(field, value)| says(&mut record, field, value.clone()));
        record
    };
    let (his, state) = (Value::from(TANG[0].to_string()), |word: &str| Value::from(word));
    for (kind, fields, goes) in [
        (Kind::Seat, vec![("person", his.clone())], Some("person")),
        (Kind::Action, vec![("lead", his.clone()), ("state", state("doing"))], Some("lead")),
        (Kind::Action, vec![("lead", his.clone()), ("state", state("closed"))], None),
        (Kind::Person, vec![("into", his.clone())], Some("into")),
        (Kind::Seat, vec![("person", Value::from(TANG[2].to_string()))], None),
        (Kind::Term, vec![("person", his)], None),
    ] {
        let (mut record, mut stamps) = (of(kind, &fields), Stamps::new());
        let before = record.clone();
        let lost = go_over(&mut record, &mut stamps, over);
        let Some(field) = goes else {
            assert!(lost.is_none() && record == before, "{before:?}");
            continue;
        };
        assert_eq!(record.link(field), Some(into));
        assert_eq!((record.rev, record.by, record.at), (before.rev + 1, Some(WU), NOW));
        assert_eq!(stamps.get(field).map(|stamp| stamp.by), Some(WU));
        assert_eq!(
            lost.map(|lost| lost.len()),
            Some(1),
            "what was written over is told in its past"
        );
    }
}

#[test]
fn an_entry_is_given_what_it_has_no_word_on() {
    let mut double = tang(TANG[0], REGION);
    says(&mut double, "note", "林科院");
    says(&mut double, "past", "看过竹山");
    says(&mut double, "knows", vec!["forestry", "plant_care"]);
    let mut entry = tang(TANG[1], REGION);
    says(&mut entry, "note", "省林科院");
    says(&mut entry, "knows", vec!["forestry", "林下"]);
    let over = Over { double: &double, into: TANG[1], by: WU, at: NOW };
    let mut elsewhere = Record { scope: Scope::Village(GUAO), ..entry.clone() };
    assert!(go_over(&mut entry, &mut Stamps::new(), over).is_some());
    assert_eq!((entry.text("note"), entry.text("past")), (Some("省林科院"), Some("看过竹山")));
    assert_eq!(entry.fields["knows"], Value::from(vec!["forestry", "林下", "plant_care"]));
    // what a region's directory says is for the region, and what a village's says for the village
    assert!(go_over(&mut elsewhere, &mut Stamps::new(), over).is_none());
}

fn brook(village: Id, name: Id, standing: Standing) -> Record {
    let mut record = lamp_at(standing);
    says(&mut record, "village", village.to_string());
    Record { id: name, scope: Scope::Village(village), ..record }
}

fn merge(office: &mut Office, by: Id, from: Id, into: Id) -> Result<(), Refusal> {
    let scope = office.rows[&from].0.scope;
    let change = change(1, Kind::Issue, from, scope, Act::Merge { into });
    office.judge(by, &change).map(|_| ())
}

#[test]
fn an_issue_of_the_next_village_carries_on_what_the_public_may_read() {
    for standing in Standing::ALL.into_iter().filter(|standing| *standing != Standing::Merged) {
        let mut office = district();
        lies(&mut office, brook(SHANGFENG, LAMP, Standing::Triaged));
        lies(&mut office, brook(GUAO, id(22), standing));
        let told = merge(&mut office, WU, LAMP, id(22));
        if standing.posted() {
            assert_eq!(told, Ok(()), "{standing:?}");
            let (merged, _) = &office.rows[&LAMP];
            assert_eq!(merged.link("merged_into"), Some(id(22)));
            assert_eq!(merged.link("merged_village"), Some(GUAO));
        } else {
            assert_eq!(told, Err(apart(Apart::Hidden)), "{standing:?}");
        }
    }
}

#[test]
fn only_the_office_says_so_and_only_within_its_region() {
    let mut office = district();
    lies(&mut office, brook(SHANGFENG, LAMP, Standing::Triaged));
    lies(&mut office, brook(GUAO, id(22), Standing::Posted));
    lies(&mut office, brook(BEYOND, id(23), Standing::Posted));
    lies(&mut office, brook(SHANGFENG, id(24), Standing::Lead));
    // a recorder who works in both villages reads both
    let both = [SHANGFENG, GUAO].map(|village| (Role::Recorder, Scope::Village(village)));
    office.admit(who(CHEN, &both));
    let refused = Refusal::NotYourPart { needs: vec![Role::Office] };
    assert_eq!(merge(&mut office, CHEN, LAMP, id(22)), Err(refused));
    assert_eq!(merge(&mut office, CHEN, LAMP, id(24)), Ok(()), "in one village it is as it was");
    assert_eq!(office.rows[&LAMP].0.link("merged_village"), None);
    assert!(merge(&mut office, JIANG, id(24), LAMP).is_err());
    assert_eq!(merge(&mut office, WU, id(24), id(23)), Err(apart(Apart::Region)));
    assert_eq!(merge(&mut office, WU, id(24), LAMP), Err(apart(Apart::Joined)));
}

/// Follows a field from record to record; nothing if it never ends.
fn end(office: &Office, from: Id, field: &str) -> Option<Id> {
    let mut at = from;
    for _ in 0..office.rows.len() {
        match office.rows[&at].0.link(field) {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    None
}

proptest! {
    #[test]
    fn whatever_two_phones_of_the_office_say_in_whatever_order_nothing_goes_in_a_circle(
        said in vec((any::<bool>(), 0..4_usize, 0..4_usize), 0..12)
    ) {
        let mut office = district();
        lies(&mut office, tang(id(44), REGION));
        let people = [TANG[0], TANG[1], TANG[2], id(44)];
        let issues = [id(51), id(52), id(53), id(54)];
        for (n, issue) in issues.into_iter().enumerate() {
            let village = if n % 2 == 0 { SHANGFENG } else { GUAO };
            let standing = if n < 2 { Standing::Triaged } else { Standing::Drafted };
            lies(&mut office, brook(village, issue, standing));
        }
        let mut taken = 0;
        for (person, from, into) in said {
            let told = if person {
                unite(&mut office, people[from], people[into])
            } else {
                merge(&mut office, WU, issues[from], issues[into]).map(|()| true)
            };
            taken += usize::from(told == Ok(true));
        }
        let joined = |(record, _): &&(Record, Stamps)| {
            record.gone || record.text("standing") == Some("merged")
        };
        prop_assert_eq!(office.rows.values().filter(joined).count(), taken, "what is refused does nothing");
        for person in people {
            let last = end(&office, person, "into");
            prop_assert!(last.is_some_and(|last| !office.rows[&last].0.gone));
        }
        for issue in issues {
            let last = end(&office, issue, "merged_into");
            prop_assert!(last.is_some_and(|last| office.rows[&last].0.text("standing") != Some("merged")));
        }
    }
}
