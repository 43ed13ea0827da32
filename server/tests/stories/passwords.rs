//! Coming in by a password, and what is done about a device that was not one's own.

use std::sync::atomic::Ordering;

use serde_json::json;
use server::accounts::invite;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{Answer, CHEN, LI, Village, WANG};

const SET: &str = "/api/v1/password";
const GOOD: &str = "樟树下面一盏灯亮着呢";
const OTHER: &str = "correct horse battery";

async fn set(phone: &Phone, password: &str, before: Option<&str>, others: bool) -> String {
    let body =
        json!({ "login": "LiYuanhang", "password": password, "before": before, "others": others });
    let body = if before.is_some() {
        body
    } else {
        json!({ "login": "LiYuanhang", "password": password, "others": others })
    };
    phone.post(SET, &body).await.told()
}

async fn enter(village: &Village, login: &str, password: &str) -> Answer {
    let body = json!({ "login": login, "password": password }).to_string();
    village.post("/api/v1/password/enter", "", body).await
}

async fn later(village: &Village, seconds: i32) {
    sqlx::query("update knock set last = last - make_interval(secs => $1)")
        .bind(f64::from(seconds))
        .execute(village.pool())
        .await
        .unwrap();
}

#[sqlx::test]
async fn the_office_comes_in_by_a_name_and_a_password(pool: PgPool) {
    let village = Village::new(pool).await;
    let li = village.phone(LI).await;
    assert_eq!(li.get(SET).await.body["login"], json!(null));
    assert_eq!(set(&li, GOOD, None, false).await, "200");
    assert_eq!(li.get(SET).await.body["login"], json!("liyuanhang"));
    let entered = enter(&village, " liYUANhang ", GOOD).await;
    assert_eq!(entered.told(), "200");
    assert_eq!(entered.body["person"], json!(LI));
    let desk = Phone::new(village.app.clone(), LI, entered.cookie.unwrap());
    assert_eq!(desk.get("/api/v1/me").await.told(), "200");
    let kept: Vec<String> = sqlx::query_scalar(
        "select password::text from password union all select audit::text from audit",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert!(kept[0].contains("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", kept[0]);
    assert!(kept.iter().all(|row| !row.contains(GOOD)));
    assert_eq!(li.post("/api/v1/password/remove", &json!({})).await.told(), "200");
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "403 wrong_password");
}

#[sqlx::test]
async fn a_wrong_name_and_a_wrong_password_are_answered_alike_and_cost_alike(pool: PgPool) {
    let village = Village::new(pool).await;
    assert_eq!(set(&village.phone(LI).await, GOOD, None, false).await, "200");
    let held = || village.hall.kitchen.held.load(Ordering::Relaxed);
    let before = held();
    let wrong = enter(&village, "liyuanhang", OTHER).await;
    assert_eq!(held(), before + 1);
    let unknown = enter(&village, "nobody", OTHER).await;
    // it was held against a hash, too: nobody's
    assert_eq!(held(), before + 2);
    assert_eq!((wrong.status, &wrong.bytes), (unknown.status, &unknown.bytes));
    assert_eq!(wrong.told(), "403 wrong_password");
    let failed: Vec<Option<uuid::Uuid>> =
        sqlx::query_scalar("select about from audit where deed = 'sign_in_failed' order by id")
            .fetch_all(village.pool())
            .await
            .unwrap();
    assert_eq!(failed, [Some(LI), None]);
}

#[sqlx::test]
async fn who_is_wrong_again_and_again_waits_longer_and_never_for_ever(pool: PgPool) {
    let village = Village::new(pool).await;
    assert_eq!(set(&village.phone(LI).await, GOOD, None, false).await, "200");
    for _ in 0..5 {
        assert_eq!(enter(&village, "liyuanhang", OTHER).await.told(), "403 wrong_password");
    }
    let held = || village.hall.kitchen.held.load(Ordering::Relaxed);
    let before = held();
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "429 too_many");
    assert_eq!(held(), before, "nothing is hashed while one waits");
    // a name that nobody has is counted alike
    for _ in 0..5 {
        assert_eq!(enter(&village, "nobody", OTHER).await.told(), "403 wrong_password");
    }
    assert_eq!(enter(&village, "nobody", OTHER).await.told(), "429 too_many");
    later(&village, 11).await;
    assert_eq!(enter(&village, "liyuanhang", OTHER).await.told(), "403 wrong_password");
    later(&village, 11).await;
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "429 too_many");
    sqlx::query("update knock set failures = 1000000").execute(village.pool()).await.unwrap();
    later(&village, 280).await;
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "429 too_many");
    later(&village, 10).await;
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "200");
    assert_eq!(village.count("select count(*) from knock").await, 1, "what was right is forgotten");
}

#[sqlx::test]
async fn what_is_easily_guessed_is_not_taken_and_a_name_is_one_persons(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, wang) = (village.phone(LI).await, village.phone(WANG).await);
    for easy in ["短", "1234567890", "liyuanhang2026"] {
        assert_eq!(set(&li, easy, None, false).await, "422 weak_password", "{easy}");
    }
    assert_eq!(set(&li, GOOD, None, false).await, "200");
    assert_eq!(set(&wang, OTHER, None, false).await, "409 login_taken");
    // whoever sits at the open desk of another does not change the password
    assert_eq!(set(&li, OTHER, None, false).await, "403 wrong_password");
    assert_eq!(set(&li, OTHER, Some("falsch falsch"), false).await, "403 wrong_password");
    assert_eq!(set(&li, OTHER, Some(GOOD), false).await, "200");
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "403 wrong_password");
    assert_eq!(enter(&village, "liyuanhang", OTHER).await.told(), "200");
}

#[sqlx::test]
async fn changing_it_signs_the_others_out_if_one_wishes(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, other) = (village.phone(LI).await, village.phone(LI).await);
    assert_eq!(set(&li, GOOD, None, false).await, "200");
    assert_eq!(other.get("/api/v1/me").await.told(), "200");
    assert_eq!(set(&li, OTHER, Some(GOOD), true).await, "200");
    assert_eq!(other.get("/api/v1/me").await.told(), "401 device_revoked");
    assert_eq!(li.get("/api/v1/me").await.told(), "200");
}

#[sqlx::test]
async fn after_many_tries_from_one_address_the_door_waits(pool: PgPool) {
    let village = Village::new(pool).await;
    // digits that are wrong cost less than a password that is
    for _ in 0..60 {
        let wrong = json!({ "name": "nobody", "digits": "" }).to_string();
        let told = village.post("/api/v1/pairing/enter", "", wrong).await.told();
        assert_eq!(told, "403 wrong_digits");
    }
    let told = enter(&village, "nobody", "x").await.told();
    assert_eq!(told, "429 too_many");
}

#[sqlx::test]
async fn this_was_not_me_shuts_every_way_in_but_this_one(pool: PgPool) {
    let village = Village::new(pool).await;
    let (mine, stolen) = (village.phone(LI).await, village.phone(LI).await);
    let chen = village.phone(CHEN).await;
    assert_eq!(set(&stolen, GOOD, None, false).await, "200");
    assert_eq!(stolen.post("/api/v1/pairing", &json!({})).await.told(), "200");
    let for_li = invite::mint(village.pool(), LI, None).await.unwrap();
    let by_li = invite::mint(village.pool(), CHEN, Some(LI)).await.unwrap();
    let which = json!({ "device": stolen.get("/api/v1/me").await.body["device"] });
    let door = "/api/v1/devices/not-me";
    assert_eq!(chen.post(door, &which).await.told(), "404 no_such_device");
    let own = json!({ "device": mine.get("/api/v1/me").await.body["device"] });
    assert_eq!(mine.post(door, &own).await.told(), "404 no_such_device");
    let done = mine.post(door, &which).await;
    assert_eq!(done.told(), "200");
    assert_eq!(done.body, json!({ "devices": 1, "invites": 2, "password": true, "passkeys": 0 }));
    assert_eq!(stolen.get("/api/v1/me").await.told(), "401 device_revoked");
    assert_eq!(mine.get("/api/v1/me").await.told(), "200");
    assert_eq!(enter(&village, "liyuanhang", GOOD).await.told(), "403 wrong_password");
    for code in [for_li, by_li] {
        let body = json!({ "code": code.reveal() }).to_string();
        let redeemed = village.post("/api/v1/invites/redeem", "", body).await;
        assert_eq!(redeemed.told(), "410 invite_expired");
    }
    assert_eq!(village.count("select count(*) from pairing").await, 0);
    assert_eq!(village.count("select count(*) from audit where deed = 'not_me'").await, 1);
}
