//! Somebody asks to be erased: their name is nowhere any more, and what was sealed still stands.

use domain::act::{Confirmed, Proxy, Raise};
use domain::place::Person;
use domain::session::{Duty, Room, Seal, Sort, seal};
use domain::{Act, Category, Change, Form, Id, Kind, Role, Scope, SessionAct};
use serde_json::{Value, json};
use server::accounts::erase;
use server::sync::chain;
use sqlx::{PgPool, Row};

use crate::evening::{Crew, Evening, V, WU};
use crate::handset::Handset;
use crate::papers::as_read;
use crate::phone::Phone;
use crate::verify::page;
use crate::village::{CHEN, LI, REGION, Village, WANG};

const NAME: &str = "王彩娣";

/// Enters somebody in the directory of the region.
async fn introduce(li: &mut Phone, id: Id, name: &str, role: Role) {
    let note = Some(format!("{name}，三组"));
    let person = Person { name: name.into(), note, group: None, role: Some(role) };
    let change = li.change(Kind::Person, id, Scope::Region(REGION), Act::Introduce(person));
    assert_eq!(li.push(&[change]).await, "ok\n");
}

/// Every place in the whole database in which these words stand, as table and row.
pub(crate) async fn places(pool: &PgPool, words: &str) -> Vec<String> {
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE'",
    )
    .fetch_all(pool)
    .await
    .unwrap();
    assert!(tables.len() > 15, "{tables:?}");
    let mut found = Vec::new();
    for table in tables {
        let rows =
            format!("select whole::text from \"{table}\" whole where strpos(whole::text, $1) > 0");
        let rows =
            sqlx::query(sqlx::AssertSqlSafe(rows)).bind(words).fetch_all(pool).await.unwrap();
        found.extend(rows.iter().map(|row| format!("{table}: {}", row.get::<String, _>(0))));
    }
    found
}

/// An issue of hers, whose title was written over, a remark on it, and one that was refused.
async fn chatter(crew: &mut Crew) {
    let id = Id::now_v7();
    let raise = Act::Raise(Raise {
        words: format!("{NAME}家门口的灯不亮。"),
        title: Some(format!("{NAME}家的灯")),
        title_en: None,
        village: crate::village::SHANGFENG,
        category: Category::Road,
        group: None,
        households: None,
        proxy: Some(Proxy { name: NAME.into(), confirmed: Confirmed::Face }),
        named: true,
        received: false,
        door: None,
    });
    let chen = &mut crew.chen;
    let mut changes = vec![chen.change(Kind::Issue, id, V, raise)];
    changes.push(chen.edit(id, "title", &json!(format!("{NAME}家的灯")), &json!("五组的灯")));
    let say = Act::Say { issue: id, words: format!("{NAME}和王彩都在等。") };
    changes.push(chen.change(Kind::Comment, Id::now_v7(), V, say));
    crew.writes(&changes).await;
    let nowhere = Act::Say { issue: Id::now_v7(), words: format!("{NAME}问过了。") };
    let refused = crew.chen.change(Kind::Comment, Id::now_v7(), V, nowhere);
    assert!(crew.chen.push(&[refused]).await.starts_with("refused"));
}

/// An evening on which she speaks, is spoken of and promises, up to the read-back.
async fn evening(crew: &mut Crew) -> Evening {
    let evening = crew.planned("先干哪三件").await;
    let said = [(Sort::Opinion, "我王彩娣说了算，不是王彩。"), (Sort::Dissent, "先修五组路。")];
    crew.talks(evening, &said).await;
    crew.promises(evening, "王彩娣家门口装灯", "四组 王彩娣").await;
    evening
}

async fn erase_her(li: &Phone) -> Value {
    let ask = json!({"person": WANG});
    let looked = li.post("/api/v1/erase/look", &ask).await;
    assert_eq!(looked.status, 200, "{}", looked.body);
    let done = li.post("/api/v1/erase", &json!({"person": WANG, "name": NAME})).await;
    assert_eq!(done.body, looked.body, "as many as was said before");
    done.body
}

async fn whole(crew: &Crew) {
    let (lines, whole) = chain::report(crew.village.pool(), None).await.unwrap();
    assert!(whole, "{lines:?}");
}

#[sqlx::test]
async fn her_name_is_nowhere_and_the_seal_stands(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    introduce(&mut li, WANG, NAME, Role::Representative).await;
    introduce(&mut li, Id::now_v7(), "王彩", Role::Villager).await;
    introduce(&mut li, CHEN, "陈素琴", Role::Recorder).await;
    chatter(&mut crew).await;
    let evening = evening(&mut crew).await;
    let before = crew.seal(evening).await;
    crew.annex(evening, "王彩娣说的“三处”应为“两处”。").await;
    let her_phone = crew.village.phone(WANG).await;
    let mut held = Handset::new(&crew.village.app, WU, &crew.wu.cookie);
    held.catch_up().await;
    let on_the_phone = |held: &Handset| {
        let view = held.replica.view().values().map(|record| record.form().to_string());
        view.filter(|text| text.contains(NAME)).collect::<Vec<_>>()
    };
    assert!(on_the_phone(&held).len() > 5);
    assert!(places(crew.village.pool(), NAME).await.len() > 10);

    let told = erase_her(&li).await;
    assert!(told["records"].as_u64() > Some(8) && told["past"].as_u64() > Some(8), "{told}");
    assert_eq!(told["struck"], 0);

    assert_eq!(places(crew.village.pool(), NAME).await, Vec::<String>::new());
    let salt = before.names[2].salt.clone().unwrap();
    assert_eq!(places(crew.village.pool(), &salt).await, Vec::<String>::new());
    assert!(!places(crew.village.pool(), "王彩").await.is_empty(), "another keeps a shorter name");
    whole(&crew).await;
    let after = crew.sealed(evening).await;
    assert_eq!((&after.content, &after.digest), (&before.content, &before.digest));
    assert_eq!((&after.chain, &after.signed), (&before.chain, &before.signed));
    let (status, told) = page(&crew.village, &format!("/verify/{}", before.code)).await;
    assert!(status == 200 && told.contains("对得上") && !told.contains("依法"), "{told}");
    assert!(told.contains("主持（村书记）") && !told.contains("王彩"), "{told}");
    // what she was there as stands where she spoke, and whoever has a shorter name is no part of hers
    let (status, told) = page(&crew.village, &format!("/s/{}", before.code)).await;
    assert_eq!(status, 200);
    assert!(told.contains("三组村民") && !told.contains(NAME), "{told}");
    assert!(told.contains("我三组…说了算，不是王彩。"), "{told}");
    papers(&crew, evening).await;

    held.catch_up().await;
    assert_eq!(on_the_phone(&held), Vec::<String>::new());
    assert_eq!(held.astray().await, Vec::<String>::new());
    assert_eq!(her_phone.get("/api/v1/me").await.told(), "401 device_revoked");
    // she is gone, and is not erased twice
    let again = li.post("/api/v1/erase/look", &json!({"person": WANG})).await;
    assert_eq!(again.told(), "404 no_such_address");
    let noted = "select count(*) from audit where deed = 'erase' and about is not null and person is not null";
    assert_eq!(crew.village.count(noted).await, 1);
}

/// Minutes with names, for those who were there: her role in place of her name, in whatever form they are read.
async fn papers(crew: &Crew, evening: Evening) {
    for (paper, told) in [
        ("minutes.pdf", "施建林、陈素琴、村民"),
        ("minutes.docx", "施建林、陈素琴、村民"),
        ("minutes.txt", "三组村民（意见）：“我三组…说了算，不是王彩。”"),
        ("broadcast.txt", "三组…家门口装灯"),
        ("poster.pdf", "三组…家门口装灯"),
        ("handover.pdf", "村民代表家门口装灯"),
    ] {
        let (_, kind) = paper.split_once('.').unwrap();
        let answer = crew.chen.get(&format!("/papers/{}/{paper}", evening.id)).await;
        assert_eq!(answer.status, 200, "{paper}");
        let text = as_read(answer.bytes, kind);
        assert!(text.contains(told), "{paper}: {text}");
        assert!(!text.contains(NAME), "{paper}: {text}");
    }
}

#[sqlx::test]
async fn a_seal_of_the_first_format_says_that_names_were_taken_out(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    introduce(&mut li, WANG, NAME, Role::Villager).await;
    let evening = evening(&mut crew).await;
    let seal = first_format(&mut crew, evening).await;
    assert!(seal.content.get("format").is_none() && seal.names.is_empty());
    whole(&crew).await;
    assert_eq!(erase_her(&li).await["struck"], 1);
    assert_eq!(places(crew.village.pool(), NAME).await, Vec::<String>::new());
    whole(&crew).await;
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("对得上") && told.contains("依法把里面的姓名换成了身份"), "{told}");
    let (status, _) = page(&crew.village, &format!("/s/{}", seal.code)).await;
    assert_eq!(status, 200);
    // whoever says so without having erased anybody is found out
    for lie in [
        "update seal set struck = null",
        "update seal set struck = now();
         update record set fields = fields #- '{seal,struck}' where fields ? 'seal'",
    ] {
        let mut tx = crew.village.pool().begin().await.unwrap();
        sqlx::raw_sql(lie).execute(&mut *tx).await.unwrap();
        let walked = chain::walk(&mut tx, None).await.unwrap();
        assert!(walked[0].broken.is_some(), "{lie}");
        tx.rollback().await.unwrap();
    }
}

/// Signed and sealed by phones with an older build, which knows one format.
async fn first_format(crew: &mut Crew, evening: Evening) -> Seal {
    let mut phone = Handset::new(&crew.village.app, CHEN, &crew.chen.cookie);
    phone.catch_up().await;
    let view = phone.replica.view();
    let room = Room::of(&view[&evening.id], view).unwrap();
    let digest = seal::digest(&room.plain().unwrap());
    for (phone, duty) in [(&mut crew.shi, Duty::Host), (&mut crew.wu, Duty::Witness)] {
        let sign = SessionAct::Sign { about: evening.id, duty, digest: digest.clone() };
        let change = evening.begin(phone, sign);
        assert_eq!(phone.push(&[change]).await, "ok\n");
    }
    let press = evening.step(&mut crew.chen, SessionAct::Seal { digest });
    crew.writes(&[press]).await;
    crew.sealed(evening).await
}

#[sqlx::test]
async fn somebody_who_was_only_spoken_of_is_taken_out_too(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    let xu = Id::now_v7();
    introduce(&mut li, xu, "徐志强", Role::Villager).await;
    let evening = crew.planned("先干哪三件").await;
    crew.talks(evening, &[(Sort::Opinion, "徐志强家先装，王彩娣家后装。")]).await;
    let seal = crew.seal(evening).await;
    let ask = json!({"person": xu, "name": "徐志强"});
    assert_eq!(li.post("/api/v1/erase", &ask).await.body["struck"], 1);
    assert_eq!(places(crew.village.pool(), "徐志强").await, Vec::<String>::new());
    whole(&crew).await;
    let (_, told) = page(&crew.village, &format!("/verify/{}", seal.code)).await;
    assert!(told.contains("依法把里面的姓名换成了身份"), "{told}");
}

#[sqlx::test]
async fn the_office_alone_erases_and_types_the_name(pool: PgPool) {
    let crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    introduce(&mut li, WANG, NAME, Role::Villager).await;
    introduce(&mut li, LI, "李远航", Role::Office).await;
    let right = json!({"person": WANG, "name": NAME});
    for phone in [&crew.chen, &crew.shi, &crew.wu] {
        assert_eq!(phone.post("/api/v1/erase", &right).await.told(), "403 not_yours");
        assert_eq!(phone.post("/api/v1/erase/look", &right).await.told(), "403 not_yours");
    }
    for (wrong, told) in [
        (json!({"person": WANG, "name": "王彩"}), "404 no_such_address"),
        (json!({"person": WANG}), "404 no_such_address"),
        (json!({"person": CHEN, "name": NAME}), "404 no_such_address"),
        (json!({"person": LI, "name": "李远航"}), "403 not_yours"),
        (json!({"person": Id::now_v7(), "name": NAME}), "403 not_yours"),
    ] {
        assert_eq!(li.post("/api/v1/erase", &wrong).await.told(), told, "{wrong}");
    }
    assert!(!places(crew.village.pool(), NAME).await.is_empty());
}

#[sqlx::test]
async fn by_hand_the_name_is_said_twice(pool: PgPool) {
    let crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    introduce(&mut li, WANG, NAME, Role::Villager).await;
    let hall = &crew.village.hall;
    let told = erase::by_hand(hall, NAME, None).await.unwrap();
    assert!(told.contains("cannot be undone") && !told.contains(NAME), "{told}");
    assert!(erase::by_hand(hall, NAME, Some("王彩")).await.is_err());
    assert!(!places(crew.village.pool(), NAME).await.is_empty());
    let told = erase::by_hand(hall, NAME, Some(NAME)).await.unwrap();
    assert!(told.starts_with("erased, in ") && told.contains("Backups"), "{told}");
    assert_eq!(places(crew.village.pool(), NAME).await, Vec::<String>::new());
}

#[sqlx::test]
async fn what_is_written_meanwhile_waits_and_another_village_keeps_its_own(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut li = village.phone(LI).await;
    introduce(&mut li, WANG, NAME, Role::Villager).await;
    let mut stranger = village.phone(crate::village::STRANGER).await;
    let elsewhere = Scope::Village(crate::village::GUAO);
    let theirs: Change = stranger.raise_in(elsewhere, "我们村也有王彩娣。");
    assert_eq!(stranger.push(std::slice::from_ref(&theirs)).await, "ok\n");
    let mut chen = village.phone(CHEN).await;
    let ours = chen.raise("王彩娣家的灯。");
    assert_eq!(chen.push(std::slice::from_ref(&ours)).await, "ok\n");
    // the same letter again is answered as it was then, and brings no name back
    erase_her(&li).await;
    assert_eq!(chen.push(&[ours]).await, "ok again\n");
    let left = places(village.pool(), NAME).await;
    assert!(!left.is_empty() && left.iter().all(|place| place.contains("我们村也有")), "{left:?}");
}
