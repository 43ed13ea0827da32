//! What ends, ends everywhere; what was given elsewhere stays.

use domain::follow::FollowAct;
use domain::place::Person;
use domain::{Act, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::erase;
use sqlx::PgPool;

use crate::editions::founded;
use crate::evening::{Crew, V};
use crate::handset::Handset;
use crate::leaflet::{fill, open};
use crate::mailbox::letters;
use crate::trust::{GRANT, WITHDRAW, roles, village};
use crate::village::{LI, REGION, SHANGFENG, WANG};

/// Somebody of the village's own directory, in no other.
const ZHANG: Id = Id::from_u128(0xd1);

/// A complaint that names 张三, which may be shown; gives its record.
async fn complaint(crew: &Crew) -> Id {
    let ticket = open(&crew.village, "/complain").await.ticket();
    let boxes = [("sort", "complaint"), ("words", "张三总说字小"), ("listed", "yes")];
    let boxes = [&[("ticket", &*ticket)], &boxes[..]].concat();
    assert_eq!(fill(&crew.village, "/complain", &boxes).await.status, 200);
    letters(crew).await.remove(0).0
}

/// A village with 张三 in its directory.
async fn with_zhang(pool: PgPool) -> Crew {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(LI).await;
    let person = Person { name: "张三".into(), role: Some(Role::Villager), ..Person::default() };
    let change = li.change(Kind::Person, ZHANG, V, Act::Introduce(person));
    assert_eq!(li.push(&[change]).await, "ok\n");
    crew
}

#[sqlx::test]
async fn an_office_whose_term_is_over_reads_no_letters(pool: PgPool) {
    let crew = with_zhang(pool).await;
    let letter = complaint(&crew).await;
    let li = crew.village.phone(LI).await;
    let holds = async || {
        let mut phone = Handset::new(&crew.village.app, LI, &li.cookie);
        phone.catch_up().await;
        phone.replica.view().contains_key(&letter)
    };
    assert!(holds().await);
    sqlx::query("update member set until = now() - interval '1 second' where role = 'office'")
        .execute(crew.village.pool())
        .await
        .unwrap();
    assert!(!holds().await);
}

#[sqlx::test]
async fn whoever_is_named_in_a_letter_to_the_district_is_named_to_nobody(pool: PgPool) {
    let crew = with_zhang(pool).await;
    let letter = complaint(&crew).await;
    let mut li = crew.village.phone(LI).await;
    let answer = FollowAct::Answer { words: "告诉张三，下个月有大字版。".into() };
    let change = li.change(Kind::Letter, letter, Scope::District(REGION), answer.into());
    assert_eq!(li.push(&[change]).await, "ok\n");
    open(&crew.village, "/complain").await.has(&["总说字小", "下个月有大字版"]).hasnt(&["张三"]);
    // and once erased, nowhere at all
    let stands = async || crate::erased::places(crew.village.pool(), "张三").await;
    assert!(!stands().await.is_empty());
    erase::of(&crew.village.hall, ZHANG, "张三", None).await.unwrap();
    assert_eq!(stands().await, Vec::<String>::new());
}

#[sqlx::test]
async fn a_role_that_was_given_in_the_region_does_not_end_with_one_in_a_village(pool: PgPool) {
    let (village, li) = village(pool).await;
    let expert = |place: Id, until: Option<i64>| {
        let mut given = json!({ "person": WANG, "place": place, "role": "expert" });
        if let Some(until) = until {
            given["until"] = json!(until);
        }
        given
    };
    let before = roles(&village, WANG).await;
    let held = async || {
        let asked = "select count(*) from member where role = 'expert' and scope like 'g:%' and until is null";
        village.count(asked).await
    };
    assert_eq!(li.post(GRANT, &expert(REGION, None)).await.told(), "200");
    let tomorrow = server::sync::now() + domain::DAY;
    assert_eq!(li.post(GRANT, &expert(SHANGFENG, Some(tomorrow))).await.told(), "200");
    assert_eq!(held().await, 1, "for good, as it was given");
    let taken = |place: Id| expert(place, None);
    assert_eq!(li.post(WITHDRAW, &taken(SHANGFENG)).await.told(), "200");
    assert_eq!(held().await, 1, "it was not the village's");
    // the other way round: what the village reaches stays when the region's own goes
    assert_eq!(li.post(GRANT, &expert(SHANGFENG, None)).await.told(), "200");
    assert_eq!(li.post(WITHDRAW, &taken(REGION)).await.told(), "200");
    assert_eq!(held().await, 1, "the directory is reached from the village");
    assert_eq!(li.post(WITHDRAW, &taken(SHANGFENG)).await.told(), "200");
    assert_eq!(roles(&village, WANG).await, before);
}

#[sqlx::test]
async fn whoever_signs_out_all_others_leaves_them_no_digits(pool: PgPool) {
    let (village, li) = village(pool).await;
    let thief = village.phone(LI).await;
    assert_eq!(thief.post("/api/v1/pairing", &json!({})).await.told(), "200");
    let set = json!({ "login": "li", "password": "十个字的口令真不好记啊", "others": true });
    assert_eq!(li.post("/api/v1/password", &set).await.told(), "200");
    assert_eq!(village.count("select count(*) from pairing").await, 0);
}
