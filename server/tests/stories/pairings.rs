//! Coming in once more by six digits.

use serde_json::{Value, json};
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{Answer, CHEN, SHI, Village, WANG};

const OPEN: &str = "/api/v1/pairing";
const ENTER: &str = "/api/v1/pairing/enter";

/// The village, where two people have one name.
async fn village(pool: PgPool) -> Village {
    let village = Village::new(pool).await;
    for (person, name) in [(WANG, "王彩娣"), (CHEN, "陈素琴"), (SHI, "陈素琴")] {
        sqlx::query(
            "insert into record (scope, kind, id, ver, rev, at, gone, fields, stamps)
             values ('g:00000000-0000-0000-0000-000000000001', 'person', $1, 1, 1, 0, false,
                     jsonb_build_object('name', $2::text), '{}')",
        )
        .bind(person)
        .bind(name)
        .execute(village.pool())
        .await
        .unwrap();
    }
    village
}

async fn drawn(phone: &Phone) -> String {
    let told = phone.post(OPEN, &json!({})).await;
    assert_eq!(told.told(), "200");
    let digits = told.body["digits"].as_str().unwrap().to_owned();
    assert_eq!(digits.len(), 6);
    digits
}

async fn enter(village: &Village, name: &str, digits: &str) -> Answer {
    village.post(ENTER, "", json!({ "name": name, "digits": digits }).to_string()).await
}

/// Six digits that are not these.
fn other(digits: &str) -> String {
    let last = digits.chars().last().unwrap().to_digit(10).unwrap();
    format!("{}{}", &digits[..5], (last + 1) % 10)
}

#[sqlx::test]
async fn six_digits_bring_the_same_person_into_another_browser_once(pool: PgPool) {
    let village = village(pool).await;
    let phone = village.phone(WANG).await;
    let digits = drawn(&phone).await;
    let spaced = format!(" {} {} ", &digits[..3], &digits[3..]);
    let entered = enter(&village, "王彩娣", &spaced).await;
    assert_eq!(entered.told(), "200");
    assert_eq!(entered.body["person"], json!(WANG));
    let cookie = entered.cookie.unwrap();
    let app = Phone::new(village.app.clone(), WANG, cookie);
    assert_eq!(app.get("/api/v1/me").await.told(), "200");
    assert_eq!(enter(&village, "王彩娣", &digits).await.told(), "403 wrong_digits");
    let how = "select count(*) from audit where deed = 'sign_in' and code = 'pairing'";
    assert_eq!(village.count(how).await, 1);
}

#[sqlx::test]
async fn five_wrong_tries_kill_the_digits_of_that_name_and_of_no_other(pool: PgPool) {
    let village = village(pool).await;
    let (wang, chen) = (village.phone(WANG).await, village.phone(CHEN).await);
    let (of_wang, of_chen) = (drawn(&wang).await, drawn(&chen).await);
    for _ in 0..4 {
        assert_eq!(enter(&village, "王彩娣", &other(&of_wang)).await.told(), "403 wrong_digits");
    }
    // a stranger's mistakes under other names count for nothing
    assert_eq!(enter(&village, "没有这人", &of_wang).await.told(), "403 wrong_digits");
    assert_eq!(enter(&village, "王彩娣", &other(&of_wang)).await.told(), "403 wrong_digits");
    assert_eq!(enter(&village, "王彩娣", &of_wang).await.told(), "403 wrong_digits");
    assert_eq!(enter(&village, "陈素琴", &of_chen).await.told(), "200");
    // she draws anew
    let again = drawn(&wang).await;
    assert_eq!(enter(&village, "王彩娣", &again).await.told(), "200");
    let failed = "select count(*) from audit where deed = 'sign_in_failed' and code = 'pairing'";
    assert_eq!(village.count(failed).await, 7);
}

#[sqlx::test]
async fn two_of_one_name_each_come_in_as_themselves(pool: PgPool) {
    let village = village(pool).await;
    let (chen, shi) = (village.phone(CHEN).await, village.phone(SHI).await);
    let of_chen = drawn(&chen).await;
    let mut of_shi = drawn(&shi).await;
    while of_shi == of_chen {
        of_shi = drawn(&shi).await;
    }
    assert_eq!(enter(&village, "陈素琴", &of_shi).await.body["person"], json!(SHI));
    assert_eq!(enter(&village, "陈素琴", &of_chen).await.body["person"], json!(CHEN));
}

#[sqlx::test]
async fn digits_are_good_for_ten_minutes_and_only_the_last_that_were_drawn(pool: PgPool) {
    let village = village(pool).await;
    let wang = village.phone(WANG).await;
    let (first, mut second) = (drawn(&wang).await, drawn(&wang).await);
    while second == first {
        second = drawn(&wang).await;
    }
    assert_eq!(enter(&village, "王彩娣", &first).await.told(), "403 wrong_digits");
    sqlx::query("update pairing set expires = now() - interval '1 second'")
        .execute(village.pool())
        .await
        .unwrap();
    assert_eq!(enter(&village, "王彩娣", &second).await.told(), "403 wrong_digits");
}

#[sqlx::test]
async fn two_who_type_one_code_at_once_are_one(pool: PgPool) {
    let village = village(pool).await;
    let digits = drawn(&village.phone(WANG).await).await;
    let (one, other) =
        tokio::join!(enter(&village, "王彩娣", &digits), enter(&village, "王彩娣", &digits));
    let mut told = [one.told(), other.told()];
    told.sort();
    assert_eq!(told, ["200", "403 wrong_digits"]);
}

#[sqlx::test]
async fn a_device_that_was_sent_out_has_no_digits_left(pool: PgPool) {
    let village = village(pool).await;
    let (lost, phone) = (village.phone(WANG).await, village.phone(WANG).await);
    let digits = drawn(&lost).await;
    let id = lost.get("/api/v1/me").await.body["device"].clone();
    let sent = phone.post("/api/v1/devices/revoke", &json!({ "device": id })).await;
    assert_eq!(sent.told(), "200");
    assert_eq!(lost.post(OPEN, &json!({})).await.told(), "401 device_revoked");
    assert_eq!(enter(&village, "王彩娣", &digits).await.told(), "403 wrong_digits");
}

#[sqlx::test]
async fn digits_are_kept_nowhere_and_are_never_in_an_address(pool: PgPool) {
    let village = village(pool).await;
    let digits = drawn(&village.phone(WANG).await).await;
    let kept: Vec<String> = sqlx::query_scalar(
        "select pairing::text from pairing union all select audit::text from audit",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    assert!(!kept.is_empty() && kept.iter().all(|row| !row.contains(&digits)), "{kept:?}");
    let address = format!("{ENTER}?name=x&digits={digits}");
    let request = axum::http::Request::get(address).body(axum::body::Body::empty()).unwrap();
    assert_eq!(village.send(request).await.told(), "405 wrong_method");
    assert_eq!(village.post(ENTER, "", Value::Null.to_string()).await.told(), "400 malformed");
}

#[sqlx::test]
async fn after_many_tries_from_one_address_the_door_waits(pool: PgPool) {
    let village = village(pool).await;
    for _ in 0..60 {
        assert_eq!(enter(&village, "王彩娣", "000000").await.told(), "403 wrong_digits");
    }
    assert_eq!(enter(&village, "王彩娣", "000000").await.told(), "429 too_many");
}
