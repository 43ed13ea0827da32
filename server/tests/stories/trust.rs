//! Who asks whom in, as what, until when; and what goes when a role is taken.

use domain::place::{Level, Place};
use domain::{Act, DAY, Id, Kind, Role, Scope};
use serde_json::{Value, json};
use server::accounts::{invite, member, post};
use server::sync::now;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{CHEN, GUAO, LI, REGION, SHANGFENG, SHI, STRANGER, Village, WANG};

const GRANT: &str = "/api/v1/people/grant";
const WITHDRAW: &str = "/api/v1/people/withdraw";
const INVITE: &str = "/api/v1/people/invite";

/// The village with its places in the directory, founded by the office.
async fn village(pool: PgPool) -> (Village, Phone) {
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

fn place(li: &mut Phone, id: Id, level: Level, name: &str) -> domain::Change {
    let parent = (id != REGION).then_some(REGION);
    let place = Place { name: name.into(), level, parent, ..Place::default() };
    li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(place))
}

fn introduce(li: &mut Phone, person: Id) -> domain::Change {
    let name = format!("村里人 {}", person.as_u128());
    let entry = domain::place::Person { name, ..domain::place::Person::default() };
    li.change(Kind::Person, person, Scope::Region(REGION), Act::Introduce(entry))
}

fn role(person: Id, role: Role) -> Value {
    json!({ "person": person, "place": SHANGFENG, "role": role.as_str() })
}

fn newcomer(name: &str, role: Role) -> Value {
    json!({ "name": name, "place": SHANGFENG, "role": role.as_str() })
}

async fn roles(village: &Village, person: Id) -> Vec<String> {
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

#[sqlx::test]
async fn a_role_counts_for_nothing_from_the_moment_it_ends(pool: PgPool) {
    let (village, li) = village(pool).await;
    let shi = village.phone(SHI).await;
    let until = now() + DAY;
    let given = json!({ "person": WANG, "place": SHANGFENG, "role": "recorder", "until": until });
    assert_eq!(shi.post(GRANT, &given).await.told(), "200");
    let past =
        json!({ "person": WANG, "place": SHANGFENG, "role": "recorder", "until": now() - 1 });
    assert_eq!(li.post(GRANT, &past).await.told(), "422 wrong_until");
    let mut wang = village.phone(WANG).await;
    let heard = wang.pull().await;
    assert!(heard.contains("membership recorder, d"), "{heard}");
    let told: Option<i64> = sqlx::query_scalar(
        "select (fields->>'until')::bigint from record where kind = 'membership' and not gone
           and fields->>'role' = 'recorder' and scope = $1 and fields->>'scope' = $2",
    )
    .bind(Scope::User(WANG).to_string())
    .bind(Scope::Village(SHANGFENG).to_string())
    .fetch_one(village.pool())
    .await
    .unwrap();
    assert_eq!(told, Some(until));
    let raised = wang.change(Kind::Issue, Id::now_v7(), Scope::Draft(SHANGFENG), lead());
    assert_eq!(wang.push(&[raised]).await, "ok\n");
    sqlx::query("update member set until = now() - interval '1 second' where until is not null")
        .execute(village.pool())
        .await
        .unwrap();
    let raised = wang.change(Kind::Issue, Id::now_v7(), Scope::Draft(SHANGFENG), lead());
    assert_eq!(wang.push(&[raised]).await, "refused: not_a_member\n");
    assert!(wang.pull().await.contains("revoked"));
    assert_eq!(wang.get("/api/v1/me").await.body["roles"].as_array().map(Vec::len), Some(2));
    // and in a day the phone hears that it is over
    assert_eq!(post::tidy(village.pool()).await.unwrap(), 3);
    assert!(wang.pull().await.contains("gone"));
    assert_eq!(roles(&village, WANG).await, ["representative g", "representative v"]);
}

fn lead() -> Act {
    crate::phone::raise(SHANGFENG, "还没说准的事。")
}

#[sqlx::test]
async fn what_a_role_reached_goes_with_it_and_what_another_reaches_stays(pool: PgPool) {
    let (village, mut li) = village(pool).await;
    let other = Id::from_u128(0x12);
    let founded = place(&mut li, other, Level::Village, "渔浦村");
    assert_eq!(li.push(&[founded]).await, "ok\n");
    let elsewhere = json!({ "person": CHEN, "place": other, "role": "recorder" });
    assert_eq!(li.post(GRANT, &elsewhere).await.told(), "200");
    assert_eq!(li.post(WITHDRAW, &role(CHEN, Role::Recorder)).await.told(), "200");
    let held: Vec<String> =
        sqlx::query_scalar("select scope from member where person = $1 order by scope")
            .bind(CHEN)
            .fetch_all(village.pool())
            .await
            .unwrap();
    let want = [Scope::Draft(other), Scope::Region(REGION), Scope::Village(other)];
    assert_eq!(held, want.map(|scope| scope.to_string()));
    assert_eq!(li.post(WITHDRAW, &elsewhere).await.told(), "200");
    assert_eq!(roles(&village, CHEN).await, [""; 0]);
}

#[sqlx::test]
async fn the_office_works_in_a_village_it_has_just_founded(pool: PgPool) {
    let (village, mut li) = village(pool).await;
    let other = Id::from_u128(0x12);
    let raised = li.raise_in(Scope::Village(other), "路太窄。");
    assert_eq!(li.push(&[raised]).await, "refused: not_a_member\n");
    let founded = place(&mut li, other, Level::Village, "渔浦村");
    assert_eq!(li.push(std::slice::from_ref(&founded)).await, "ok\n");
    let raised = li.raise_in(Scope::Village(other), "路太窄。");
    assert_eq!(li.push(&[raised]).await, "ok\n");
    assert!(li.pull().await.contains("membership"));
    // told twice it is given once, and a group of a village is no place for a role
    assert_eq!(li.push(&[founded]).await, "ok again\n");
    let group = place(&mut li, Id::from_u128(0x21), Level::Group, "一组");
    assert_eq!(li.push(&[group]).await, "ok\n");
    let offices = "select count(*) from member where role = 'office'";
    assert_eq!(village.count(offices).await, 1 + 2 * 2);
    // nobody else came along
    assert_eq!(village.count("select count(*) from member where scope like '%12'").await, 2);
}

#[sqlx::test]
async fn an_office_reaches_every_village_of_its_region_and_loses_them_together(pool: PgPool) {
    let (village, li) = village(pool).await;
    let given = json!({ "person": WANG, "place": REGION, "role": "office" });
    assert_eq!(village.phone(SHI).await.post(GRANT, &given).await.told(), "403 not_yours");
    assert_eq!(li.post(GRANT, &given).await.told(), "200");
    let all = ["office d", "office g", "office v", "representative g", "representative v"];
    assert_eq!(roles(&village, WANG).await, all);
    assert_eq!(li.post(WITHDRAW, &given).await.told(), "200");
    assert_eq!(roles(&village, WANG).await, ["representative g", "representative v"]);
    // the last office cannot take its own
    let own = json!({ "person": LI, "place": REGION, "role": "office" });
    assert_eq!(li.post(WITHDRAW, &own).await.told(), "403 own_role");
}

#[sqlx::test]
async fn two_who_give_one_role_at_once_give_it_once(pool: PgPool) {
    let (village, li) = village(pool).await;
    let shi = village.phone(SHI).await;
    let given = role(WANG, Role::Recorder);
    let (one, other) = tokio::join!(li.post(GRANT, &given), shi.post(GRANT, &given));
    assert_eq!([one.told(), other.told()], ["200", "200"]);
    let told =
        "select count(*) from record where kind = 'membership' and fields->>'role' = 'recorder'
                and scope = 'u:00000000-0000-0000-0000-0000000000a3'";
    assert_eq!(village.count(told).await, 3);
    let mut tx = village.pool().begin().await.unwrap();
    member::grant(&mut tx, WANG, Role::Recorder, Scope::Village(SHANGFENG)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(village.count(told).await, 3);
}
