//! Getting in, and being sent out.

use domain::Form;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use server::accounts::invite;
use sqlx::PgPool;
use tokio::time::timeout;
use tower::ServiceExt;
use uuid::Uuid;

use crate::village::{CHEN, SHI, Village, WANG};

const REDEEM: &str = "/api/v1/invites/redeem";
const LOOK: &str = "/api/v1/invites/look";

async fn code(village: &Village) -> String {
    invite::mint(village.pool(), WANG, Some(SHI)).await.unwrap().reveal().to_owned()
}

fn with(code: &str) -> String {
    json!({ "code": code }).to_string()
}

#[sqlx::test]
async fn an_invite_lets_one_browser_in_and_then_nobody(pool: PgPool) {
    let village = Village::new(pool).await;
    let code = code(&village).await;
    let looked = village.post(LOOK, "", with(&code)).await;
    assert_eq!(looked.told(), "200");
    assert_eq!(looked.body["roles"][0]["role"], "representative");
    let redeemed = village.post(REDEEM, "", with(&code)).await;
    assert_eq!(redeemed.told(), "200");
    assert_eq!(redeemed.body["person"], json!(WANG));
    let cookie = redeemed.header("set-cookie");
    assert!(cookie.starts_with("__Host-bandeng="), "{cookie}");
    assert!(cookie.ends_with("; Max-Age=15552000; Path=/; Secure; HttpOnly; SameSite=Lax"));
    assert_eq!(village.post(REDEEM, "", with(&code)).await.told(), "410 invite_used");
    assert_eq!(village.post(LOOK, "", with(&code)).await.told(), "410 invite_used");
    assert_eq!(village.count("select count(*) from device").await, 1);
}

#[sqlx::test]
async fn a_link_that_is_only_fetched_stays_good(pool: PgPool) {
    let village = Village::new(pool).await;
    let code = code(&village).await;
    for path in [REDEEM, LOOK] {
        let address = format!("{path}?code={code}");
        let fetched = village.send(Request::get(address).body(Body::empty()).unwrap()).await;
        assert_eq!(fetched.told(), "405 wrong_method");
    }
    assert_eq!(village.post(REDEEM, "", with(&code)).await.told(), "200");
}

#[sqlx::test]
async fn an_invite_runs_out_and_a_wrong_one_opens_nothing(pool: PgPool) {
    let village = Village::new(pool).await;
    let code = code(&village).await;
    sqlx::query(
        "update invite set created = now() - interval '8 days', expires = now() - interval '1 day'",
    )
    .execute(village.pool())
    .await
    .unwrap();
    assert_eq!(village.post(REDEEM, "", with(&code)).await.told(), "410 invite_expired");
    assert_eq!(village.post(LOOK, "", with(&code)).await.told(), "410 invite_expired");
    for wrong in ["", "abc", "aaaaaaaaaaaaaaaaaaaaaaaaaa", "'; drop table invite; --"] {
        assert_eq!(village.post(REDEEM, "", with(wrong)).await.told(), "404 no_such_invite");
    }
    assert_eq!(village.count("select count(*) from device").await, 0);
}

#[sqlx::test]
async fn whoever_lost_the_answer_may_ask_again_until_the_token_is_used(pool: PgPool) {
    let village = Village::new(pool).await;
    let (code, attempt) = (code(&village).await, Uuid::now_v7());
    let tried = json!({ "code": code, "attempt": attempt }).to_string();
    let other = json!({ "code": code, "attempt": Uuid::now_v7() }).to_string();
    let lost = village.post(REDEEM, "", tried.clone()).await;
    assert_eq!(village.post(REDEEM, "", other).await.told(), "410 invite_used");
    let heard = village.post(REDEEM, "", tried.clone()).await;
    assert_eq!(heard.told(), "200");
    assert_eq!(heard.body["device"], lost.body["device"]);
    let me = |cookie: Option<String>| {
        let me = Request::get("/api/v1/me").header(header::COOKIE, cookie.unwrap());
        village.send(me.body(Body::empty()).unwrap())
    };
    assert_eq!(me(lost.cookie).await.told(), "401 signed_out");
    assert_eq!(me(heard.cookie).await.told(), "200");
    assert_eq!(village.post(REDEEM, "", tried).await.told(), "410 invite_used");
}

#[sqlx::test]
async fn after_many_tries_from_one_address_the_door_waits(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut told = String::new();
    for _ in 0..61 {
        told = village.post(REDEEM, "", with("aaaaaaaaaaaaaaaaaaaaaaaaaa")).await.told();
    }
    assert_eq!(told, "429 too_many");
}

#[sqlx::test]
async fn devices_are_listed_and_sent_out_and_a_sent_out_one_is_told_so(pool: PgPool) {
    let village = Village::new(pool).await;
    let (phone, tablet) = (village.phone(WANG).await, village.phone(WANG).await);
    let listed = tablet.get("/api/v1/devices").await;
    let devices = listed.body.as_array().unwrap();
    assert_eq!(devices.len(), 2);
    let other = devices.iter().find(|device| device["this"] == json!(false)).unwrap();
    let chen = village.phone(CHEN).await;
    let whose = json!({ "device": other["id"] });
    assert_eq!(chen.post("/api/v1/devices/revoke", &whose).await.told(), "404 no_such_device");
    assert_eq!(tablet.post("/api/v1/devices/revoke", &whose).await.told(), "200");
    assert_eq!(phone.get("/api/v1/me").await.told(), "401 device_revoked");
    assert_eq!(tablet.get("/api/v1/devices").await.body.as_array().map(Vec::len), Some(1));
    let out = tablet.post("/api/v1/sign-out", &json!({})).await;
    assert!(out.header("set-cookie").starts_with("__Host-bandeng=; Max-Age=0"));
    assert_eq!(tablet.get("/api/v1/me").await.told(), "401 device_revoked");
    let deeds = "select count(*) from audit where deed in ('revoke', 'sign_out', 'sign_in')";
    assert_eq!(village.count(deeds).await, 5);
}

#[sqlx::test]
async fn a_session_lasts_180_days_from_the_last_visit(pool: PgPool) {
    let village = Village::new(pool).await;
    let phone = village.phone(WANG).await;
    assert!(phone.get("/api/v1/me").await.cookie.is_some());
    assert!(phone.get("/api/v1/me").await.cookie.is_none());
    let later = |days: &'static str| {
        let earlier = "update device set last_seen = last_seen - $1::text::interval,
                       expires = expires - $1::text::interval";
        sqlx::query(earlier).bind(days).execute(village.pool())
    };
    later("179 days").await.unwrap();
    assert!(phone.get("/api/v1/me").await.cookie.is_some());
    later("179 days").await.unwrap();
    assert_eq!(phone.get("/api/v1/me").await.told(), "200");
    later("181 days").await.unwrap();
    assert_eq!(phone.get("/api/v1/me").await.told(), "401 signed_out");
}

#[sqlx::test]
async fn no_secret_and_no_name_is_kept_in_the_clear(pool: PgPool) {
    let village = Village::new(pool).await;
    let phone = village.phone(WANG).await;
    let token = phone.cookie.split_once('=').unwrap().1;
    let kept: Vec<String> = sqlx::query_scalar(
        "select device::text from device union all select invite::text from invite
         union all select audit::text from audit",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert!(kept.iter().all(|row| !row.contains(token)));
}

/// The next event of a stream, or nothing when it is closed.
pub(crate) async fn event(body: &mut Body) -> Option<String> {
    let frame = timeout(Duration::from_secs(5), body.frame()).await.expect("an event in time");
    let data = frame?.unwrap().into_data().unwrap();
    Some(String::from_utf8(data.to_vec()).unwrap())
}

#[sqlx::test]
async fn a_phone_is_poked_about_its_own_scopes_until_it_is_sent_out(pool: PgPool) {
    let village = Village::new(pool).await;
    village.hall.listen();
    let (mut wang, chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let mut stranger = village.phone(crate::village::STRANGER).await;
    let request = Request::get("/api/v1/poke").header(header::COOKIE, &chen.cookie);
    let response = village.app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    let mut body = response.into_body();
    // how far everything is that she may read, in case something was written while she was on her way
    let greeting = event(&mut body).await.unwrap();
    assert!(greeting.contains(&domain::Scope::User(CHEN).to_string()), "{greeting}");
    assert!(!greeting.contains(&crate::village::GUAO.to_string()), "{greeting}");
    // until the server listens, a poke is lost; that is harmless, but not what is told here
    tokio::time::sleep(Duration::from_millis(300)).await;
    let elsewhere = stranger.raise_in(domain::Scope::Village(crate::village::GUAO), "别村的");
    assert_eq!(stranger.push(&[elsewhere]).await, "ok\n");
    // too much to be brought to the door
    let issue = wang.raise(&"井干了。".repeat(200));
    assert_eq!(wang.push(std::slice::from_ref(&issue)).await, "ok\n");
    let data = event(&mut body).await.unwrap();
    let told: Value = serde_json::from_str(data.trim().strip_prefix("data: ").unwrap()).unwrap();
    assert_eq!(told, json!([[issue.scope.form(), 1]]));
    let device = chen.get("/api/v1/me").await.body["device"].clone();
    chen.post("/api/v1/devices/revoke", &json!({ "device": device })).await;
    assert_eq!(event(&mut body).await, None);
}
