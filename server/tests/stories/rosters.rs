//! A village that is founded later works as any other; and who is what in a region until when, told to its office alone.

use domain::place::{Level, Place};
use domain::roster::Roster;
use domain::{Act, DAY, Form, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::member;
use server::sync::now;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::trust::{GRANT, INVITE, village};
use crate::village::{CHEN, GUAO, LI, REGION, SHANGFENG, SHI, STRANGER, Village, WANG};

pub(crate) const LATER: Id = Id::from_u128(0x12);

/// Another region with an office of its own.
pub(crate) const ELSEWHERE: Id = Id::from_u128(0x2);

/// The office of the other region.
pub(crate) async fn office_elsewhere(village: &Village) -> Phone {
    let person = Id::from_u128(0xa9);
    let mut tx = village.pool().begin().await.unwrap();
    member::enrol(&mut tx, person).await.unwrap();
    member::grant(&mut tx, person, Role::Office, Scope::Region(ELSEWHERE)).await.unwrap();
    tx.commit().await.unwrap();
    village.phone(person).await
}

/// A town, a village in it and a group in that, as a phone sends them that founded them without a signal.
pub(crate) async fn founds(li: &mut Phone) -> String {
    let town = Id::from_u128(0x13);
    let spots = [
        (town, Level::Town, REGION, "梅渚镇"),
        (LATER, Level::Village, town, "渔浦村"),
        (Id::from_u128(0x121), Level::Group, LATER, "一组"),
    ];
    let changes = spots.map(|(id, level, parent, name)| {
        let place = Place { name: name.into(), level, parent: Some(parent), ..Place::default() };
        li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(place))
    });
    li.push(&changes).await
}

async fn roster(phone: &Phone, asked: &str) -> Roster {
    let answer = phone.get(&format!("/api/v1/district/{REGION}/roster{asked}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Roster::read(answer.body).unwrap()
}

#[sqlx::test]
async fn a_village_founded_later_has_the_office_in_it_and_takes_a_secretary(pool: PgPool) {
    let (village, mut li) = village(pool).await;
    let given = json!({ "person": WANG, "place": REGION, "role": "office" });
    assert_eq!(li.post(GRANT, &given).await.told(), "200");
    assert_eq!(founds(&mut li).await, "ok\nok\nok\n");
    // at once, also before anybody has pulled: whoever is the office may ask somebody in
    let mut other = village.phone(WANG).await;
    let asked = json!({ "name": "俞志明", "place": LATER, "role": "secretary" });
    let answer = other.post(INVITE, &asked).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let code = answer.body["invite"].as_str().unwrap();
    let person = Id::try_parse(answer.body["person"].as_str().unwrap()).unwrap();
    let body = json!({ "code": code }).to_string();
    let came = village.post("/api/v1/invites/redeem", "", body).await;
    assert_eq!(came.status, 200, "{}", came.body);
    let mut yu = Phone::new(village.app.clone(), person, came.cookie.unwrap());
    // the secretary reads where this is, and writes there
    let heard = yu.pull().await;
    assert!(heard.contains("渔浦村") && heard.contains("一组"), "{heard}");
    assert_eq!(heard.matches("membership secretary").count(), 3, "{heard}");
    let lamp = yu.raise_in(Scope::Village(LATER), "路灯坏了。");
    let lead = yu.change(
        Kind::Issue,
        Id::now_v7(),
        Scope::Draft(LATER),
        crate::phone::raise(LATER, "还没说准的事。"),
    );
    assert_eq!(yu.push(&[lamp.clone(), lead]).await, "ok\nok\n");
    // and both offices read it, and go on with it
    for office in [&mut li, &mut other] {
        let heard = office.pull().await;
        assert!(heard.contains("路灯坏了") && heard.contains("还没说准的事"), "{heard}");
    }
    let triaged = li.act(lamp.id, Act::Receive);
    assert_eq!(li.push(&[in_village(triaged)]).await, "ok\n");
    // nobody of another village came along
    let chen = village.phone(CHEN).await.get(&format!("/api/v1/people/{LATER}")).await;
    assert_eq!(chen.told(), "403 not_yours");
}

/// A change of a record of the later village.
fn in_village(change: domain::Change) -> domain::Change {
    domain::Change { scope: Scope::Village(LATER), ..change }
}

#[sqlx::test]
async fn a_place_is_laid_only_where_it_can_lie(pool: PgPool) {
    let (_village, mut li) = village(pool).await;
    let mut found = |id: u128, level, parent| {
        let place = Place { name: "新地方".into(), level, parent, ..Place::default() };
        li.change(Kind::Place, Id::from_u128(id), Scope::Region(REGION), Act::Found(place))
    };
    let changes = [
        found(0x31, Level::Group, Some(REGION)),
        found(0x32, Level::District, None),
        // of nobody's map
        found(0x33, Level::Village, Some(Id::from_u128(0x99))),
        // before what it lies in, and after it
        found(0x34, Level::Group, Some(Id::from_u128(0x35))),
        found(0x35, Level::Village, Some(REGION)),
        found(0x36, Level::Group, Some(Id::from_u128(0x35))),
    ];
    let told = "refused: wrong_value\nrefused: wrong_value\nrefused: no_such_record\n\
                refused: no_such_record\nok\nok\n";
    assert_eq!(li.push(&changes).await, told);
}

#[sqlx::test]
async fn who_is_what_until_when_is_told_over_the_whole_region(pool: PgPool) {
    let (village, mut li) = village(pool).await;
    founds(&mut li).await;
    let until = now() + 30 * DAY;
    let given = [
        json!({ "person": WANG, "place": LATER, "role": "recorder", "until": until }),
        json!({ "person": WANG, "place": REGION, "role": "member" }),
        json!({ "person": SHI, "place": LATER, "role": "villager" }),
    ];
    for given in &given {
        assert_eq!(li.post(GRANT, given).await.told(), "200");
    }
    village.phone(SHI).await;
    let asked = json!({ "person": CHEN, "place": SHANGFENG, "role": "recorder" });
    assert_eq!(li.post(INVITE, &asked).await.status, 200);
    let line = |roster: Roster| -> Vec<String> {
        let posts = roster.posts.into_iter().map(|post| {
            let soon = if post.ends_soon(now()) { " soon" } else { "" };
            let away = if post.away { " away" } else { "" };
            let asked = if post.invited.is_some() { " asked" } else { "" };
            let (at, who) = (post.place.as_u128(), post.person.as_u128());
            format!("{at:x} {who:x} {}{soon}{away}{asked}", post.role.as_str())
        });
        posts.collect()
    };
    // what a village's role reaches in the region is no role of its own, and the office is its region's
    let cadres = [
        "1 a3 member away",
        "1 a5 office",
        "10 a1 secretary",
        "10 a2 recorder away asked",
        "10 a3 representative away",
        "12 a3 recorder soon away",
    ];
    assert_eq!(line(roster(&li, "").await), cadres);
    let with = line(roster(&li, "?villagers=true").await);
    assert_eq!(with.len(), cadres.len() + 1);
    assert!(with.contains(&"12 a1 villager".to_owned()), "{with:#?}");
    // what has ended is over
    sqlx::query("update member set until = now() - interval '1 second' where until is not null")
        .execute(village.pool())
        .await
        .unwrap();
    assert!(!line(roster(&li, "").await).iter().any(|line| line.starts_with("12 ")));
    // of somebody who is something elsewhere, the office is not told whether they have come
    let mut tx = village.pool().begin().await.unwrap();
    member::grant(&mut tx, CHEN, Role::Recorder, Scope::Village(GUAO)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(line(roster(&li, "").await).contains(&"10 a2 recorder".to_owned()));
}

#[sqlx::test]
async fn a_roster_is_for_the_office_of_its_region(pool: PgPool) {
    let (village, _li) = village(pool).await;
    let elsewhere = office_elsewhere(&village).await;
    let door = format!("/api/v1/district/{REGION}/roster");
    for person in [SHI, CHEN, WANG, STRANGER] {
        assert_eq!(village.phone(person).await.get(&door).await.told(), "403 not_yours");
    }
    assert_eq!(elsewhere.get(&door).await.told(), "403 not_yours");
    let theirs = elsewhere.get(&format!("/api/v1/district/{ELSEWHERE}/roster")).await;
    assert_eq!(theirs.body["posts"].as_array().map(Vec::len), Some(1));
    assert_eq!(village.phone(LI).await.get(&door).await.told(), "200");
}
