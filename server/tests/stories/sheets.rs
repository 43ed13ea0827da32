//! The invites of a printed sheet: many at once, each as any other; nobody's open invite is ended by it, and nobody is asked
//! in who is not the office's to ask.

use domain::form::Form;
use domain::roster::{Invited, MOST};
use domain::{Id, Role, Scope};
use serde_json::{Value, json};
use server::accounts::member;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::rosters::{ELSEWHERE, LATER, founds, office_elsewhere};
use crate::trust::{INVITE, village};
use crate::village::{CHEN, GUAO, LI, REGION, SHANGFENG, SHI, STRANGER, Village, WANG};

fn door(region: Id) -> String {
    format!("/api/v1/district/{region}/sheets")
}

fn guests(guests: &[(Id, Id, &str)]) -> Value {
    let guests = guests
        .iter()
        .map(|(place, person, role)| json!({ "place": place, "person": person, "role": role }));
    json!({ "guests": guests.collect::<Vec<_>>() })
}

async fn made(li: &Phone, asked: &[(Id, Id, &str)]) -> Invited {
    let answer = li.post(&door(REGION), &guests(asked)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Invited::read(answer.body).unwrap()
}

async fn redeem(village: &Village, code: &str) -> String {
    let body = json!({ "code": code }).to_string();
    village.post("/api/v1/invites/redeem", "", body).await.told()
}

#[sqlx::test]
async fn a_sheet_asks_many_in_each_as_what_they_are(pool: PgPool) {
    let (village, mut li) = village(pool).await;
    founds(&mut li).await;
    let asked = json!({ "person": CHEN, "place": SHANGFENG, "role": "recorder" });
    let older = li.post(INVITE, &asked).await.body["invite"].as_str().unwrap().to_owned();
    let sheet = made(
        &li,
        &[
            (SHANGFENG, CHEN, "recorder"),
            (SHANGFENG, WANG, "representative"),
            // to be something there from now on
            (LATER, WANG, "recorder"),
            // twice on the paper is once
            (SHANGFENG, CHEN, "recorder"),
        ],
    )
    .await;
    let slips: Vec<_> = sheet.slips.iter().map(|s| (s.place, s.person, s.role)).collect();
    let expected = [
        (SHANGFENG, CHEN, Role::Recorder),
        (SHANGFENG, WANG, Role::Representative),
        (LATER, WANG, Role::Recorder),
    ];
    assert_eq!((slips, sheet.left), (expected.to_vec(), Vec::new()));
    // both are good, the older one and the one on the sheet, each once
    for code in [&older, &sheet.slips[0].invite] {
        assert_eq!(redeem(&village, code).await, "200");
        assert_eq!(redeem(&village, code).await, "410 invite_used");
    }
    let wang = village.phone(WANG).await;
    let roles = wang.get("/api/v1/me").await.body["roles"].to_string();
    assert!(roles.contains("representative") && roles.contains("recorder"), "{roles}");
    // and one that is taken back opens nothing
    let people = li.get(&format!("/api/v1/people/{LATER}")).await;
    let open = people.body["invites"].as_array().unwrap();
    assert_eq!(open.len(), 2);
    for invite in open {
        let taken = li.post("/api/v1/people/take-back", &json!({ "invite": invite["id"] })).await;
        assert_eq!(taken.told(), "200");
    }
    assert_eq!(redeem(&village, &sheet.slips[1].invite).await, "410 invite_expired");
}

#[sqlx::test]
async fn a_sheet_is_for_the_office_of_its_region_and_for_its_own_people(pool: PgPool) {
    let (village, li) = village(pool).await;
    let elsewhere = office_elsewhere(&village).await;
    let one = guests(&[(SHANGFENG, WANG, "representative")]);
    for person in [SHI, CHEN, WANG, STRANGER] {
        assert_eq!(
            village.phone(person).await.post(&door(REGION), &one).await.told(),
            "403 not_yours"
        );
    }
    assert_eq!(elsewhere.post(&door(REGION), &one).await.told(), "403 not_yours");
    // not through one's own door, either: the village is another region's
    assert_eq!(elsewhere.post(&door(ELSEWHERE), &one).await.told(), "403 not_yours");
    for (place, person) in [(GUAO, WANG), (REGION, WANG)] {
        let other = guests(&[(place, person, "member")]);
        assert_eq!(li.post(&door(REGION), &other).await.told(), "403 not_yours");
    }
    let many: Vec<_> = (0..=MOST).map(|_| (SHANGFENG, Id::now_v7(), "villager")).collect();
    for wrong in [json!({}), json!({ "guests": [] }), guests(&many)] {
        assert_eq!(li.post(&door(REGION), &wrong).await.told(), "400 malformed");
    }
    // whoever watches is none of those who are watched, nobody asks themselves in, and somebody who is something
    // elsewhere, or in no directory of the region, is not asked at all; of none of it does anything stay
    let mut tx = village.pool().begin().await.unwrap();
    member::grant(&mut tx, CHEN, Role::Recorder, Scope::Village(Id::from_u128(0x77)))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let before = village.count("select count(*) from member").await;
    let sheet = made(
        &li,
        &[
            (SHANGFENG, SHI, "supervisor"),
            (SHANGFENG, LI, "villager"),
            (SHANGFENG, CHEN, "member"),
            (SHANGFENG, STRANGER, "villager"),
            (SHANGFENG, WANG, "representative"),
        ],
    )
    .await;
    assert_eq!(sheet.left, [SHI, LI, CHEN, STRANGER]);
    assert_eq!(sheet.slips.iter().map(|slip| slip.person).collect::<Vec<_>>(), [WANG]);
    assert_eq!(village.count("select count(*) from member").await, before);
}

#[sqlx::test]
async fn who_made_a_sheet_is_written_down_and_sheets_are_few(pool: PgPool) {
    let (village, li) = village(pool).await;
    let one = guests(&[(SHANGFENG, WANG, "representative")]);
    made(&li, &[(SHANGFENG, WANG, "representative"), (SHANGFENG, CHEN, "recorder")]).await;
    let lines: Vec<(String, Option<Id>, Option<Id>)> = sqlx::query_as(
        "select deed, person, about from audit where deed in ('sheet', 'invite') and person is not null order by id",
    )
    .fetch_all(village.pool())
    .await
    .unwrap();
    let line = |deed: &str, about| (deed.to_owned(), Some(LI), Some(about));
    assert_eq!(lines, [line("invite", WANG), line("invite", CHEN), line("sheet", REGION)]);
    // no code is in them, and none in any table in clear
    let told = "select count(*) from audit where audit::text ~ '[a-z2-9]{26}'";
    assert_eq!(village.count(told).await, 0);
    for _ in 0..7 {
        assert_eq!(li.post(&door(REGION), &one).await.told(), "200");
    }
    assert_eq!(li.post(&door(REGION), &one).await.told(), "429 too_many");
    // an office that was turned away still asks somebody in by hand
    let asked = json!({ "person": WANG, "place": SHANGFENG, "role": "representative" });
    assert_eq!(li.post(INVITE, &asked).await.told(), "200");
}
