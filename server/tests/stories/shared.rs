//! Several people in one browser: each is answered as the one who asks, and none in another's name.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use domain::{Form, Id};
use serde_json::{Value, json};
use server::accounts::invite;
use sqlx::PgPool;
use tower::ServiceExt;

use crate::accounts::event;
use crate::evening::Crew;
use crate::phone::Phone;
use crate::verify::sealed;
use crate::village::{Answer, CHEN, LI, SHI, STRANGER, Village, WANG, answer};

/// A browser that several people share. It keeps cookies as a browser does.
struct Shared {
    app: Router,
    cookies: BTreeMap<String, String>,
}

impl Shared {
    fn of(village: &Village) -> Self {
        Self { app: village.app.clone(), cookies: BTreeMap::new() }
    }

    async fn send(&mut self, request: Request<Body>) -> Answer {
        let answer = answer(&self.app, request).await;
        if let Some((name, value)) = answer.cookie.as_ref().and_then(|pair| pair.split_once('=')) {
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    fn cookie(&self) -> String {
        let pairs: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    async fn get(&mut self, path: &str, whose: Option<&str>) -> Answer {
        let mut request = Request::get(path).header(header::COOKIE, self.cookie());
        if let Some(whose) = whose {
            request = request.header("bandeng-for", whose);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    async fn post(&mut self, path: &str, whose: Option<&str>, body: &Value) -> Answer {
        let mut request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::COOKIE, self.cookie());
        if let Some(whose) = whose {
            request = request.header("bandeng-for", whose);
        }
        self.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    /// Somebody sits down by an invite, at a page where nobody is at work; tells the slot.
    async fn sit(&mut self, village: &Village, person: Id) -> String {
        let code = invite::mint(village.pool(), person, None).await.unwrap();
        let body = json!({ "code": code.reveal() });
        let seated = self.post("/api/v1/invites/redeem", Some("0"), &body).await;
        match seated.body.get("slot") {
            Some(slot) => slot.to_string(),
            None => seated.told(),
        }
    }
}

/// What a page says with each request: its slot and the end of its person's id.
fn page(slot: u8, person: Id) -> String {
    let id = person.simple().to_string();
    format!("{slot}-{}", &id[id.len() - 8..])
}

#[sqlx::test]
async fn two_people_in_one_browser_are_each_answered_as_the_one_who_asks(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    assert_eq!(shared.sit(&village, CHEN).await, "1");
    assert_eq!(shared.sit(&village, WANG).await, "2");
    assert_eq!(shared.cookies.keys().collect::<Vec<_>>(), ["__Host-bandeng", "__Host-bandeng-2"]);
    let (chen, wang) = (page(1, CHEN), page(2, WANG));
    for (whose, person) in [(&chen, CHEN), (&wang, WANG)] {
        let me = shared.get("/api/v1/me", Some(whose)).await;
        assert_eq!(me.body["person"], json!(person));
        let devices = shared.get("/api/v1/devices", Some(whose)).await;
        assert_eq!(devices.body.as_array().map(Vec::len), Some(1), "only their own");
    }
    // what cannot send a header says the number in its address; what says nothing is an old build, with the first
    assert_eq!(shared.get("/api/v1/me?slot=2", None).await.body["person"], json!(WANG));
    assert_eq!(shared.get("/api/v1/me", None).await.body["person"], json!(CHEN));
}

#[sqlx::test]
async fn whoever_sits_down_again_has_the_slot_of_before_and_eight_is_the_most(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    for (person, slot) in [(CHEN, "1"), (WANG, "2"), (CHEN, "1"), (SHI, "3"), (WANG, "2")] {
        assert_eq!(shared.sit(&village, person).await, slot);
    }
    assert_eq!(shared.cookies.len(), 3);
    for more in 0..5 {
        let person = Id::from_u128(0xb0 + more);
        let mut tx = village.pool().begin().await.unwrap();
        server::accounts::member::enrol(&mut tx, person).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(shared.sit(&village, person).await, (4 + more).to_string());
    }
    assert_eq!(shared.sit(&village, LI).await, "409 phone_full");
    // the invite was not used up, and no device was made
    let used = "select count(*) from invite where person = '00000000-0000-0000-0000-0000000000a5' and redeemed_at is not null";
    assert_eq!(village.count(used).await, 0);
    // one who has been sent out elsewhere holds no place
    let revoked =
        "update device set revoked = now() where person = '00000000-0000-0000-0000-0000000000a3'";
    sqlx::query(revoked).execute(village.pool()).await.unwrap();
    assert_eq!(shared.sit(&village, LI).await, "2");
    assert_eq!(shared.get("/api/v1/me", Some(&page(2, WANG))).await.told(), "401 signed_out");
}

/// Every door that asks who calls.
const DOORS: [&str; 5] =
    ["/api/v1/me", "/api/v1/devices", "/api/v1/digest", "/api/v1/still/x", "/api/v1/poke"];

#[sqlx::test]
async fn a_slot_that_has_changed_hands_answers_nobody_in_anothers_name(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    shared.sit(&village, CHEN).await;
    shared.sit(&village, WANG).await;
    // a page of hers with his slot, a slot that nobody has, one that there is not, and no slot at all
    for whose in
        [page(2, CHEN), page(1, WANG), page(3, CHEN), page(9, CHEN), "0".into(), "x".into()]
    {
        for door in DOORS {
            assert_eq!(
                shared.get(door, Some(&whose)).await.told(),
                "401 signed_out",
                "{whose} {door}"
            );
        }
        for door in ["/api/v1/push", "/api/v1/pull", "/api/v1/past", "/api/v1/sign-out"] {
            let mut phone = Phone::new(village.app.clone(), CHEN, String::new());
            let issue = phone.raise("井干了");
            let body = match door {
                "/api/v1/push" => phone.pushed(&[issue.form()]),
                "/api/v1/pull" => {
                    json!({ "proto": 1, "build": "test", "client": phone.client, "cursors": {} })
                }
                "/api/v1/past" => json!({ "record": issue.id }),
                _ => json!({}),
            };
            assert_eq!(
                shared.post(door, Some(&whose), &body).await.told(),
                "401 signed_out",
                "{whose} {door}"
            );
        }
        let photo = format!("/api/v1/photos/{}", Id::now_v7());
        assert_eq!(shared.get(&photo, Some(&whose)).await.told(), "401 signed_out", "{whose}");
    }
    assert_eq!(village.count("select count(*) from change").await, 0);
    assert_eq!(village.count("select count(*) from device where revoked is not null").await, 0);
    assert_eq!(shared.get("/api/v1/me?slot=3", None).await.told(), "401 signed_out");
}

#[sqlx::test]
async fn what_each_writes_comes_under_their_own_name(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    shared.sit(&village, CHEN).await;
    shared.sit(&village, WANG).await;
    for (slot, person, words) in [(1, CHEN, "井干了"), (2, WANG, "桥塌了")] {
        let mut phone = Phone::new(village.app.clone(), person, String::new());
        let issue = phone.raise(words);
        let mut body = phone.pushed(&[issue.form()]);
        body["person"] = json!(person);
        let sent = shared.post("/api/v1/push", Some(&page(slot, person)), &body).await;
        assert_eq!(sent.told(), "200");
        let by: Id = sqlx::query_scalar("select by from record where id = $1")
            .bind(issue.id)
            .fetch_one(village.pool())
            .await
            .unwrap();
        assert_eq!(by, person);
        // an old build says it in the body alone, and is the first of the browser to the server
        let told = shared.post("/api/v1/push", None, &body).await.told();
        assert_eq!(told, if person == CHEN { "200" } else { "401 signed_out" });
    }
}

#[sqlx::test]
async fn signing_out_and_being_sent_out_leave_the_others(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    for person in [CHEN, WANG, SHI] {
        shared.sit(&village, person).await;
    }
    let wang = page(2, WANG);
    let out = shared.post("/api/v1/sign-out", Some(&wang), &json!({})).await;
    assert!(out.header("set-cookie").starts_with("__Host-bandeng-2=; Max-Age=0"));
    assert_eq!(shared.cookies.keys().collect::<Vec<_>>(), ["__Host-bandeng", "__Host-bandeng-3"]);
    assert_eq!(shared.get("/api/v1/me", Some(&wang)).await.told(), "401 signed_out");
    // he sends her out of this phone, from another
    let phone = village.phone(SHI).await;
    let listed = phone.get("/api/v1/devices").await;
    let here = listed
        .body
        .as_array()
        .unwrap()
        .iter()
        .find(|device| device["this"] == json!(false))
        .unwrap();
    phone.post("/api/v1/devices/revoke", &json!({ "device": here["id"] })).await;
    assert_eq!(shared.get("/api/v1/me", Some(&page(3, SHI))).await.told(), "401 device_revoked");
    assert_eq!(shared.get("/api/v1/me", Some(&page(1, CHEN))).await.told(), "200");
}

#[sqlx::test]
async fn each_cookie_is_renewed_in_its_own_slot(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    shared.sit(&village, CHEN).await;
    shared.sit(&village, WANG).await;
    let before = shared.cookies.clone();
    let renewed = shared.get("/api/v1/me", Some(&page(2, WANG))).await;
    assert!(
        renewed.header("set-cookie").starts_with("__Host-bandeng-2="),
        "{}",
        renewed.header("set-cookie")
    );
    assert_eq!(shared.cookies, before, "the same token, for longer");
}

#[sqlx::test]
async fn an_old_build_takes_the_first_slot_as_it_always_did(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    shared.sit(&village, CHEN).await;
    let code = invite::mint(village.pool(), WANG, None).await.unwrap();
    shared.post("/api/v1/invites/redeem", None, &json!({ "code": code.reveal() })).await;
    assert_eq!(shared.cookies.keys().collect::<Vec<_>>(), ["__Host-bandeng"]);
    assert_eq!(shared.get("/api/v1/me", None).await.body["person"], json!(WANG));
}

#[sqlx::test]
async fn a_knock_comes_to_the_door_of_the_one_who_opened_it(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut shared = Shared::of(&village);
    shared.sit(&village, CHEN).await;
    shared.sit(&village, WANG).await;
    for (slot, person, other) in [(1, CHEN, WANG), (2, WANG, CHEN)] {
        let request = Request::get(format!("/api/v1/poke?slot={slot}"))
            .header(header::COOKIE, shared.cookie())
            .body(Body::empty())
            .unwrap();
        let mut body = village.app.clone().oneshot(request).await.unwrap().into_body();
        let greeting = event(&mut body).await.unwrap();
        assert!(greeting.contains(&domain::Scope::User(person).to_string()), "{greeting}");
        assert!(!greeting.contains(&domain::Scope::User(other).to_string()), "{greeting}");
    }
}

#[sqlx::test]
async fn a_link_to_a_paper_says_whose_it_is(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _) = sealed(&mut crew, "先干哪三件").await;
    let mut shared = Shared::of(&crew.village);
    shared.sit(&crew.village, STRANGER).await;
    shared.sit(&crew.village, WANG).await;
    let paper = format!("/papers/{}/minutes.txt", evening.id);
    assert_eq!(shared.get(&format!("{paper}?slot=2"), None).await.told(), "200");
    assert_eq!(
        shared.get(&format!("{paper}?lang=en&slot=1"), None).await.told(),
        "404 no_such_address"
    );
    assert_eq!(shared.get(&format!("{paper}?slot=3"), None).await.told(), "401 signed_out");
}
