//! How a record came to be what it is, told to whoever may know.

use domain::past::{Past, Turn};
use domain::{Act, Form, Id, Kind, Scope};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{CHEN, SHANGFENG, SHI, STRANGER, Village, WANG};

/// The turns that a phone is told, the oldest first, one line each; or why it is told none.
async fn told(phone: &Phone, record: Id) -> String {
    let answer = phone.post("/api/v1/past", &json!({ "record": record })).await;
    if !answer.status.is_success() {
        return answer.told();
    }
    let past: Past = Form::read(answer.body).unwrap();
    let who = |by: Option<Id>| match by {
        Some(CHEN) => "chen",
        Some(SHI) => "shi",
        Some(_) | None => "somebody",
    };
    let line = |Turn { field, from, to, by, at }: &Turn| {
        assert!(at.is_some(), "{field}");
        format!("{} {field} {from} to {to}\n", who(*by))
    };
    past.turns.iter().rev().map(line).collect()
}

#[sqlx::test]
async fn whoever_reads_a_record_is_told_who_changed_what(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut chen, mut shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    let wang = village.phone(WANG).await;
    let issue = chen.raise("井干了");
    let id = issue.id;
    assert_eq!(chen.push(&[issue]).await, "ok\n");
    assert_eq!(told(&wang, id).await, "", "what it began with is no turn");
    for (from, to) in [(json!(null), json!(30)), (json!(30), Value::Null), (json!(null), json!(50))]
    {
        let edit = [chen.edit(id, "households", &from, &to)];
        assert_eq!(chen.push(&edit).await, "ok\n");
    }
    // one that crossed, and one that is no edit
    let crossed = [shi.edit(id, "households", &json!(30), &json!(45)), shi.act(id, Act::Receive)];
    assert_eq!(shi.push(&crossed).await, "both\nok\n");
    let all = "chen households null to 30\nchen households 30 to null\nchen households null to 50\n\
               shi households 50 to 45\n";
    for phone in [&wang, &chen] {
        assert_eq!(told(phone, id).await, all);
    }
    let stranger = village.phone(STRANGER).await;
    assert_eq!(told(&stranger, id).await, "404 no_such_address");
    assert_eq!(told(&stranger, Id::now_v7()).await, "404 no_such_address", "the same as of none");
}

#[sqlx::test]
async fn what_stood_in_a_draft_is_told_only_to_those_who_read_drafts(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut chen, wang) = (village.phone(CHEN).await, village.phone(WANG).await);
    let draft = Scope::Draft(SHANGFENG);
    let held = chen.raise_in(draft, "某某家的井干了");
    let id = held.id;
    let (from, to) = (json!("某某家的井干了"), json!("井干了"));
    let milder = Act::Edit { field: "words".into(), from, to };
    let milder = chen.change(Kind::Issue, id, draft, milder);
    let publish = chen.change(Kind::Issue, id, draft, Act::Receive);
    assert_eq!(chen.push(&[held, milder, publish]).await, "ok\nok\nok\n");
    assert_eq!(told(&wang, id).await, "");
    assert_eq!(told(&chen, id).await, "chen words \"某某家的井干了\" to \"井干了\"\n");
    let later = [chen.edit(id, "words", &json!("井干了"), &json!("两口井都干了"))];
    assert_eq!(chen.push(&later).await, "ok\n");
    assert_eq!(told(&wang, id).await, "chen words \"井干了\" to \"两口井都干了\"\n");
}
