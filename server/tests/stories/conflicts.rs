//! Two people write one place.

use domain::{Act, Form, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::member;
use sqlx::PgPool;

use crate::village::{CHEN, SHANGFENG, SHI, Village, WANG};

/// An issue that both phones have read.
async fn shared(village: &Village, words: &str) -> Id {
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise(words);
    let id = issue.id;
    assert_eq!(wang.push(&[issue]).await, "ok\n");
    id
}

#[sqlx::test]
async fn the_value_that_gives_way_is_kept_and_shown_to_its_author(pool: PgPool) {
    let village = Village::new(pool).await;
    let id = shared(&village, "井干了").await;
    let (mut chen, mut shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    chen.pull().await;
    shi.pull().await;
    let first = [chen.edit(id, "households", &json!(null), &json!(30))];
    let second = [shi.edit(id, "households", &json!(null), &json!(45))];
    assert_eq!(chen.push(&first).await, "ok\n");
    assert_eq!(shi.push(&second).await, "both\n");
    assert_eq!(
        chen.pull().await,
        "v issue no. 1, 井干了, lead rev 3\nu clash households, 30, 45 rev 1\n"
    );
    assert_eq!(shi.pull().await, "v issue no. 1, 井干了, lead rev 3\n");
    let kept: Vec<(String, String, Id)> =
        sqlx::query_as("select field, value::text, by from field_history where record = $1")
            .bind(id)
            .fetch_all(village.pool())
            .await
            .unwrap();
    assert_eq!(kept, [("households".to_owned(), "30".to_owned(), CHEN)]);
    // the clash is the author's own, to lay down when it is seen
    let clash: Id = sqlx::query_scalar("select id from record where kind = 'clash'")
        .fetch_one(village.pool())
        .await
        .unwrap();
    let own = Scope::User(CHEN);
    let theirs = [shi.change(Kind::Clash, clash, own, Act::LayDown)];
    assert_eq!(shi.push(&theirs).await, "refused: not_a_member\n");
    let mine = [chen.change(Kind::Clash, clash, own, Act::LayDown)];
    assert_eq!(chen.push(&mine).await, "ok\n");
    assert_eq!(chen.pull().await, "u clash households, 30, 45 rev 2 gone\n");
}

#[sqlx::test]
async fn two_hands_in_one_text_become_one_text(pool: PgPool) {
    let village = Village::new(pool).await;
    let before = "井干了，要修。桥也坏了。";
    let id = shared(&village, before).await;
    let (mut chen, mut shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    chen.pull().await;
    let first = [chen.edit(id, "words", &json!(before), &json!("井干了，今年要修。桥也坏了。"))];
    let second = [shi.edit(id, "words", &json!(before), &json!("井干了，要修。桥上月坏了。"))];
    assert_eq!(chen.push(&first).await, "ok\n");
    assert_eq!(shi.push(&second).await, "merged\n");
    assert_eq!(chen.pull().await, "v issue no. 1, 井干了，今年要修。桥上月坏了。, lead rev 3\n");
    assert_eq!(village.count("select count(*) from record where kind = 'clash'").await, 0);
}

#[sqlx::test]
async fn who_comes_too_late_is_told_where_the_issue_stands(pool: PgPool) {
    let village = Village::new(pool).await;
    let id = shared(&village, "井干了").await;
    let (mut chen, mut shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    let first = [chen.act(id, Act::Receive)];
    assert_eq!(chen.push(&first).await, "ok\n");
    let late = shi.act(id, Act::Decline { why: "不合规".into() });
    let answer = shi.post("/api/v1/push", &shi.pushed(&[late.form()])).await;
    let refusal = &answer.body["results"][0]["refusal"];
    assert_eq!(refusal["code"], "wrong_standing");
    assert_eq!(refusal["now"], "received");
    assert_eq!(refusal["by"], json!(CHEN));
}

#[sqlx::test]
async fn what_is_published_leaves_the_drafts_and_comes_before_the_village(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let mut shi = village.phone(SHI).await;
    let draft = Scope::Draft(SHANGFENG);
    let held = chen.raise_in(draft, "先不说");
    let id = held.id;
    assert_eq!(chen.push(&[held]).await, "ok\n");
    wang.pull().await;
    assert!(shi.pull().await.contains("d issue 先不说, lead rev 1\n"));
    // it cannot be seen, so it cannot be written on
    let guessed = [wang.change(Kind::Issue, id, draft, Act::Receive)];
    assert_eq!(wang.push(&guessed).await, "refused: not_a_member\n");
    let publish = [chen.change(Kind::Issue, id, draft, Act::Receive)];
    assert_eq!(chen.push(&publish).await, "ok\n");
    assert_eq!(wang.pull().await, "v issue no. 1, 先不说, received rev 2\n");
    assert_eq!(shi.pull().await, "v issue no. 1, 先不说, received rev 2\nd left at 2\n");
}

#[sqlx::test]
async fn whoever_was_shut_out_is_not_told_what_others_write_there_since(pool: PgPool) {
    let village = Village::new(pool).await;
    let id = shared(&village, "井干了").await;
    let (mut chen, mut shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    let first = [chen.edit(id, "households", &json!(null), &json!(30))];
    assert_eq!(chen.push(&first).await, "ok\n");
    chen.pull().await;
    let mut tx = village.pool().begin().await.unwrap();
    for scope in [Scope::Village(SHANGFENG), Scope::Draft(SHANGFENG)] {
        member::withdraw(&mut tx, CHEN, Role::Recorder, scope).await.unwrap();
    }
    tx.commit().await.unwrap();
    let second = [shi.edit(id, "households", &json!(null), &json!(45))];
    assert_eq!(shi.push(&second).await, "both\n");
    let heard = chen.pull().await;
    assert!(heard.contains("revoked v\n") && !heard.contains("45"), "{heard}");
    // the value that gave way is not lost: it is in the history
    let kept = "select count(*) from field_history where value = '30'";
    assert_eq!(village.count(kept).await, 1);
    assert_eq!(village.count("select count(*) from record where kind = 'clash'").await, 0);
}
