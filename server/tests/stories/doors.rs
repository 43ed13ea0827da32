//! Bad input, each time: a clear answer, and nothing stored.

use domain::Form;
use std::io::Write;

use axum::body::Body;
use axum::http::{Request, header};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{Answer, Village, WANG};

const PUSH: &str = "/api/v1/push";

async fn nothing_stored(village: &Village) {
    let stored = "select (select count(*) from change) + (select count(*) from client)
                  + (select count(*) from record where kind <> 'membership')";
    assert_eq!(village.count(stored).await, 0);
}

/// Pushes a body under headers of one's own choice.
async fn push(village: &Village, phone: &Phone, marks: &[(&str, &str)], body: Vec<u8>) -> Answer {
    let mut request = Request::post(PUSH).header(header::COOKIE, &phone.cookie);
    for (name, value) in marks {
        request = request.header(*name, *value);
    }
    village.send(request.body(Body::from(body)).unwrap()).await
}

/// Headers, each with its value.
type Marks = &'static [(&'static str, &'static str)];

const JSON: (&str, &str) = ("content-type", "application/json");
const GZIP: (&str, &str) = ("content-encoding", "gzip");

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut zip = GzEncoder::new(Vec::new(), Compression::fast());
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap()
}

#[sqlx::test]
async fn whatever_cannot_be_taken_is_answered_in_a_code_and_in_words(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let issue = wang.raise("井干了").form();
    let good = wang.pushed(std::slice::from_ref(&issue)).to_string();
    let mut wrong = wang.pushed(&[]);
    wrong["client"] = json!(12);
    let mut nul = wang.pushed(&[]);
    nul["build"] = json!("a\u{0}");
    let long = wang.raise(&"长".repeat(1_700_000)).form();
    let huge = wang.pushed(&[long]).to_string();

    let cases: [(Marks, Vec<u8>, &str); 13] = [
        (&[JSON], b"{\"proto\":1,".to_vec(), "400 malformed"),
        (&[JSON], b"<html>sign in</html>".to_vec(), "400 malformed"),
        (&[JSON], Vec::new(), "400 malformed"),
        (&[JSON], vec![0xff, 0xfe, 0x00], "400 malformed"),
        (&[JSON], b"[".repeat(50_000), "400 malformed"),
        (&[JSON], wrong.to_string().into_bytes(), "400 malformed"),
        (&[JSON], nul.to_string().into_bytes(), "400 malformed"),
        (&[JSON], huge.clone().into_bytes(), "413 too_large"),
        (&[JSON, GZIP], zipped(huge.as_bytes()), "413 too_large"),
        (&[JSON, GZIP], b"not gzip at all".to_vec(), "400 malformed"),
        (&[("content-type", "text/plain")], good.clone().into_bytes(), "415 not_json"),
        (&[], good.clone().into_bytes(), "415 not_json"),
        (&[JSON, ("sec-fetch-site", "cross-site")], good.clone().into_bytes(), "403 foreign_page"),
    ];
    for (marks, body, told) in cases {
        let answer = push(&village, &wang, marks, body).await;
        assert_eq!(answer.told(), told);
        assert!(answer.body["words"].as_str().is_some_and(|words| words.chars().count() > 5));
    }
    nothing_stored(&village).await;
    let zipped = push(&village, &wang, &[JSON, GZIP], zipped(good.as_bytes())).await;
    assert_eq!(zipped.body["results"][0]["r"], "ok");
}

#[sqlx::test]
async fn a_token_of_a_revoked_device_stores_nothing(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    wang.post("/api/v1/sign-out", &json!({})).await;
    let change = wang.raise("井干了");
    assert_eq!(wang.push(&[change]).await, "401 device_revoked");
    assert_eq!(wang.pull().await, "401 device_revoked");
    for cookie in [
        "",
        "__Host-bandeng=",
        "__Host-bandeng=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        wang.cookie = cookie.to_owned();
        assert_eq!(wang.pull().await, "401 signed_out");
    }
    nothing_stored(&village).await;
}

#[sqlx::test]
async fn words_are_in_the_readers_language(pool: PgPool) {
    let village = Village::new(pool).await;
    let nowhere = |language: &str| {
        let request = Request::get("/api/v1/nowhere").header(header::ACCEPT_LANGUAGE, language);
        village.send(request.body(Body::empty()).unwrap())
    };
    let (chinese, english) = (nowhere("zh-CN,zh;q=0.9").await, nowhere("en-GB,en").await);
    assert_eq!(chinese.told(), "404 no_such_address");
    assert_eq!(chinese.body["words"], words::Lang::Zh.words().trouble.nowhere);
    assert_eq!(english.body["words"], words::Lang::En.words().trouble.nowhere);
}

#[sqlx::test]
async fn a_database_that_fails_says_nothing_about_itself(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    sqlx::query("alter table scope rename to hidden").execute(village.pool()).await.unwrap();
    let asked = json!({ "proto": 1, "build": "test", "client": wang.client, "cursors": {} });
    let answer = wang.post("/api/v1/pull", &asked).await;
    assert_eq!(answer.told(), "500 trouble");
    assert!(!String::from_utf8_lossy(&answer.bytes).contains("scope"));
    let change = wang.raise("井干了");
    assert_eq!(wang.push(&[change]).await, "500 trouble");
    sqlx::query("alter table hidden rename to scope").execute(village.pool()).await.unwrap();
    nothing_stored(&village).await;
}

#[sqlx::test]
async fn every_answer_is_guarded_and_no_answer_of_the_api_is_kept(pool: PgPool) {
    let village = Village::new(pool).await;
    for path in ["/", "/health", "/api/v1/ping", "/api/v1/me", "/nowhere", "/app/"] {
        let answer = village.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        let policy = answer.header("content-security-policy");
        if answer.header("content-type") == "application/json" {
            // no browser shows a message as a page, and its bytes travel over a thin line
            assert_eq!(policy, "", "{path}");
        } else {
            assert!(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"));
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        }
        if path.starts_with("/api") {
            assert_eq!(answer.header("cache-control"), "no-store");
        }
    }
}

#[sqlx::test]
async fn answers_travel_compressed(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut wang = village.phone(WANG).await;
    let many: Vec<_> = (0..50).map(|n| wang.raise(&format!("第{n}件事，说来话长"))).collect();
    wang.push(&many).await;
    let asked = json!({ "proto": 1, "build": "test", "client": wang.client, "cursors": {} });
    let length = async |encoding: &str| {
        let request = Request::post("/api/v1/pull")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, &wang.cookie)
            .header(header::ACCEPT_ENCODING, encoding);
        let answer = village.send(request.body(Body::from(asked.to_string())).unwrap()).await;
        assert_eq!(answer.header("content-encoding"), encoding.replace("identity", ""));
        answer.bytes.len()
    };
    let (plain, brotli, gzip) =
        (length("identity").await, length("br").await, length("gzip").await);
    assert!(brotli * 3 < plain && gzip * 3 < plain, "{plain} {brotli} {gzip}");
}

#[sqlx::test]
async fn whoever_watches_is_told_whether_the_database_is_there(pool: PgPool) {
    let village = Village::new(pool).await;
    let health = || village.send(Request::get("/health").body(Body::empty()).unwrap());
    assert_eq!(health().await.body["ok"], json!(true));
    let ping = village.send(Request::get("/api/v1/ping").body(Body::empty()).unwrap()).await;
    assert_eq!(ping.body["bandeng"], Value::Bool(true));
    village.pool().close().await;
    assert!(health().await.status.is_server_error());
}
