//! What is known of people, as it lies in their records, and who could help, as the server tells it.

use domain::{
    Category, Kind, Role,
    expertise::{Entry, Manner},
    matching::{Asked, Need, Needs, Reason, Suggestion, Suggestions, Times},
    place::Person,
};

use crate::{hold, id};

#[test]
fn an_entry_keeps_its_form() {
    let person = Person {
        name: "沈佩文".into(),
        note: Some("给排水工程师".into()),
        group: None,
        role: Some(Role::Member),
    };
    let full = Entry {
        person: person.clone(),
        knows: vec!["plumbing".into(), "化粪池".into()],
        places: vec![id(2)],
        tongues: Some("本地话".into()),
        manner: Some(Manner::Phone),
        past: Some("做过三个村的接户".into()),
        away: true,
    };
    // a person without an entry is read as one who has said nothing yet
    hold(include_str!("expert_entries.json"), &[full, Entry { person, ..Entry::default() }]);
}

fn suggestion() -> Suggestion {
    Suggestion {
        person: id(11),
        name: "沈佩文".into(),
        role: Some(Role::Member),
        note: Some("给排水工程师".into()),
        manner: Some(Manner::Link),
        reasons: vec![
            Reason::Knows { word: "plumbing".into() },
            Reason::Category { word: "化粪池".into() },
            Reason::Words { words: "污水管".into() },
            Reason::Lives { place: id(2) },
            Reason::Place { place: id(3) },
            Reason::Past { category: Category::Living, times: 2 },
        ],
        asked: 2,
    }
}

#[test]
fn suggestions_keep_their_form() {
    let bare = Suggestion {
        role: None,
        note: None,
        manner: None,
        reasons: vec![],
        asked: 0,
        ..suggestion()
    };
    let samples = [Suggestions { people: vec![suggestion(), bare] }, Suggestions::default()];
    hold(include_str!("suggestions.json"), &samples);
}

#[test]
fn needs_keep_their_form() {
    let session = Need {
        about: id(21),
        kind: Kind::Session,
        village: id(1),
        title: "污水管接户".into(),
        households: None,
        on: Some(1_775_000_000_000),
        best: None,
    };
    let issue = Need { kind: Kind::Issue, households: Some(28), on: None, ..session.clone() };
    hold(include_str!("needs.json"), &[Needs { needs: vec![session, issue], more: 3 }]);
    let asked = Asked { people: vec![Times { person: id(11), times: 2 }] };
    hold(include_str!("asked.json"), &[asked]);
}
