//! What is forgotten, and that no copy goes wrong by it.

use domain::sync::{Cursor, PROTO, Pull};
use domain::{Act, Id, Kind, Role, Scope, Sorted};
use server::accounts::member;
use server::sync::compaction::compact;
use server::sync::pull::{self, Room};
use sqlx::PgPool;

use crate::handset::Handset;
use crate::phone::raise;
use crate::village::{CHEN, LI, SHANGFENG, SHI, Village};

const V: Scope = Scope::Village(SHANGFENG);
const D: Scope = Scope::Draft(SHANGFENG);

async fn handset(village: &Village, person: Id) -> Handset {
    let cookie = village.phone(person).await.cookie;
    let mut phone = Handset::new(&village.app, person, &cookie);
    phone.catch_up().await;
    phone
}

/// Somebody who reads the drafts alone: only the marker says that one was published.
async fn reader_of_drafts(village: &Village) -> Handset {
    let mut tx = village.pool().begin().await.unwrap();
    member::withdraw(&mut tx, LI, Role::Office, V).await.unwrap();
    tx.commit().await.unwrap();
    handset(village, LI).await
}

async fn held_back(chen: &mut Handset) -> Id {
    let id = Id::now_v7();
    chen.act(Kind::Issue, id, D, raise(SHANGFENG, "先不说")).unwrap();
    chen.catch_up().await;
    id
}

async fn publish(chen: &mut Handset, id: Id) {
    chen.act(Kind::Issue, id, D, Act::Receive).unwrap();
    chen.catch_up().await;
}

/// So many days pass.
async fn pass(village: &Village, days: i32) {
    let age = sqlx::query("update scope_left set at = at - make_interval(days => $1)");
    age.bind(days).execute(village.pool()).await.unwrap();
}

#[sqlx::test]
async fn a_phone_that_was_away_for_longer_than_is_remembered_reads_the_scope_anew(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut chen, mut shi) = (handset(&village, CHEN).await, handset(&village, SHI).await);
    let mut li = reader_of_drafts(&village).await;
    let (long, lately) = (held_back(&mut chen).await, held_back(&mut chen).await);
    li.catch_up().await;
    assert!(li.replica.view().contains_key(&long));
    publish(&mut chen, long).await;
    pass(&village, 100).await;
    publish(&mut chen, lately).await;
    pass(&village, 100).await;
    assert_eq!(compact(village.pool(), 365).await.unwrap(), 0);
    assert_eq!(compact(village.pool(), 180).await.unwrap(), 1);
    assert_eq!(village.count("select count(*) from scope_left").await, 1);
    assert_eq!(village.count("select floor from scope where id like 'd:%10'").await, 3);
    assert_eq!(compact(village.pool(), 180).await.unwrap(), 0);
    for phone in [&mut chen, &mut shi, &mut li] {
        phone.catch_up().await;
        assert_eq!(phone.astray().await, [""; 0]);
    }
    assert!(!li.replica.view().contains_key(&long) && !li.replica.view().contains_key(&lately));
}

#[sqlx::test]
async fn only_a_cursor_below_the_floor_is_told_everything(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = handset(&village, CHEN).await;
    for _ in 0..3 {
        let id = held_back(&mut chen).await;
        publish(&mut chen, id).await;
    }
    // versions 2, 4 and 6 each took one away
    pass(&village, 200).await;
    held_back(&mut chen).await;
    assert_eq!(compact(village.pool(), 180).await.unwrap(), 3);
    for (held, from) in [(5, None), (6, Some(Cursor::whole(6)))] {
        let cursors = Sorted::from_iter([(D, Cursor::whole(held))]);
        let (build, epoch) = ("test".into(), Some("epoch-one".into()));
        let asked = Pull { proto: PROTO, build, epoch, person: None, client: Id::nil(), cursors };
        let reply = pull::tell(&village.hall, CHEN, &asked, Room::default()).await.unwrap();
        let page = reply.pages.iter().find(|page| page.scope == D).unwrap();
        assert_eq!((page.from, page.to), (from, Cursor::whole(7)));
    }
}

#[sqlx::test]
async fn what_comes_back_and_leaves_again_is_remembered_from_the_last_time(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = handset(&village, CHEN).await;
    let id = held_back(&mut chen).await;
    publish(&mut chen, id).await;
    pass(&village, 200).await;
    // as a newer version might move it: back among the drafts, and out again
    let back = "update record set scope = $1 where id = $2";
    sqlx::query(back).bind(D.to_string()).bind(id).execute(village.pool()).await.unwrap();
    let sort = Act::Triage { answers: domain::triage::Triage::default() };
    chen.act(Kind::Issue, id, V, sort).unwrap();
    chen.catch_up().await;
    assert_eq!(compact(village.pool(), 180).await.unwrap(), 0);
}

#[sqlx::test]
async fn an_old_build_is_asked_to_come_up_to_date_and_may_go_on_sending(pool: PgPool) {
    let mut village = Village::new(pool).await;
    village.hall.min_build = Some("0.9".into());
    village.app =
        server::http::router(&village.hall, std::path::Path::new("/nowhere"), "http://localhost");
    let mut chen = handset(&village, CHEN).await;
    assert_eq!(chen.replica.meta().min_build.as_deref(), Some("0.9"));
    held_back(&mut chen).await;
    assert_eq!((chen.replica.unsent().len(), chen.replica.attention().len()), (0, 0));
    assert_eq!(chen.replica.journal().len(), 1);
}

#[sqlx::test]
async fn a_copy_that_went_wrong_is_known_by_its_digest(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut chen = handset(&village, CHEN).await;
    held_back(&mut chen).await;
    assert_eq!(chen.astray().await, [""; 0]);
    sqlx::raw_sql("update record set rev = rev + 1 where kind = 'issue'")
        .execute(village.pool())
        .await
        .unwrap();
    assert_eq!(chen.astray().await.len(), 1);
    let stranger = village.post("/api/v1/digest", "", "").await;
    assert_eq!(stranger.told(), "405 wrong_method");
    let request =
        axum::http::Request::get("/api/v1/digest").body(axum::body::Body::empty()).unwrap();
    assert_eq!(village.send(request).await.told(), "401 signed_out");
}
