//! How long a role is held, what it reaches, and what goes when it is taken.

use domain::place::{Level, Place};
use domain::{Act, DAY, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::{member, post};
use server::sync::now;
use sqlx::PgPool;

use crate::trust::{GRANT, WITHDRAW, place, role, roles, village};
use crate::village::{CHEN, LI, REGION, SHANGFENG, SHI, WANG};

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
    let group =
        Place {
            name: "一组".into(), level: Level::Group, parent: Some(other), ..Place::default()
        };
    let id = Id::from_u128(0x21);
    let group = li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(group));
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
    // those of the villages are none of the region's people
    let told = li.get(&format!("/api/v1/people/{REGION}")).await;
    let people = told.body["people"].as_array().unwrap();
    let offices: Vec<_> = people.iter().map(|one| one["posts"].clone()).collect();
    assert_eq!(offices, vec![json!([{ "role": "office" }]); 2]);
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
