//! Who asks whom in, as what, until when; and what goes when a role is taken.

use domain::place::{Level, Place};
use domain::{Act, DAY, Id, Kind, Role, Scope};
use serde_json::{Value, json};
use server::accounts::invite;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{CHEN, GUAO, LI, REGION, SHANGFENG, SHI, STRANGER, Village, WANG};

pub(crate) const GRANT: &str = "/api/v1/people/grant";
pub(crate) const WITHDRAW: &str = "/api/v1/people/withdraw";
pub(crate) const INVITE: &str = "/api/v1/people/invite";

/// The village with its places in the directory, founded by the office.
pub(crate) async fn village(pool: PgPool) -> (Village, Phone) {
    let village = Village::new(pool).await;
    let mut li = village.phone(LI).await;
    let founds = [
        place(&mut li, REGION, Level::District, "云溪区"),
        place(&mut li, SHANGFENG, Level::Village, "上枫村"),
    ];
    assert_eq!(li.push(&founds).await, "ok\nok\n");
    for person in [SHI, CHEN, WANG, LI] {
        let person = introduce(&mut li, person);
        assert_eq!(li.push(&[person]).await, "ok\n");
    }
    (village, li)
}

pub(crate) fn place(li: &mut Phone, id: Id, level: Level, name: &str) -> domain::Change {
    let parent = (id != REGION).then_some(REGION);
    let place = Place { name: name.into(), level, parent, ..Place::default() };
    li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(place))
}

fn introduce(li: &mut Phone, person: Id) -> domain::Change {
    let name = format!("村里人 {}", person.as_u128());
    let entry = domain::place::Person { name, ..domain::place::Person::default() };
    li.change(Kind::Person, person, Scope::Region(REGION), Act::Introduce(entry))
}

pub(crate) fn role(person: Id, role: Role) -> Value {
    json!({ "person": person, "place": SHANGFENG, "role": role.as_str() })
}

fn newcomer(name: &str, role: Role) -> Value {
    json!({ "name": name, "place": SHANGFENG, "role": role.as_str() })
}

pub(crate) async fn roles(village: &Village, person: Id) -> Vec<String> {
    sqlx::query_scalar(
        "select role || ' ' || left(scope, 1) from member where person = $1 order by 1",
    )
    .bind(person)
    .fetch_all(village.pool())
    .await
    .unwrap()
}

#[sqlx::test]
async fn the_secretary_makes_a_newcomer_recorder_and_the_link_opens_once(pool: PgPool) {
    let (village, _) = village(pool).await;
    let shi = village.phone(SHI).await;
    let asked = shi.post(INVITE, &newcomer("姜月仙", Role::Recorder)).await;
    assert_eq!(asked.told(), "200");
    let code = json!({ "code": asked.body["invite"] }).to_string();
    let looked = village.post("/api/v1/invites/look", "", code.clone()).await;
    assert_eq!(looked.body["name"], "姜月仙");
    assert_eq!(looked.body["roles"][0]["role"], "recorder");
    let redeemed = village.post("/api/v1/invites/redeem", "", code.clone()).await;
    assert_eq!(redeemed.told(), "200");
    let again = village.post("/api/v1/invites/redeem", "", code).await;
    assert_eq!(again.told(), "410 invite_used");
    let person: Id = serde_json::from_value(asked.body["person"].clone()).unwrap();
    assert_eq!(roles(&village, person).await, ["recorder d", "recorder g", "recorder v"]);
    let mut jiang = Phone::new(village.app.clone(), person, redeemed.cookie.unwrap());
    let issue = jiang.raise("路灯不亮。");
    assert_eq!(jiang.push(std::slice::from_ref(&issue)).await, "ok\n");
    assert_eq!(village.count("select count(*) from audit where deed = 'introduce'").await, 1);
}

#[sqlx::test]
async fn nobody_gives_what_is_not_theirs_to_give(pool: PgPool) {
    let (village, li) = village(pool).await;
    let (shi, chen, wang) =
        (village.phone(SHI).await, village.phone(CHEN).await, village.phone(WANG).await);
    for (phone, given, told) in [
        (&chen, Role::Villager, "200"),
        (&chen, Role::Representative, "403 not_yours"),
        (&shi, Role::Representative, "200"),
        (&shi, Role::Supervisor, "403 not_yours"),
        (&shi, Role::Secretary, "403 not_yours"),
        (&shi, Role::Expert, "403 not_yours"),
        (&shi, Role::Office, "403 not_yours"),
        (&wang, Role::Villager, "403 not_yours"),
        (&li, Role::Supervisor, "200"),
    ] {
        let asked = phone.post(INVITE, &newcomer("姜月仙", given)).await;
        assert_eq!(asked.told(), told, "{given:?}");
    }
    // what was refused has left nothing behind
    assert_eq!(village.count("select count(*) from record where kind = 'person'").await, 4 + 3);
    assert_eq!(shi.post(GRANT, &role(SHI, Role::Recorder)).await.told(), "403 own_role");
    assert_eq!(li.post(GRANT, &role(CHEN, Role::Supervisor)).await.told(), "409 watched");
    let stranger = village.phone(STRANGER).await;
    assert_eq!(stranger.post(GRANT, &role(WANG, Role::Villager)).await.told(), "403 not_yours");
    let nobody = json!({ "person": Id::now_v7(), "place": SHANGFENG, "role": "villager" });
    assert_eq!(shi.post(GRANT, &nobody).await.told(), "404 nobody_there");
    let nowhere = json!({ "person": WANG, "place": GUAO, "role": "villager" });
    assert_eq!(shi.post(GRANT, &nowhere).await.told(), "404 nobody_there");
    let out = village.post(GRANT, "", role(WANG, Role::Villager).to_string()).await;
    assert_eq!(out.told(), "401 signed_out");
}

#[sqlx::test]
async fn a_recorder_cannot_come_in_as_somebody_who_is_more(pool: PgPool) {
    let (village, li) = village(pool).await;
    let chen = village.phone(CHEN).await;
    // the secretary is in the directory, but is not the recorder's to ask in
    let asked = chen.post(INVITE, &role(SHI, Role::Villager)).await;
    assert_eq!(asked.told(), "403 not_yours");
    assert_eq!(roles(&village, SHI).await, ["secretary d", "secretary g", "secretary v"]);
    // an invite made while the guest was a villager is not good any more once the guest is more
    let asked = chen.post(INVITE, &newcomer("姜月仙", Role::Villager)).await;
    let person: Id = serde_json::from_value(asked.body["person"].clone()).unwrap();
    assert_eq!(li.post(GRANT, &role(person, Role::Supervisor)).await.told(), "200");
    let code = json!({ "code": asked.body["invite"] }).to_string();
    for door in ["/api/v1/invites/look", "/api/v1/invites/redeem"] {
        assert_eq!(village.post(door, "", code.clone()).await.told(), "410 invite_expired");
    }
}

#[sqlx::test]
async fn an_invite_of_somebody_who_lost_their_role_opens_nothing(pool: PgPool) {
    let (village, li) = village(pool).await;
    let shi = village.phone(SHI).await;
    let asked = shi.post(INVITE, &newcomer("姜月仙", Role::Representative)).await;
    assert_eq!(li.post(WITHDRAW, &role(SHI, Role::Secretary)).await.told(), "200");
    let code = json!({ "code": asked.body["invite"] }).to_string();
    let redeemed = village.post("/api/v1/invites/redeem", "", code).await;
    assert_eq!(redeemed.told(), "410 invite_expired");
}

#[sqlx::test]
async fn two_who_redeem_one_invite_at_once_are_one(pool: PgPool) {
    let (village, _) = village(pool).await;
    let code = invite::mint(village.pool(), WANG, Some(SHI)).await.unwrap();
    let body = json!({ "code": code.reveal() }).to_string();
    let door = "/api/v1/invites/redeem";
    let (one, other) =
        tokio::join!(village.post(door, "", body.clone()), village.post(door, "", body));
    let mut told = [one.told(), other.told()];
    told.sort();
    assert_eq!(told, ["200", "410 invite_used"]);
    let devices = sqlx::query_scalar::<_, i64>("select count(*) from device where person = $1");
    assert_eq!(devices.bind(WANG).fetch_one(village.pool()).await.unwrap(), 1);
}

#[sqlx::test]
async fn open_invites_are_listed_and_taken_back(pool: PgPool) {
    let (village, _) = village(pool).await;
    let (shi, chen) = (village.phone(SHI).await, village.phone(CHEN).await);
    let asked = shi.post(INVITE, &newcomer("姜月仙", Role::Representative)).await;
    let list = format!("/api/v1/people/{SHANGFENG}");
    let seen = shi.get(&list).await;
    assert_eq!(seen.body["invites"][0]["person"], asked.body["person"]);
    // whoever may not ask a representative in does not see that somebody did, nor takes it back
    assert_eq!(chen.get(&list).await.body["invites"], json!([]));
    let which = json!({ "invite": seen.body["invites"][0]["id"] });
    let back = "/api/v1/people/take-back";
    assert_eq!(chen.post(back, &which).await.told(), "403 not_yours");
    assert_eq!(shi.post(back, &which).await.told(), "200");
    assert_eq!(shi.post(back, &which).await.told(), "404 no_such_invite");
    let code = json!({ "code": asked.body["invite"] }).to_string();
    let redeemed = village.post("/api/v1/invites/redeem", "", code).await;
    assert_eq!(redeemed.told(), "410 invite_expired");
}

#[sqlx::test]
async fn people_are_told_to_those_who_may_give_roles_and_no_more_than_they_need(pool: PgPool) {
    let (village, _) = village(pool).await;
    let list = format!("/api/v1/people/{SHANGFENG}");
    let (shi, chen, wang) =
        (village.phone(SHI).await, village.phone(CHEN).await, village.phone(WANG).await);
    assert_eq!(wang.get(&list).await.told(), "403 not_yours");
    let told = shi.get(&list).await;
    assert_eq!(told.body["grants"], json!(["villager", "representative", "recorder"]));
    let one = |told: &Value, person: Id| {
        let people = told["people"].as_array().unwrap();
        people.iter().find(|one| one["person"] == json!(person)).unwrap().clone()
    };
    assert_eq!(one(&told.body, WANG)["devices"], json!(1));
    assert!(one(&told.body, WANG)["seen_on"].is_i64());
    // by the day, and only of those whom one may ask in again
    assert_eq!((one(&told.body, WANG)["seen_on"].as_i64().unwrap() + 8 * 3_600_000) % DAY, 0);
    assert_eq!(one(&told.body, SHI)["devices"], Value::Null);
    assert_eq!(one(&told.body, SHI)["seen_on"], Value::Null);
    let told = chen.get(&list).await;
    assert_eq!(told.body["grants"], json!(["villager"]));
    assert_eq!(one(&told.body, WANG)["devices"], Value::Null);
}
