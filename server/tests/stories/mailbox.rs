//! A rating by the code of a session, which anybody may have: it waits for a look, and counts once a cadre has taken it
//! over.

use domain::follow::{
    FollowAct,
    rating::{Rate, Way},
};
use domain::{Change, Id, Kind, Scope};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::editions::{founded, weight};
use crate::evening::{Crew, V};
use crate::leaflet::{NASTY, Page, fill, fill_from, open};
use crate::phone::Phone;
use crate::verify::sealed;
use crate::village::{CHEN, SHANGFENG, SHI};

const DRAFTS: Scope = Scope::Draft(SHANGFENG);

/// Something that was promised in a sealed session, done by the secretary and checked; gives its page.
async fn promised(crew: &mut Crew) -> (Id, String) {
    founded(crew).await;
    let (_, seal) = sealed(crew, "北渠").await;
    let action = sqlx::query_scalar("select id from record where kind = 'action'");
    let action: Id = action.fetch_one(crew.village.pool()).await.unwrap();
    let path = format!("/s/{}/rate/{action}", seal.code);
    open(&crew.village, &path).await.has(&["这会儿不评"]).hasnt(&["<form method=\"post\">"]);
    open(&crew.village, &format!("/s/{}", seal.code)).await.hasnt(&["/rate/"]);
    let mut shi = crew.village.phone(SHI).await;
    let finish = FollowAct::Finish { words: "清到底了".into() };
    crew.does(&mut shi, action, vec![FollowAct::Accept, finish]).await;
    let mut chen = crew.village.phone(CHEN).await;
    crew.does(&mut chen, action, vec![FollowAct::Check { ok: true, words: None }]).await;
    open(&crew.village, &format!("/s/{}", seal.code)).await.has(&[&path]);
    (action, path)
}

async fn rates(crew: &Crew, path: &str, boxes: &[(&str, &str)]) -> Page {
    let ticket = open(&crew.village, path).await.ticket();
    fill(&crew.village, path, &[&[("ticket", &*ticket)], boxes].concat()).await
}

pub(crate) async fn letters(crew: &Crew) -> Vec<(Id, String, Value)> {
    sqlx::query_as("select id, scope, fields from record where kind = 'letter' order by at, id")
        .fetch_all(crew.village.pool())
        .await
        .unwrap()
}

async fn ratings(crew: &Crew, action: Id) -> Vec<Value> {
    crew.fields(action).await["ratings"].as_array().cloned().unwrap_or_default()
}

/// What a cadre does to take a letter over.
fn over(phone: &mut Phone, action: Id, letter: Id) -> [Change; 2] {
    let rate = Rate {
        heard: Some(true),
        words: Some("通了，谢谢".into()),
        name: Some("扫码村民".into()),
        way: Way::Link,
        letter: Some(letter),
        ..Rate::default()
    };
    [
        phone.change(Kind::Action, action, V, FollowAct::Rate(rate).into()),
        phone.change(Kind::Letter, letter, DRAFTS, FollowAct::Take { action }.into()),
    ]
}

#[sqlx::test]
async fn a_rating_by_the_code_of_a_session_counts_once_somebody_has_looked(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (action, path) = promised(&mut crew).await;
    open(&crew.village, &path).await.has(&["北渠清淤 430 米", "清到底了", "谁都能扫"]).hasnt(&[]);
    let boxes =
        [("result", "satisfied"), ("heard", "yes"), ("words", "通了，谢谢"), ("name", "老周")];
    rates(&crew, &path, &boxes).await.has(&["收到了，谢谢您", "看过以后"]);
    let all = letters(&crew).await;
    let [(letter, scope, fields)] = &all[..] else { panic!("{all:?}") };
    assert_eq!((scope, &fields["fate"]), (&DRAFTS.to_string(), &json!("held")));
    assert!(ratings(&crew, action).await.is_empty());
    open(&crew.village, &path.replace(&format!("/rate/{action}"), "")).await.hasnt(&["通了，谢谢"]);
    // whoever did it does not take it over, nor can it be put in other words
    let mut shi = crew.village.phone(SHI).await;
    let change = over(&mut shi, action, *letter);
    assert_eq!(shi.push(&change).await, "refused: own_deed\n".repeat(2));
    let mut chen = crew.village.phone(CHEN).await;
    let mut change = over(&mut chen, action, *letter);
    let act = Rate {
        way: Way::Link,
        name: Some("扫码村民".into()),
        letter: Some(*letter),
        ..Rate::default()
    };
    change[0].act = FollowAct::Rate(act).into();
    assert_eq!(chen.push(&change[..1]).await, "refused: wrong_value\n");
    let mut wu = crew.village.phone(crate::evening::WU).await;
    let change = over(&mut wu, action, *letter);
    assert_eq!(wu.push(&change).await, "ok\nok\n");
    // another cadre did the same without a signal
    let change = over(&mut chen, action, *letter);
    assert_eq!(chen.push(&change).await, "ok\nok\n");
    let all = ratings(&crew, action).await;
    assert_eq!(all.len(), 1);
    for (field, value) in
        [("way", json!("link")), ("letter", json!(letter)), ("words", json!("通了，谢谢"))]
    {
        assert_eq!(all[0][field], value);
    }
    assert_eq!(letters(&crew).await[0].2["fate"], json!("taken"));
}

#[sqlx::test]
async fn a_rating_that_cannot_be_taken_is_told_at_its_field(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (action, path) = promised(&mut crew).await;
    let long = format!("{NASTY}{}", "长".repeat(2_000));
    for (boxes, says) in [
        (vec![("words", "有话")], "先选一个"),
        (vec![("result", "great"), ("words", "有话")], "先选一个"),
        (vec![("result", "not"), ("name", "有话")], "差在哪里"),
        (vec![("result", "satisfied"), ("words", &*long), ("name", "有话")], "请压到两千字以内"),
        (vec![("result", "satisfied"), ("words", "有话"), ("trap", "x")], "有一格要空着"),
    ] {
        let page = rates(&crew, &path, &boxes).await;
        assert_eq!(page.status, 422, "{says}");
        page.has(&[says, "有话"]).hasnt(&[]);
    }
    assert!(letters(&crew).await.is_empty());
    // twice the same form is one letter
    let ticket = open(&crew.village, &path).await.ticket();
    let boxes = [("ticket", &*ticket), ("result", "not"), ("words", NASTY), ("name", NASTY)];
    let page = fill(&crew.village, &path, &boxes).await;
    page.has(&["收到了"]).hasnt(&[]);
    fill(&crew.village, &path, &boxes).await.has(&["没有再记一遍"]);
    assert_eq!(letters(&crew).await.len(), 1);
    // another site, another action, another code
    let foreign = [("origin", "https://evil.example")];
    assert_eq!(fill_from(&crew.village, &path, &boxes, &foreign).await.status, 403);
    for elsewhere in [
        path.replace(&action.to_string(), &Id::now_v7().to_string()),
        path.replace("/s/", "/s/2345"),
        format!("/s/2345ABCD/rate/{action}"),
    ] {
        assert_eq!(open(&crew.village, &elsewhere).await.status, 404);
        assert_eq!(fill(&crew.village, &elsewhere, &boxes).await.status, 404);
    }
    for lang in ["zh-CN", "en"] {
        for encoding in ["br", "gzip"] {
            let path = format!("{path}?lang={lang}");
            let weight = weight(&crew.village, &path, encoding).await;
            println!("{path} {encoding}: {weight} bytes");
            assert!(weight <= 14 * 1024, "{path} {encoding}: {weight}");
        }
    }
    for _ in 0..40 {
        rates(&crew, &path, &[("result", "satisfied")]).await;
    }
    assert_eq!(rates(&crew, &path, &[("result", "satisfied")]).await.status, 429);
}

#[sqlx::test]
async fn no_phone_writes_a_letter(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (action, path) = promised(&mut crew).await;
    rates(&crew, &path, &[("result", "satisfied")]).await;
    let letter = letters(&crew).await[0].0;
    let write = domain::follow::letter::Write { action: Some(action), ..Default::default() };
    let write = domain::follow::letter::Write {
        result: Some(domain::follow::Satisfaction::Satisfied),
        ..write
    };
    let forged =
        crew.chen.change(Kind::Letter, Id::now_v7(), DRAFTS, FollowAct::Write(write).into());
    assert_eq!(crew.chen.push(&[forged]).await, "refused: not_the_person\n");
    let mut wang = crew.village.phone(crate::village::WANG).await;
    let take = wang.change(Kind::Letter, letter, DRAFTS, FollowAct::Take { action }.into());
    assert_eq!(wang.push(&[take]).await, "refused: not_a_member\n");
}
