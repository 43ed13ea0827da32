//! Nobody speaks in another's name: who did what, when and on which phone is the server's own word.

use domain::{Act, Form, Id, Kind, Scope};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::village::{CHEN, SHANGFENG, Village, WANG};

const V: Scope = Scope::Village(SHANGFENG);

/// A change with things in it that are not the phone's to say.
fn forged(mut change: Value, at: &str) -> Value {
    let other = json!(CHEN);
    for name in [
        "by",
        "person",
        "author",
        "raised_by",
        "said_by",
        "device",
        "rev",
        "stamps",
        "number",
        "standing",
    ] {
        if at.is_empty() {
            change[name] = other.clone();
        } else {
            change[at][name] = other.clone();
        }
    }
    change
}

#[sqlx::test]
async fn a_name_that_is_written_into_a_change_is_passed_by(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let (one, two) = (wang.raise("井干了"), wang.raise("路灯坏了"));
    let say = Act::Say { issue: one.id, words: "我去看看".into() };
    let said = wang.change(Kind::Comment, Id::now_v7(), V, say);
    let sent = vec![
        forged(one.form(), ""),
        forged(two.form(), "act"),
        forged(forged(said.form(), ""), "act"),
    ];
    assert_eq!(wang.push_values(sent).await, "ok\nok\nok\n");
    let others = "select count(*) from record, member where member.person = record.by and kind in ('issue', 'comment')
         and (by <> $1 or fields->>'raised_by' <> $1::text or fields->>'said_by' <> $1::text
              or fields->'trail'->0->>'by' <> $1::text or fields->>'standing' <> 'lead'
              or stamps::text like '%' || $2::text || '%')";
    let count: i64 =
        sqlx::query_scalar(others).bind(WANG).bind(CHEN).fetch_one(village.pool()).await.unwrap();
    assert_eq!(count, 0);
    assert_eq!(village.count("select count(distinct person) from change").await, 1);
    assert_eq!(
        village.count("select count(*) from record where kind in ('issue', 'comment')").await,
        3
    );
}

#[sqlx::test]
async fn what_the_server_writes_is_nobodys_to_edit(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let issue = wang.raise("井干了");
    let say = Act::Say { issue: issue.id, words: "我去看看".into() };
    let said = wang.change(Kind::Comment, Id::now_v7(), V, say);
    let (id, remark) = (issue.id, said.id);
    assert_eq!(wang.push(&[issue, said]).await, "ok\nok\n");
    let before = village.ver(V).await;
    // not even the recorder's, who may mend what people wrote
    for field in [
        "raised_by",
        "trail",
        "standing",
        "number",
        "proxy",
        "village",
        "answers",
        "merged_into",
        "check",
        "stamps",
        "by",
        "rev",
    ] {
        let edit = [chen.edit(id, field, &json!(null), &json!(CHEN))];
        let told = chen.push(&edit).await;
        assert!(told.starts_with("refused: "), "{field}: {told}");
    }
    for field in ["said_by", "said_at", "issue", "by"] {
        let edit = Act::Edit { field: field.into(), from: json!(null), to: json!(CHEN) };
        let edit = wang.change(Kind::Comment, remark, V, edit);
        let told = wang.push(&[edit]).await;
        assert!(told.starts_with("refused: "), "{field}: {told}");
    }
    assert_eq!(village.ver(V).await, before);
}

#[sqlx::test]
async fn words_of_one_person_do_not_go_out_by_the_phone_of_another(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let raised = wang.raise("井干了").form();
    let mut sent = wang.pushed(&[raised]);
    sent["person"] = json!(CHEN);
    assert_eq!(wang.post("/api/v1/push", &sent).await.told(), "401 signed_out");
    // nor under the name of another's copy of the app, once that has spoken
    let own = chen.raise("路灯坏了");
    assert_eq!(chen.push(&[own]).await, "ok\n");
    wang.client = chen.client;
    let change = wang.raise("井干了");
    assert_eq!(wang.push(&[change]).await, "fork");
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 1);
}

#[sqlx::test]
async fn how_a_voice_was_confirmed_is_the_recorders_word_and_stays_under_her_name(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut wang, mut chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let mut raised = chen.raise("井干了").form();
    let id = raised["id"].clone();
    raised["act"]["proxy"] =
        json!({ "name": "施国富", "confirmed": "face", "by": WANG, "signed": true });
    assert_eq!(chen.push_values(vec![raised]).await, "ok\n");
    let issue: Id = serde_json::from_value(id).unwrap();
    let proxy = json!({ "name": "施国富", "confirmed": "signed" });
    let forged = [
        wang.edit(issue, "proxy", &json!(null), &proxy),
        chen.edit(issue, "proxy", &json!(null), &proxy),
    ];
    assert!(!wang.push(&forged[..1]).await.contains("ok"));
    assert!(!chen.push(&forged[1..]).await.contains("ok"));
    let kept = "select count(*) from record where kind = 'issue' and fields->'proxy' = '{\"name\": \"施国富\", \"confirmed\": \"face\"}'
                  and fields->>'raised_by' = by::text";
    assert_eq!(village.count(kept).await, 1);
}

#[sqlx::test]
async fn a_change_that_another_phone_brings_is_its_authors_and_says_where_it_was_written(
    pool: PgPool,
) {
    let village = Village::new(pool).await;
    let (mut first, mut second) = (village.phone(WANG).await, village.phone(WANG).await);
    let mut chen = village.phone(CHEN).await;
    let written = first.raise("井干了");
    second.seq += 1;
    let brought =
        domain::Change { seq: second.seq, made_on: Some(first.client), ..written.clone() };
    assert_eq!(second.push(std::slice::from_ref(&brought)).await, "ok\n");
    assert_eq!(first.push(std::slice::from_ref(&written)).await, "ok again\n");
    let kept: i64 =
        sqlx::query_scalar("select count(*) from change where made_on = $1 and client = $2")
            .bind(first.client)
            .bind(second.client)
            .fetch_one(village.pool())
            .await
            .unwrap();
    assert_eq!(kept, 1);
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 1);
    // whoever else has got hold of it cannot make it theirs, nor send it before its author in its author's name
    chen.seq += 1;
    let stolen = domain::Change { seq: chen.seq, ..brought };
    assert_eq!(chen.push(&[stolen]).await, "refused: already_there\n");
    let unsent = first.raise("路灯坏了");
    chen.seq += 1;
    let stolen = domain::Change { seq: chen.seq, made_on: Some(first.client), ..unsent };
    assert_eq!(chen.push(&[stolen]).await, "ok\n");
    let hers: i64 =
        sqlx::query_scalar("select count(*) from record where fields->>'raised_by' = $1")
            .bind(CHEN.to_string())
            .fetch_one(village.pool())
            .await
            .unwrap();
    assert_eq!(hers, 1);
}
