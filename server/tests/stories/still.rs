//! One word for how far a phone has read: the same on both sides only while nothing is new.

use axum::body::Body;
use axum::http::{Request, header};
use domain::sync::still::Still;
use domain::{Form, Id, Kind, Role, Scope};
use server::accounts::member;
use sqlx::PgPool;

use crate::handset::Handset;
use crate::phone::raise;
use crate::village::{CHEN, REGION, SHANGFENG, Village, WANG};

const V: Scope = Scope::Village(SHANGFENG);

struct Phone {
    handset: Handset,
    cookie: String,
}

impl Phone {
    async fn of(village: &Village, person: Id) -> Self {
        let cookie = village.phone(person).await.cookie;
        let mut handset = Handset::new(&village.app, person, &cookie);
        handset.catch_up().await;
        Self { handset, cookie }
    }

    /// Whether the server says that nothing is new.
    async fn still(&self, village: &Village) -> bool {
        let word = self.handset.replica.word().expect("nothing waits, and all is read");
        let request = Request::get(format!("/api/v1/still/{word}"));
        let request = request.header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        let answer = village.send(request).await;
        assert_eq!(answer.status, 200);
        let told = Still::read(answer.body).unwrap();
        let heard = self.handset.replica.hear_still(&word, told, 0);
        assert_eq!(heard.is_some(), told.still);
        told.still
    }
}

#[sqlx::test]
async fn nothing_is_new_until_somebody_writes_and_again_once_it_is_read(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mut chen, mut wang) = (Phone::of(&village, CHEN).await, Phone::of(&village, WANG).await);
    assert!(chen.still(&village).await && wang.still(&village).await);
    chen.handset.act(Kind::Issue, Id::now_v7(), V, raise(SHANGFENG, "井干了")).unwrap();
    // a phone that has something to say does not ask
    assert_eq!(chen.handset.replica.word(), None);
    chen.handset.catch_up().await;
    assert!(chen.still(&village).await && !wang.still(&village).await);
    wang.handset.catch_up().await;
    assert!(wang.still(&village).await);
}

#[sqlx::test]
async fn a_role_given_or_taken_an_older_build_and_another_epoch_are_new(pool: PgPool) {
    let mut village = Village::new(pool).await;
    let mut chen = Phone::of(&village, CHEN).await;
    let mut tx = village.pool().begin().await.unwrap();
    // taken as by somebody who forgot to tell the person's own scope
    sqlx::query("delete from member where person = $1 and scope = $2")
        .bind(CHEN)
        .bind(Scope::Draft(SHANGFENG).to_string())
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(!chen.still(&village).await);
    chen.handset.catch_up().await;
    assert!(chen.still(&village).await);
    let mut tx = village.pool().begin().await.unwrap();
    member::grant(&mut tx, CHEN, Role::Recorder, Scope::District(REGION)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!chen.still(&village).await);
    chen.handset.catch_up().await;
    assert!(chen.still(&village).await);
    village.hall.min_build = Some("0.9".into());
    village.app =
        server::http::router(&village.hall, std::path::Path::new("/nowhere"), "http://localhost");
    assert!(!chen.still(&village).await);
    let stranger = Request::get("/api/v1/still/0").body(Body::empty()).unwrap();
    assert_eq!(village.send(stranger).await.told(), "401 signed_out");
}
