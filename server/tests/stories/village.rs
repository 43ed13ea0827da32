//! A village small enough to be kept in mind: 上枫村 with a secretary, a recorder and a
//! representative, a stranger from 古岙村, and the office.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::{Id, Role, Scope};
use http_body_util::BodyExt;
use serde_json::Value;
use server::accounts::{invite, member};
use server::{Hall, http};
use sqlx::PgPool;
use tower::ServiceExt;

use crate::phone::Phone;

pub(crate) const REGION: Id = Id::from_u128(0x1);
pub(crate) const SHANGFENG: Id = Id::from_u128(0x10);
pub(crate) const GUAO: Id = Id::from_u128(0x11);

/// The people, by the number of their ids.
pub(crate) const SHI: Id = Id::from_u128(0xa1);
pub(crate) const CHEN: Id = Id::from_u128(0xa2);
pub(crate) const WANG: Id = Id::from_u128(0xa3);
pub(crate) const STRANGER: Id = Id::from_u128(0xa4);
pub(crate) const LI: Id = Id::from_u128(0xa5);

/// The server with its people enrolled.
pub(crate) struct Village {
    pub(crate) hall: Hall,
    pub(crate) app: Router,
}

impl Village {
    /// The server, with people who hold no role yet.
    pub(crate) async fn bare(pool: PgPool) -> Self {
        let mut tx = pool.begin().await.unwrap();
        for person in [SHI, CHEN, WANG] {
            member::enrol(&mut tx, person).await.unwrap();
        }
        tx.commit().await.unwrap();
        Self::open(pool)
    }

    pub(crate) async fn new(pool: PgPool) -> Self {
        let mut tx = pool.begin().await.unwrap();
        for (person, role, village) in [
            (SHI, Role::Secretary, SHANGFENG),
            (CHEN, Role::Recorder, SHANGFENG),
            (WANG, Role::Representative, SHANGFENG),
            (STRANGER, Role::Recorder, GUAO),
            (LI, Role::Office, SHANGFENG),
        ] {
            member::enrol(&mut tx, person).await.unwrap();
            for scope in member::scopes_of(role, village, REGION) {
                member::grant(&mut tx, person, role, scope).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        Self::open(pool)
    }

    fn open(pool: PgPool) -> Self {
        let hall = Hall::new(pool, "epoch-one");
        let app = http::router(&hall, Path::new("/nowhere"), "https://bandeng.example");
        Self { hall, app }
    }

    pub(crate) fn pool(&self) -> &PgPool {
        &self.hall.pool
    }

    /// A phone of `person`, signed in by an invite.
    pub(crate) async fn phone(&self, person: Id) -> Phone {
        let code = invite::mint(self.pool(), person, None).await.unwrap();
        let body = format!(r#"{{"code":"{}"}}"#, code.reveal());
        let answer = self.post("/api/v1/invites/redeem", "", body).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        Phone::new(self.app.clone(), person, answer.cookie.expect("a session"))
    }

    /// Posts JSON, with a cookie if there is one.
    pub(crate) async fn post(&self, path: &str, cookie: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, cookie)
            .body(body.into())
            .unwrap();
        answer(&self.app, request).await
    }

    /// Sends any request.
    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        answer(&self.app, request).await
    }

    /// One number out of the database.
    pub(crate) async fn count(&self, question: &'static str) -> i64 {
        sqlx::query_scalar(question).fetch_one(self.pool()).await.unwrap()
    }

    /// The version of a scope.
    pub(crate) async fn ver(&self, scope: Scope) -> i64 {
        let ver = sqlx::query_scalar("select ver from scope where id = $1");
        ver.bind(scope.to_string()).fetch_optional(self.pool()).await.unwrap().unwrap_or(0)
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) cookie: Option<String>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) body: Value,
}

impl Answer {
    /// `410 invite_used` or `200`.
    pub(crate) fn told(&self) -> String {
        match self.body.get("code").and_then(Value::as_str) {
            Some(code) => format!("{} {code}", self.status.as_u16()),
            None => self.status.as_u16().to_string(),
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub(crate) async fn answer(app: &Router, request: Request<Body>) -> Answer {
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes().to_vec();
    let cookie = parts.headers.get(header::SET_COOKIE).map(|cookie| {
        let whole = cookie.to_str().unwrap();
        whole.split(';').next().unwrap().to_owned()
    });
    let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
    Answer { status: parts.status, headers: parts.headers, cookie, bytes, body }
}

/// The seed, which can be said from outside to go the same way again.
pub(crate) fn seed() -> u64 {
    let seed = std::env::var("BANDENG_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(rand::random::<u64>);
    println!("BANDENG_SEED={seed}");
    seed
}
