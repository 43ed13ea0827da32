//! Small messages in few bytes, at the doors of the server.

use axum::body::Body;
use axum::http::{Request, header};
use domain::form::short::{KIND, SMALL, Short};
use domain::sync::{PROTO, Pull, PullReply};
use domain::{Form, form};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{Answer, SHANGFENG, Village, WANG, answer};

/// As a browser does that reads what is compressed, or one that does not.
async fn say(phone: &Phone, path: &str, reads: &str, bytes: Vec<u8>) -> Answer {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, KIND)
        .header(header::COOKIE, &phone.cookie)
        .header(header::ACCEPT_ENCODING, reads);
    answer(&phone.app, request.body(Body::from(bytes)).unwrap()).await
}

fn asked(phone: &Phone) -> Pull {
    let (client, cursors) = (phone.client, phone.cursors.clone());
    Pull { proto: PROTO, build: "test".into(), epoch: None, person: None, client, cursors }
}

#[sqlx::test]
async fn whoever_asks_in_few_bytes_is_answered_in_few(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise("井干了");
    let sent = wang.pushed(&[issue.form()]);
    let mut talk = Short::new();
    let answer = say(&wang, "/api/v1/push", "br", talk.write(&sent.to_string())).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, KIND));
    // nothing more is said than must be: what is short would only grow, and nobody keeps what answers a POST
    for name in ["content-encoding", "vary", "cache-control", "x-content-type-options"] {
        assert_eq!(answer.header(name), "", "{name}");
    }
    let told: Value = serde_json::from_str(&talk.read(&answer.bytes).unwrap()).unwrap();
    assert_eq!((&told["results"][0]["r"], &told["epoch"]), (&json!("ok"), &json!("epoch-one")));
    assert_eq!(village.count("select count(*) from record where kind = 'issue'").await, 1);
    // the same once more in plain words
    let again = wang.post("/api/v1/push", &sent).await;
    assert_eq!(again.header("content-type"), "application/json");
    assert_eq!(again.body["results"][0]["dup"], json!(true));
}

#[sqlx::test]
async fn an_answer_that_is_not_small_is_compressed_as_ever(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let many: Vec<_> = (0..20).map(|n| wang.raise(&format!("第{n}件事，说来话长"))).collect();
    wang.push(&many).await;
    let bytes = Short::new().write(&form::text(&asked(&wang)));
    let answer = say(&wang, "/api/v1/pull", "br", bytes).await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("content-encoding"), "br");
}

#[sqlx::test]
async fn what_cannot_be_read_in_short_is_refused_in_plain_words(pool: PgPool) {
    let village = Village::new(pool).await;
    let wang = village.phone(WANG).await;
    let whole = Short::new().write(&form::text(&asked(&wang)));
    let half = whole[..whole.len() / 2].to_vec();
    for bytes in [vec![], half, vec![0xff; 9], vec![0x81, 0], b"{\"proto\":1}".to_vec()] {
        assert_eq!(say(&wang, "/api/v1/pull", "", bytes).await.told(), "400 malformed");
    }
    // a few bytes can mean many, so that few are taken
    let large = vec![0x78; SMALL + 1];
    assert_eq!(say(&wang, "/api/v1/pull", "", large).await.told(), "413 too_large");
    let stranger = Phone::new(village.app.clone(), WANG, String::new());
    assert_eq!(say(&stranger, "/api/v1/pull", "", whole).await.told(), "401 signed_out");
    // and a page of another site cannot send so
    let request = Request::post("/api/v1/pull")
        .header(header::CONTENT_TYPE, KIND)
        .header(header::COOKIE, &wang.cookie)
        .header("sec-fetch-site", "cross-site");
    let bytes = Short::new().write(&form::text(&asked(&wang)));
    let answer = village.send(request.body(Body::from(bytes)).unwrap()).await;
    assert_eq!(answer.told(), "403 foreign_page");
    let told = wang.post("/api/v1/pull", &asked(&wang).form()).await;
    let reply = PullReply::read(told.body).unwrap();
    assert!(reply.pages.iter().any(|page| page.scope.owner() == SHANGFENG));
}
