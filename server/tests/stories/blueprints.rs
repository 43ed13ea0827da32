//! The blueprint on the server: what is kept of a year is what the phone saw, and what is known of a village is told by
//! its last value.

use domain::follow::{Section, blueprint_of, version::Version, version_of};
use domain::{Act, Change, FollowAct, Form, Id, Kind, SessionAct};
use serde_json::json;
use sqlx::PgPool;

use crate::evening::{Crew, V};
use crate::handset::Handset;
use crate::phone::Phone;
use crate::village::{SHANGFENG, SHI};

fn sketch(phone: &mut Phone, words: &str, section: Section, cites: Vec<Id>) -> Change {
    let (words, words_en, first, why) = (words.to_owned(), None, None, None);
    let sketch = FollowAct::Sketch { section, words, words_en, first, cites, why };
    phone.change(Kind::Line, Id::now_v7(), V, sketch.into())
}

fn know(phone: &mut Phone, name: &str, value: &str) -> Change {
    let (name, value) = (name.to_owned(), value.to_owned());
    let know = SessionAct::Know { name, value, of: None, source: Some("村委会台账".into()) };
    phone.change(Kind::Fact, Id::now_v7(), V, know.into())
}

fn freeze(phone: &mut Phone, year: u32) -> Change {
    let freeze = FollowAct::Freeze { year };
    phone.change(Kind::Version, version_of(SHANGFENG, year), V, freeze.into())
}

/// A village with a blueprint of two lines, and two values of one fact.
async fn drawn(crew: &mut Crew) {
    let evening = crew.planned("先干哪三件").await;
    let chen = &mut crew.chen;
    let plan = blueprint_of(SHANGFENG);
    let vision = Act::Edit {
        field: "vision".into(),
        from: json!(null),
        to: json!("老街有人气\n晚上有灯亮"),
    };
    let changes = [
        chen.change(Kind::Blueprint, plan, V, FollowAct::Envision.into()),
        chen.change(Kind::Blueprint, plan, V, vision),
        sketch(chen, "路灯 12 盏，装在转弯头", Section::Living, vec![evening.id]),
        sketch(chen, "枫溪小食先合做一样", Section::Industry, Vec::new()),
        know(chen, "户数", "412 户"),
        know(chen, "户数", "415 户"),
    ];
    crew.writes(&changes).await;
}

#[sqlx::test]
async fn a_year_is_kept_as_the_phone_saw_it(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    drawn(&mut crew).await;
    // what the secretary's phone would keep, before the server has said a word
    let mut phone = Handset::new(&crew.village.app, SHI, &crew.shi.cookie);
    phone.catch_up().await;
    let id = version_of(SHANGFENG, 2026);
    phone.act(Kind::Version, id, V, FollowAct::Freeze { year: 2026 }.into()).unwrap();
    let shown: Version = phone.replica.view()[&id].read().unwrap();
    phone.catch_up().await;
    let kept = Version::read(crew.fields(id).await).unwrap();
    assert_eq!(
        (&kept.vision, &kept.lines, &kept.facts),
        (&shown.vision, &shown.lines, &shown.facts)
    );
    assert_eq!(kept.lines.len(), 2);
    assert_eq!(kept.facts.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>(), ["415 户"]);
    assert!(phone.astray().await.is_empty());
    // and once
    let again = freeze(&mut crew.shi, 2026);
    assert_eq!(crew.shi.push(&[again]).await, "refused: already_there\n");
    let theirs = freeze(&mut crew.chen, 2027);
    assert_eq!(crew.chen.push(&[theirs]).await, "refused: not_your_part\n");
}

#[sqlx::test]
async fn what_is_written_in_the_same_letter_is_kept_with_it(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    drawn(&mut crew).await;
    let shi = &mut crew.shi;
    let letter =
        [sketch(shi, "老年食堂分三档", Section::Livelihood, Vec::new()), freeze(shi, 2026)];
    assert_eq!(shi.push(&letter).await, "ok\nok\n");
    let kept = Version::read(crew.fields(version_of(SHANGFENG, 2026)).await).unwrap();
    let words: Vec<_> = kept.lines.iter().map(|line| line.words.as_str()).collect();
    assert_eq!(words, ["枫溪小食先合做一样", "路灯 12 盏，装在转弯头", "老年食堂分三档"]);
    assert_eq!(kept.frozen_by, Some(SHI));
}
