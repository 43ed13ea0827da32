//! 惯例, as they lie in a district's record.

use domain::{
    Act, Category, Change, Custom, Customs, Kind, Record, Scope, apply,
    place::{Level, Place},
    session::{Mode, Part, Topic},
};

use crate::{hold, id};

const NOW: i64 = 1_775_000_000_000;

fn kept() -> Record {
    let district = Place { name: "云溪区".into(), level: Level::District, ..Place::default() };
    let site = Part { topic: Topic::Other, name: Some("看现场".into()), minutes: 10 };
    let parts = vec![Part { minutes: 2, ..Part::default() }, site];
    let lines = vec!["先举手".into(), "不打断".into()];
    let acts = [
        Act::Found(district),
        Custom::Agenda { mode: Mode::A, parts }.into(),
        Custom::Rules { lines }.into(),
        Custom::Drawers { drawers: vec![Category::Road, Category::Living] }.into(),
        Custom::Hints { drawer: Category::Road, words: vec!["便道".into()] }.into(),
    ];
    let said = (0..).zip(acts).fold(None, |record: Option<Record>, (at, act)| {
        let (kind, scope, uuid) = (Kind::Place, Scope::Region(id(4)), id(1001));
        let change = Change { uuid, seq: 1, at: NOW, kind, id: id(4), scope, act, made_on: None };
        apply(record.as_ref(), &change, id(10), NOW + at).ok().map(|applied| applied.record)
    });
    said.expect("it can be said")
}

#[test]
fn customs_keep_their_form() {
    let kept = kept();
    hold(include_str!("customs.json"), std::slice::from_ref(&kept));
    let customs = Customs::of(&kept.fields);
    assert_eq!(customs.own_agenda(Mode::A).len(), 2);
    assert_eq!(customs.rules(), ["先举手", "不打断"]);
    assert_eq!(customs.drawers(), [Category::Road, Category::Living]);
    assert_eq!(customs.hints(Category::Road), ["便道"]);
    let hand = customs.hand(&["drawers", "hints"]).expect("somebody wrote them");
    assert_eq!((&*hand.of, hand.by, hand.at), ("hints", id(10), NOW + 4));
}
