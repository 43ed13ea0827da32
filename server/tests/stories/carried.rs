//! An issue that another village's carries on: its own people are told where, by what the public may read and no more.

use domain::act::Raise;
use domain::doubles::Doubles;
use domain::place::Person;
use domain::{Act, Category, Change, Id, Kind, Role, Scope};
use serde_json::json;
use server::accounts::member;
use sqlx::PgPool;

use crate::directory::Desk;
use crate::phone::{Phone, raise};
use crate::verify::page;
use crate::village::{CHEN, GUAO, REGION, SHANGFENG, SHI, STRANGER};

fn merge(phone: &mut Phone, issue: Id, village: Id, into: Id) -> Change {
    phone.change(Kind::Issue, issue, Scope::Village(village), Act::Merge { into })
}

async fn stands(desk: &Desk, issue: Id, standing: &str) {
    let at = "update record set fields = jsonb_set(fields, '{standing}', to_jsonb($2::text)) where id = $1";
    sqlx::query(at).bind(issue).bind(standing).execute(desk.village.pool()).await.unwrap();
}

/// Two villages of one brook; the upper one's issue is posted.
async fn brook(desk: &mut Desk) -> [Id; 2] {
    desk.enters("徐志强", "member", "", "", "").await;
    let title = "徐志强家门前枫溪上游采砂";
    let upper = desk.raises(title, "下游渠口淤了。", "field", "上枫村").await;
    // 古岙村's recorder, who is in the directory, raised the lower one
    let person = Person { name: "周春妹".into(), ..Person::default() };
    let person =
        desk.li.change(Kind::Person, STRANGER, Scope::Region(REGION), Act::Introduce(person));
    desk.writes(&[person]).await;
    let mut below = desk.village.phone(STRANGER).await;
    let Act::Raise(said) = raise(GUAO, "我们渠口淤塞，浇不上水。") else {
        panic!("it is raised")
    };
    let title = Some("枫溪上游挖砂".to_owned());
    let act = Act::Raise(Raise { title, category: Category::Field, ..said });
    let change = below.change(Kind::Issue, Id::now_v7(), Scope::Village(GUAO), act);
    let lower = change.id;
    assert_eq!(below.push(&[change]).await, "ok\n");
    stands(desk, upper, "posted").await;
    stands(desk, lower, "triaged").await;
    [upper, lower]
}

#[sqlx::test]
async fn whoever_raised_it_is_told_where_it_goes_on(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [upper, lower] = brook(&mut desk).await;
    let told: Doubles = desk.asks("doubles").await;
    let pairs: Vec<[Id; 2]> =
        told.issues.iter().map(|twins| [twins.both[0].issue, twins.both[1].issue]).collect();
    assert_eq!(pairs, [[upper, lower]]);
    assert_eq!(told.issues[0].shared[0], "枫溪上游");
    let mut below = desk.village.phone(STRANGER).await;
    below.pull().await;
    let change = merge(&mut desk.li, lower, GUAO, upper);
    desk.writes(&[change]).await;
    let (village, title): (Option<String>, Option<String>) = sqlx::query_as(
        "select fields->>'merged_village', fields->>'merged_title' from record where id = $1",
    )
    .bind(lower)
    .fetch_one(desk.village.pool())
    .await
    .unwrap();
    assert_eq!(village, Some(SHANGFENG.to_string()));
    let title = title.unwrap();
    assert!(title.contains("枫溪上游采砂") && !title.contains("徐志强"), "{title}");
    // the lower village hears of its own issue, and reads nothing of the other village
    let heard = below.pull().await;
    assert!(heard.contains("merged"), "{heard}");
    assert!(below.cursors.keys().all(|scope| *scope != Scope::Village(SHANGFENG)));
    // the public page says whose issues it carries on, and the merged one has none, as before
    for (lang, says) in [("zh-CN", "一起办的还有：古岙村 1 件"), ("en", "1 of 古岙村")]
    {
        let (status, told) = page(&desk.village, &format!("/t/{upper}?lang={lang}")).await;
        assert!(status == 200 && told.contains(says), "{told}");
        assert!(!told.contains("挖砂") && !told.contains("浇不上水"), "{told}");
        let (status, told) = page(&desk.village, &format!("/t/{lower}?lang={lang}")).await;
        assert!(status == 404 && !told.contains("枫溪"), "{told}");
    }
    // whoever raised it is still to be told: the village owes that
    let owed = "select count(*) from record where kind = 'issue' and fields->>'standing' = 'merged'
                and not fields ? 'echoes'";
    assert_eq!(desk.village.count(owed).await, 1);
    let waits = desk.li.get(&format!("/api/v1/district/{REGION}/waits")).await;
    let tally = waits.body["tally"].as_array().unwrap();
    let echo = tally.iter().find(|one| one["debt"] == "echo").unwrap();
    assert_eq!(echo["count"], 1, "{}", waits.body);
    // and the two are suggested no more
    let told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.issues, []);
}

#[sqlx::test]
async fn what_the_public_may_not_read_carries_on_nothing_of_another_village(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [upper, lower] = brook(&mut desk).await;
    for standing in ["lead", "triaged", "drafted", "approved", "parked", "declined", "settled"] {
        stands(&desk, upper, standing).await;
        let change = merge(&mut desk.li, lower, GUAO, upper);
        assert_eq!(desk.li.push(&[change]).await, "refused: apart\n", "{standing}");
    }
    let held = desk.li.raise_in(Scope::Draft(SHANGFENG), "还没人看过的事。");
    desk.writes(std::slice::from_ref(&held)).await;
    stands(&desk, held.id, "posted").await;
    let change = merge(&mut desk.li, lower, GUAO, held.id);
    assert_eq!(
        desk.li.push(&[change]).await,
        "refused: apart\n",
        "what is held back is not public"
    );
    let written =
        "select count(*) from record where fields ? 'merged_title' or fields ? 'merged_into'";
    assert_eq!(desk.village.count(written).await, 0);
}

#[sqlx::test]
async fn only_the_office_carries_an_issue_over_the_border(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let [upper, lower] = brook(&mut desk).await;
    // whoever works in one village learns nothing of what lies in the other
    let mut shi = desk.village.phone(SHI).await;
    let mine = shi.raise("埠头塌了。");
    assert_eq!(shi.push(std::slice::from_ref(&mine)).await, "ok\n");
    let beyond = merge(&mut shi, mine.id, SHANGFENG, lower);
    let nowhere = merge(&mut shi, mine.id, SHANGFENG, Id::now_v7());
    assert_eq!(shi.push(&[beyond, nowhere]).await, "refused: no_such_record\n".repeat(2));
    let mut below = desk.village.phone(STRANGER).await;
    let change = merge(&mut below, lower, GUAO, upper);
    assert_eq!(below.push(&[change]).await, "refused: no_such_record\n");
    // nor does whoever works in both say it
    let mut tx = desk.village.pool().begin().await.unwrap();
    for scope in member::scopes_of(Role::Recorder, GUAO, REGION) {
        member::grant(&mut tx, CHEN, Role::Recorder, scope).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut chen = desk.village.phone(CHEN).await;
    let change = merge(&mut chen, lower, GUAO, upper);
    assert_eq!(chen.push(&[change]).await, "refused: not_your_part\n");
    // two that are two are told apart by the office alone
    let path = format!("/api/v1/district/{REGION}/doubles/asunder");
    let sent = json!({ "one": upper, "other": lower });
    assert_eq!(chen.post(&path, &sent).await.told(), "403 not_yours");
    assert_eq!(desk.li.post(&path, &sent).await.status, 200);
    let told: Doubles = desk.asks("doubles").await;
    assert_eq!(told.issues, []);
}

#[sqlx::test]
async fn two_that_are_merged_into_one_another_at_once_go_in_no_circle(pool: PgPool) {
    let mut desk = Desk::new(pool).await;
    let one = desk.raises("路灯坏了", "晚上走不了。", "road", "上枫村").await;
    let other = desk.raises("路灯不亮", "晚上黑。", "road", "上枫村").await;
    let (mut here, mut there) = (desk.village.phone(CHEN).await, desk.village.phone(SHI).await);
    let a = [merge(&mut here, one, SHANGFENG, other)];
    let b = [merge(&mut there, other, SHANGFENG, one)];
    let (a, b) = tokio::join!(here.push(&a), there.push(&b));
    let mut told = [a, b];
    told.sort();
    assert_eq!(told, ["ok\n", "refused: apart\n"]);
}
