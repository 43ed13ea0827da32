//! What a push wrote comes with its answer and with the knock at other doors: to whoever may read it, and for whoever
//! stands where it begins.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::form::short::Short;
use domain::sync::{Cursor, Step, door};
use domain::{Act, Form, Id, Kind, Role, Scope, form};
use serde_json::{Value, json};
use server::accounts::member;
use sqlx::PgPool;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use crate::accounts::event;
use crate::handset::Handset;
use crate::phone::raise;
use crate::village::{CHEN, SHANGFENG, SHI, Village, WANG};

const V: Scope = Scope::Village(SHANGFENG);
const D: Scope = Scope::Draft(SHANGFENG);

/// A phone with its door open.
struct Open {
    phone: Handset,
    stream: Body,
    /// The name of the door.
    name: String,
}

impl Open {
    async fn of(village: &Village, person: Id) -> Self {
        let cookie = village.phone(person).await.cookie;
        let mut phone = Handset::new(&village.app, person, &cookie);
        phone.catch_up().await;
        let request = Request::get("/api/v1/poke").header(header::COOKIE, &cookie);
        let request = request.body(Body::empty()).unwrap();
        let mut stream = village.app.clone().oneshot(request).await.unwrap().into_body();
        let greeting = event(&mut stream).await.unwrap();
        let name = greeting.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned();
        Self { phone, stream, name }
    }

    /// What comes through the door next: versions, or steps.
    async fn heard(&mut self) -> Result<Value, Vec<Step>> {
        let event = event(&mut self.stream).await.unwrap();
        let data = event.trim().strip_prefix("data: ").unwrap();
        match BASE64_STANDARD.decode(data) {
            Ok(bytes) => Err(form::parse(&Short::new().read(&bytes).unwrap()).unwrap()),
            Err(_) => Ok(serde_json::from_str(data).unwrap()),
        }
    }

    async fn hears_nothing(&mut self) -> bool {
        timeout(Duration::from_millis(400), event(&mut self.stream)).await.is_err()
    }

    /// Takes in what comes through the door, if this copy stands where it begins.
    async fn takes_in(&mut self) -> bool {
        let steps = self.heard().await.unwrap_err();
        let heard = self.phone.replica.hear_steps(&self.name, &steps, 0);
        let taken = heard.is_some();
        self.phone.keep(heard.unwrap_or_default());
        taken
    }

    fn shows(&self, issue: Id, field: &str) -> Value {
        let view = self.phone.replica.view();
        view.get(&issue).and_then(|record| record.fields.get(field)).cloned().unwrap_or_default()
    }
}

async fn listening(pool: PgPool) -> Village {
    let village = Village::new(pool).await;
    village.hall.listen();
    village
}

/// Until the server listens, a knock is lost; that is harmless, but not what is told here.
async fn settle() {
    sleep(Duration::from_millis(300)).await;
}

fn households(phone: &Handset, issue: Id, to: u32) -> Act {
    let from = phone.replica.view()[&issue].fields.get("households").cloned().unwrap_or_default();
    Act::Edit { field: "households".into(), from, to: json!(to) }
}

#[sqlx::test]
async fn an_edit_is_on_both_phones_and_neither_has_asked(pool: PgPool) {
    let village = listening(pool).await;
    let (mut chen, mut wang) = (Open::of(&village, CHEN).await, Open::of(&village, WANG).await);
    settle().await;
    let issue = Id::now_v7();
    chen.phone.act(Kind::Issue, issue, V, raise(SHANGFENG, "井干了")).unwrap();
    chen.phone.push().await;
    assert!(wang.takes_in().await);
    let edit = households(&chen.phone, issue, 37);
    chen.phone.act(Kind::Issue, issue, V, edit).unwrap();
    chen.phone.push().await;
    assert!(wang.takes_in().await);
    for open in [&mut chen, &mut wang] {
        assert_eq!(open.shows(issue, "households"), json!(37));
        assert_eq!(open.phone.replica.cursors()[&V], Cursor::whole(2));
        assert!(open.phone.replica.settled());
        assert_eq!(open.phone.astray().await, Vec::<String>::new());
    }
    // whoever wrote has the answer, and is not knocked at
    assert!(chen.hears_nothing().await);
}

#[sqlx::test]
async fn a_phone_that_stands_elsewhere_passes_by_what_it_did_not_ask_for(pool: PgPool) {
    let village = listening(pool).await;
    let (mut chen, mut wang) = (Open::of(&village, CHEN).await, Open::of(&village, WANG).await);
    settle().await;
    let issues = [Id::now_v7(), Id::now_v7()];
    wang.phone.act(Kind::Issue, issues[0], V, raise(SHANGFENG, "井干了")).unwrap();
    wang.phone.push().await;
    // the answer tells of version 2, and she has read none
    chen.phone.act(Kind::Issue, issues[1], V, raise(SHANGFENG, "路塌了")).unwrap();
    chen.phone.push().await;
    assert_eq!(chen.phone.replica.cursors()[&V], Cursor::whole(0));
    assert!(!chen.phone.replica.settled());
    assert_eq!(chen.shows(issues[0], "words"), Value::Null);
    assert_eq!(chen.shows(issues[1], "words"), json!("路塌了"));
    assert!(wang.takes_in().await);
    // a knock that comes late brings nothing new
    chen.phone.catch_up().await;
    let before = chen.phone.replica.view().clone();
    assert!(!chen.takes_in().await);
    assert_eq!(*chen.phone.replica.view(), before);
    for open in [&chen, &wang] {
        assert_eq!(open.shows(issues[0], "words"), json!("井干了"));
        assert_eq!(open.phone.astray().await, Vec::<String>::new());
    }
}

#[sqlx::test]
async fn nobody_is_brought_what_they_may_not_read_at_that_moment(pool: PgPool) {
    let village = listening(pool).await;
    let (mut chen, mut wang) = (Open::of(&village, CHEN).await, Open::of(&village, WANG).await);
    let mut shi = Open::of(&village, SHI).await;
    settle().await;
    let issue = Id::now_v7();
    chen.phone.act(Kind::Issue, issue, D, raise(SHANGFENG, "账不对")).unwrap();
    chen.phone.push().await;
    assert!(shi.takes_in().await);
    assert!(wang.hears_nothing().await);
    // when it comes before the village, the villager is brought what lies there now, and not that it left the drafts
    chen.phone.act(Kind::Issue, issue, D, Act::Receive).unwrap();
    chen.phone.push().await;
    let brought = wang.heard().await.unwrap_err();
    assert_eq!(brought.iter().map(|step| step.scope).collect::<Vec<_>>(), [V]);
    assert!(shi.takes_in().await);
    assert_eq!(shi.phone.astray().await, Vec::<String>::new());
    // roles are taken, and nobody has told the stream
    let mut tx = village.pool().begin().await.unwrap();
    for (person, role) in [(WANG, Role::Representative), (SHI, Role::Secretary)] {
        member::withdraw(&mut tx, person, role, V).await.unwrap();
    }
    tx.commit().await.unwrap();
    let edit = households(&chen.phone, issue, 3);
    chen.phone.act(Kind::Issue, issue, V, edit).unwrap();
    chen.phone.push().await;
    assert!(wang.hears_nothing().await);
    assert!(shi.hears_nothing().await);
}

#[sqlx::test]
async fn a_device_that_is_signed_in_no_more_is_brought_nothing(pool: PgPool) {
    let village = listening(pool).await;
    let (mut chen, mut wang) = (Open::of(&village, CHEN).await, Open::of(&village, WANG).await);
    settle().await;
    for end in ["expires = now() - interval '1 second'", "revoked = now()"] {
        let sql = format!("update device set {end} where person = '{WANG}'");
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(village.pool()).await.unwrap();
        chen.phone.act(Kind::Issue, Id::now_v7(), V, raise(SHANGFENG, "井干了")).unwrap();
        chen.phone.push().await;
        assert_eq!(event(&mut wang.stream).await, None, "the door is closed");
        sqlx::query("update device set expires = now() + interval '1 day', revoked = null")
            .execute(village.pool())
            .await
            .unwrap();
        wang = Open::of(&village, WANG).await;
    }
}

#[sqlx::test]
async fn news_of_another_epoch_and_of_too_much_is_only_a_knock(pool: PgPool) {
    let village = listening(pool).await;
    let (mut chen, mut wang) = (Open::of(&village, CHEN).await, Open::of(&village, WANG).await);
    settle().await;
    assert_eq!(wang.name, door("epoch-one", WANG));
    for n in 0..5 {
        let words = format!("第{n}件。").repeat(30);
        chen.phone.act(Kind::Issue, Id::now_v7(), V, raise(SHANGFENG, &words)).unwrap();
    }
    chen.phone.push().await;
    assert_eq!(wang.heard().await.unwrap(), json!([[V.form(), 1]]));
    assert!(!chen.phone.replica.settled(), "nor does the answer tell it");
    let step = Step { scope: V, ver: 2, left: vec![], rows: None, edits: vec![] };
    let notice = json!({ "epoch": "epoch-two", "device": Id::nil(), "vers": [[V.form(), 2]],
                         "steps": [step.form()] });
    let tell = sqlx::query("select pg_notify('bandeng', $1)").bind(notice.to_string());
    tell.execute(village.pool()).await.unwrap();
    assert_eq!(wang.heard().await.unwrap(), json!([[V.form(), 2]]));
}
