//! What the sample's experts and members can help with, entered by the office.

use domain::expertise::Profess;
use domain::form::Value;
use domain::{Act, Change, Kind, Scope};

use super::directory::{DISTRICT, SKILLS, Skill, Who, named, place};
use super::matter::{Told, at};

/// All entries.
pub(super) fn told() -> Vec<Told> {
    let acts = SKILLS.iter().flat_map(|skill| acts(skill).into_iter().map(|act| (skill.who, act)));
    let told = (0..).zip(acts).map(|(number, (who, act))| {
        let change = Change {
            uuid: named(11, number),
            seq: 0,
            at: at(9, 25, 10, 0),
            kind: Kind::Person,
            id: who.id(),
            scope: Scope::Region(place(DISTRICT)),
            act,
            made_on: None,
        };
        (Who::LiYuanhang, change)
    });
    told.collect()
}

fn acts(skill: &Skill) -> Vec<Act> {
    let knows = skill.knows.iter().map(|word| (*word).to_owned()).collect();
    let places = skill.places.iter().map(|number| place(*number)).collect();
    let says = ["tongues", "manner", "past"].into_iter().zip(skill.says);
    let says = says.map(|(field, to)| Act::Edit {
        field: field.to_owned(),
        from: Value::Null,
        to: to.into(),
    });
    let entry = Act::Profess(Profess { knows, places, ..Profess::default() });
    [entry].into_iter().chain(says).collect()
}
