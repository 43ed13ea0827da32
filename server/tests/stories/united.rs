//! Somebody who was entered twice is made one: what was given to the double goes over, what is sealed stays, and nobody is
//! struck whose phone would lose words.

use domain::doubles::{Alike, Doubles, Pair};
use domain::place::Person;
use domain::{Act, Change, DAY, Id, Kind, Role, Scope};
use serde_json::{Value, json};
use server::accounts::invite;
use server::sync::{chain, now};
use sqlx::PgPool;

use crate::directory::Desk;
use crate::editions::founded;
use crate::evening::{Crew, V};
use crate::phone::Phone;
use crate::trust::GRANT;
use crate::verify::{page, sealed};
use crate::village::{GUAO, LI, REGION, SHANGFENG, SHI, Village, WANG};

const G: Scope = Scope::Region(REGION);

fn unite(phone: &mut Phone, double: Id, into: Id) -> Change {
    phone.change(Kind::Person, double, G, Act::Unite { into })
}

/// 唐守林, entered twice.
async fn twice(desk: &mut Desk) -> [Id; 2] {
    let one = desk.enters("唐守林", "expert", "forestry", "", "").await;
    let other = desk.enters("唐守林（林科院）", "expert", "plant_care", "", "看过竹山").await;
    [one, other]
}

async fn gives(li: &Phone, person: Id, place: Id, role: &str, until: Option<i64>) {
    let given = json!({ "person": person, "place": place, "role": role, "until": until });
    assert_eq!(li.post(GRANT, &given).await.told(), "200");
}

/// The roles of somebody by their scopes, each with its end.
async fn held(village: &Village, person: Id) -> Vec<(String, String, Option<i64>)> {
    sqlx::query_as(
        "select role, scope, (extract(epoch from until) * 1000)::bigint from member
         where person = $1 order by scope, role",
    )
    .bind(person)
    .fetch_all(village.pool())
    .await
    .unwrap()
}

async fn field(village: &Village, record: Id, field: &str) -> Option<String> {
    sqlx::query_scalar("select fields->>$2 from record where id = $1")
        .bind(record)
        .bind(field)
        .fetch_one(village.pool())
        .await
        .unwrap()
}

#[sqlx::test]
async fn what_the_double_was_given_goes_over_with_its_end(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [one, double] = twice(&mut desk).await;
    let (soon, later) = (now() + DAY, now() + 9 * DAY);
    gives(&desk.li, double, REGION, "expert", Some(later)).await;
    gives(&desk.li, one, REGION, "expert", Some(soon)).await;
    gives(&desk.li, double, SHANGFENG, "member", Some(soon)).await;
    let code = invite::mint(desk.village.pool(), double, Some(LI)).await.unwrap();
    let (session, seats) = desk.plans(vec![], Some(now() + 3 * DAY), &["唐守林（林科院）"]).await;
    let lead = "insert into record (scope, ver, kind, id, rev, at, fields) values
      ('v:00000000-0000-0000-0000-000000000010', 1, 'action', '00000000-0000-0000-0000-0000000000f1', 1, 0,
       jsonb_build_object('what', '种试验林', 'state', 'acting', 'lead', $1::text))";
    sqlx::query(lead).bind(double.to_string()).execute(desk.village.pool()).await.unwrap();
    let mut phone = desk.village.phone(one).await;
    phone.pull().await;
    let change = unite(&mut desk.li, double, one);
    assert_eq!(desk.li.push(std::slice::from_ref(&change)).await, "ok\n");
    // roles: the later of two ends, and nothing is left with the double
    let region = G.to_string();
    let village = Scope::Village(SHANGFENG).to_string();
    let want = [
        ("expert".to_owned(), region.clone(), Some(later)),
        ("member".to_owned(), region, Some(soon)),
        ("member".to_owned(), village, Some(soon)),
    ];
    assert_eq!(held(&desk.village, one).await, want);
    assert_eq!(held(&desk.village, double).await, []);
    // the double's invite opens nothing
    let body = format!(r#"{{"code":"{}"}}"#, code.reveal());
    let answer = desk.village.post("/api/v1/invites/redeem", "", body).await;
    assert!(answer.cookie.is_none() && answer.status.is_client_error(), "{}", answer.told());
    // seat, action and entry, each with its past
    let id = one.to_string();
    assert_eq!(field(&desk.village, seats[0], "person").await, Some(id.clone()));
    let action = Id::from_u128(0xf1);
    assert_eq!(field(&desk.village, action, "lead").await, Some(id));
    assert_eq!(field(&desk.village, one, "past").await, Some("看过竹山".to_owned()));
    let knows = field(&desk.village, one, "knows").await.unwrap();
    assert_eq!(knows, "[\"forestry\", \"plant_care\"]");
    let over = "select count(*) from field_history where field in ('person', 'lead')";
    assert_eq!(desk.village.count(over).await, 2);
    // the one who carries on reads that session now, and is told of the roles
    let heard = phone.pull().await;
    assert!(heard.contains("s seat 唐守林（林科院）"), "{heard}");
    assert!(heard.contains("membership member, v"), "{heard}");
    let read = "select count(*) from audit where deed = 'united' and person = $1 and about = $2";
    let noted: i64 =
        sqlx::query_scalar(read).bind(LI).bind(one).fetch_one(desk.village.pool()).await.unwrap();
    assert_eq!(noted, 1);
    // how often they were asked counts both
    assert_eq!(desk.asked("唐守林").await, 1);
    let other_phone = unite(&mut desk.li, double, one);
    assert_eq!(desk.li.push(&[other_phone, change]).await, "ok\nok again\n");
    assert_eq!(held(&desk.village, one).await.len(), 3);
    let mut new = desk.li.change(Kind::Seat, seats[0], Scope::Session(session), Act::Withdraw);
    new.uuid = Id::now_v7();
    assert_eq!(desk.li.push(&[new]).await, "ok\n");
    assert!(phone.pull().await.contains("revoked s"), "the seat is one like any other");
}

#[sqlx::test]
async fn what_is_sealed_stays_and_its_paper_still_matches(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let (evening, seal) = sealed(&mut crew, "先干哪三件").await;
    let mut li = crew.village.phone(LI).await;
    let other = Id::now_v7();
    let entries = [(WANG, "王彩娣"), (other, "王彩娣（三组）")].map(|(id, name)| {
        let person =
            Person { name: name.into(), role: Some(Role::Representative), ..Person::default() };
        li.change(Kind::Person, id, G, Act::Introduce(person))
    });
    assert_eq!(li.push(&entries).await, "ok\nok\n");
    let change = unite(&mut li, WANG, other);
    assert_eq!(li.push(&[change]).await, "ok\n");
    let seat = evening.seats[2];
    assert_eq!(field(&crew.village, seat, "person").await, Some(WANG.to_string()));
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("对得上"), "{told}");
    let mut db = crew.village.pool().acquire().await.unwrap();
    assert!(chain::walk(&mut db, None).await.unwrap().iter().all(|walked| walked.broken.is_none()));
    // what she represents goes over though that evening is done
    let roles: Vec<String> =
        held(&crew.village, other).await.into_iter().map(|(role, ..)| role).collect();
    assert_eq!(roles, ["representative", "representative"]);
    // whoever is erased is erased under both names, and was there as before
    let erase = json!({ "person": other, "name": "王彩娣（三组）" });
    assert_eq!(li.post("/api/v1/erase", &erase).await.status, 200);
    let left = "select count(*) from record where strpos(fields::text, '王彩娣') > 0";
    assert_eq!(crew.village.count(left).await, 0);
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("对得上"), "{told}");
}

#[sqlx::test]
async fn nobody_is_struck_whose_phone_would_lose_words(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [one, double] = twice(&mut desk).await;
    gives(&desk.li, double, REGION, "expert", None).await;
    gives(&desk.li, one, REGION, "expert", None).await;
    let theirs = desk.village.phone(double).await;
    let change = unite(&mut desk.li, double, one);
    assert_eq!(desk.li.push(&[change]).await, "refused: apart\n");
    assert_eq!(held(&desk.village, double).await.len(), 1);
    let own = desk.village.phone(one).await;
    let change = unite(&mut desk.li, one, double);
    assert_eq!(desk.li.push(&[change]).await, "refused: apart\n", "both have one");
    // the other way round, once that one has signed out
    assert_eq!(own.post("/api/v1/sign-out", &json!({})).await.status, 200);
    let change = unite(&mut desk.li, one, double);
    assert_eq!(desk.li.push(&[change]).await, "ok\n");
    assert_eq!(theirs.get("/api/v1/me").await.status, 200);
    // and whoever supervises is not made one with somebody who is supervised
    let [three, four] = twice(&mut desk).await;
    gives(&desk.li, three, SHANGFENG, "supervisor", None).await;
    gives(&desk.li, four, SHANGFENG, "recorder", None).await;
    let change = unite(&mut desk.li, three, four);
    assert_eq!(desk.li.push(&[change]).await, "refused: apart\n");
    // nobody gives themselves a role by it
    let me = Person { name: "李主任".into(), ..Person::default() };
    let me = desk.li.change(Kind::Person, LI, G, Act::Introduce(me));
    let change = unite(&mut desk.li, three, LI);
    assert_eq!(desk.li.push(&[me, change]).await, "ok\nrefused: apart\n");
    assert_eq!(held(&desk.village, three).await.len(), 3);
}

#[sqlx::test]
async fn only_the_office_of_the_region_says_who_is_one(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [one, double] = twice(&mut desk).await;
    let mut shi = desk.village.phone(SHI).await;
    let change = unite(&mut shi, double, one);
    assert_eq!(shi.push(&[change]).await, "refused: not_your_part\n");
    // an office of another region does not even learn that there is anybody
    let elsewhere = Id::from_u128(0x99);
    let mut tx = desk.village.pool().begin().await.unwrap();
    let office = Id::from_u128(0xb1);
    server::accounts::member::enrol(&mut tx, office).await.unwrap();
    let scope = Scope::Region(elsewhere);
    server::accounts::member::grant(&mut tx, office, Role::Office, scope).await.unwrap();
    tx.commit().await.unwrap();
    let mut other = desk.village.phone(office).await;
    let change = unite(&mut other, double, one);
    assert_eq!(other.push(&[change]).await, "refused: not_a_member\n");
    let own = Person { name: "唐守林".into(), ..Person::default() };
    let (own_id, act) = (Id::now_v7(), Act::Introduce(own));
    let own = other.change(Kind::Person, own_id, Scope::Region(elsewhere), act);
    let change = Change { scope: Scope::Region(elsewhere), ..unite(&mut other, own_id, one) };
    assert_eq!(other.push(&[own, change]).await, "ok\nrefused: no_such_record\n");
    for who in [&shi, &other] {
        for path in [String::from("doubles"), format!("doubles/{one}/{double}")] {
            let answer = who.get(&format!("/api/v1/district/{REGION}/{path}")).await;
            assert_eq!(answer.told(), "403 not_yours");
        }
        let sent = json!({ "one": one, "other": double });
        let answer = who.post(&format!("/api/v1/district/{REGION}/doubles/asunder"), &sent).await;
        assert_eq!(answer.told(), "403 not_yours");
    }
}

#[sqlx::test]
async fn two_who_say_it_both_ways_at_once_leave_one(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [one, double] = twice(&mut desk).await;
    for _ in 0..3 {
        let (mut here, mut there) = (desk.village.phone(LI).await, desk.village.phone(LI).await);
        let (a, b) = (unite(&mut here, double, one), unite(&mut there, one, double));
        let (a, b) = ([a], [b]);
        let (a, b) = tokio::join!(here.push(&a), there.push(&b));
        assert!([&*a, &*b].contains(&"refused: gone\n"), "{a}{b}");
    }
    let left = "select count(*) from record where kind = 'person' and not gone";
    assert_eq!(desk.village.count(left).await, 1);
    let open: Value = sqlx::query_scalar(
        "select jsonb_agg(fields->>'into') from record where kind = 'person' and fields ? 'into'",
    )
    .fetch_one(desk.village.pool())
    .await
    .unwrap();
    assert_eq!(open.as_array().map(Vec::len), Some(1), "{open}");
}

#[sqlx::test]
async fn who_looks_like_one_is_suggested_until_it_is_said_otherwise(pool: PgPool) {
    let mut desk = Desk::whole(pool).await;
    let [one, double] = twice(&mut desk).await;
    let mut told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.people.len(), 1, "{told:?}");
    let pair = told.people.remove(0);
    assert_eq!(pair.alike, Alike::Name);
    assert_eq!([pair.both[0].person, pair.both[1].person], [one, double]);
    assert!(pair.both.iter().all(|entry| !entry.phone && entry.village.is_none()));
    let village = Person { name: "田耕".into(), role: Some(Role::Expert), ..Person::default() };
    let (id, scope) = (Id::now_v7(), Scope::Village(GUAO));
    let change = desk.li.change(Kind::Person, id, scope, Act::Introduce(village));
    desk.writes(&[change]).await;
    let told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.people.len(), 2);
    // 田耕 was entered before 唐守林; of both entries the region's stands first
    let villages: Vec<Option<Id>> = told.people[0].both.iter().map(|entry| entry.village).collect();
    assert_eq!(villages, [None, Some(GUAO)]);
    // these are two
    let sent = json!({ "one": double, "other": one });
    let path = format!("/api/v1/district/{REGION}/doubles/asunder");
    assert_eq!(desk.li.post(&path, &sent).await.status, 200);
    assert_eq!(desk.li.post(&path, &sent).await.status, 200);
    let told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.people.len(), 1);
    let nobody = json!({ "one": double, "other": Id::now_v7() });
    assert_eq!(desk.li.post(&path, &nobody).await.status, 404);
    // and two that are not suggested can be looked at side by side
    let mut db = desk.village.pool().acquire().await.unwrap();
    server::accounts::member::enrol(&mut db, double).await.unwrap();
    desk.village.phone(double).await;
    let chosen: Pair = desk.asks(&format!("doubles/{double}/{one}")).await;
    let phones: Vec<(Id, bool)> =
        chosen.both.iter().map(|entry| (entry.person, entry.phone)).collect();
    assert_eq!((chosen.alike, phones), (Alike::Chosen, vec![(one, false), (double, true)]));
    let change = desk.li.change(Kind::Person, id, V, Act::Unite { into: desk.people["田耕"] });
    desk.writes(&[change]).await;
    let told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.people, []);
}
