//! Who did what, from where, is read by the office and by who watches over the village, and by nobody else; everybody has
//! what is kept about them; what tasks cost is known in sums.

use domain::burden::day_of;
use domain::ledger::{Ledger, Line};
use domain::place::Person;
use domain::session::Sort;
use domain::{Act, Form, Id, Kind, Scope};
use serde_json::{Value, json};
use server::sync::now;
use sqlx::PgPool;

use crate::evening::{Crew, V, WU};
use crate::phone::Phone;
use crate::verify::sealed;
use crate::village::{CHEN, GUAO, LI, REGION, SHI, STRANGER, Village, WANG};

async fn ledger(phone: &Phone, ask: Value) -> Ledger {
    let answer = phone.post("/api/v1/audit", &ask).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Ledger::read(answer.body).unwrap()
}

/// `陈 accepted raise (issue no. 1)`, the newest first.
fn told(line: &Line) -> String {
    let who = [(CHEN, "陈"), (SHI, "施"), (WANG, "王"), (WU, "吴"), (LI, "李"), (STRANGER, "外")];
    let name = |id: Option<Id>| {
        id.map_or("-", |id| {
            who.iter().find(|(known, _)| *known == id).map_or("?", |(_, name)| name)
        })
    };
    let number = if line.number > 0 { format!(" no. {}", line.number) } else { String::new() };
    let more: Vec<String> =
        [line.act.clone(), line.kind.clone().map(|kind| kind + &number), line.code.clone()]
            .into_iter()
            .flatten()
            .collect();
    format!("{} {} {}", name(line.person), line.deed, more.join(" ")).trim_end().to_owned()
}

fn all(ledger: &Ledger) -> Vec<String> {
    ledger.lines.iter().map(told).collect()
}

#[sqlx::test]
async fn the_office_reads_its_region_and_a_supervisor_the_village(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let li = crew.village.phone(LI).await;
    let issue = crew.chen.raise("三盏路灯不亮。");
    let title = crew.chen.edit(issue.id, "title", &json!("三盏路灯不亮"), &json!("五组的灯"));
    crew.writes(&[issue.clone(), title]).await;
    let late = crew.chen.edit(Id::now_v7(), "title", &Value::Null, &json!("没有这条"));
    assert!(crew.chen.push(&[late]).await.starts_with("refused"));
    let mut stranger = crew.village.phone(STRANGER).await;
    let theirs = stranger.raise_in(Scope::Village(GUAO), "别的村");
    assert_eq!(stranger.push(&[theirs]).await, "ok\n");

    let seen = all(&ledger(&crew.wu, json!({})).await);
    for line in [
        "陈 accepted raise issue no. 1",
        "陈 accepted edit title issue no. 1",
        "陈 refused edit title no_such_record",
        "李 sign_in",
    ] {
        assert!(seen.contains(&line.to_owned()), "{line}: {seen:#?}");
    }
    assert!(seen.iter().all(|line| !line.starts_with('外')), "another village's: {seen:#?}");
    let seen = all(&ledger(&li, json!({})).await);
    assert!(seen.contains(&"吴 read".to_owned()), "each reading is noted: {seen:#?}");
    for phone in [&crew.chen, &crew.shi, &crew.village.phone(WANG).await, &stranger] {
        for path in ["/api/v1/audit", "/api/v1/erase/look"] {
            let answer = phone.post(path, &json!({"person": WANG})).await;
            assert_eq!(answer.told(), "403 not_yours", "{path}");
        }
        assert_eq!(phone.get("/api/v1/burden/sums").await.told(), "403 not_yours");
    }
    assert_eq!(crew.village.post("/api/v1/audit", "", "{}").await.told(), "401 signed_out");
    // in ids and codes alone
    let told: Vec<String> = sqlx::query_scalar("select audit::text from audit")
        .fetch_all(crew.village.pool())
        .await
        .unwrap();
    assert!(told.len() > 20 && told.iter().all(|line| line.is_ascii()), "{told:#?}");
}

#[sqlx::test]
async fn it_is_filtered_and_turned_page_by_page(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _) = sealed(&mut crew, "先干哪三件").await;
    let late = evening.says(&mut crew.chen, Sort::Opinion, "还有一句。", false);
    assert_eq!(crew.chen.push(&[late]).await, "refused: frozen\n");
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = ledger(&crew.wu, json!({"before": before})).await;
        assert!(page.lines.is_sorted_by(|one, other| one.id > other.id));
        before = page.lines.last().map(|line| line.id);
        seen.extend(page.lines);
        if !page.more {
            break;
        }
    }
    let ids: std::collections::BTreeSet<i64> = seen.iter().map(|line| line.id).collect();
    assert!(ids.len() == seen.len() && seen.len() > 30, "{}", seen.len());
    for word in ["convene", "seat", "state", "confirm", "sign", "seal", "promise"] {
        assert!(seen.iter().any(|line| line.act.as_deref() == Some(word)), "{word}");
    }
    let refused = ledger(&crew.wu, json!({"refused": true})).await;
    assert!(refused.lines.iter().all(Line::refused));
    assert_eq!(all(&refused), ["陈 refused state frozen"]);
    let shi = ledger(&crew.wu, json!({"person": SHI})).await;
    let of_shi = |line: &Line| line.person == Some(SHI) || line.about == Some(SHI);
    assert!(!shi.lines.is_empty() && shi.lines.iter().all(of_shi));
}

#[sqlx::test]
async fn whoever_does_not_come_in_is_noted_and_not_guessed_at(pool: PgPool) {
    let village = Village::new(pool).await;
    let li = village.phone(LI).await;
    let code = server::accounts::invite::mint(village.pool(), WANG, Some(SHI)).await.unwrap();
    let redeem =
        |code: &str| village.post("/api/v1/invites/redeem", "", json!({"code": code}).to_string());
    assert_eq!(redeem(code.reveal()).await.told(), "200");
    assert_eq!(redeem(code.reveal()).await.told(), "410 invite_used");
    let wrong = format!("{}x", code.reveal());
    assert_eq!(redeem(&wrong).await.told(), "404 no_such_invite");
    let refused = ledger(&li, json!({"refused": true})).await;
    assert_eq!(all(&refused), ["- sign_in_failed no_such_invite", "- sign_in_failed invite_used"]);
    assert_eq!([refused.lines[0].about, refused.lines[1].about], [None, Some(WANG)]);
    let text: Vec<String> = sqlx::query_scalar("select audit::text from audit")
        .fetch_all(village.pool())
        .await
        .unwrap();
    assert!(text.iter().all(|line| !line.contains(code.reveal())));
}

#[sqlx::test]
async fn what_is_older_than_two_years_is_forgotten(pool: PgPool) {
    let village = Village::new(pool).await;
    let before = village.count("select count(*) from audit").await;
    sqlx::query(
        "insert into audit (at, deed) values (now() - interval '729 days', 'sign_in'),
         (now() - interval '733 days', 'sign_in')",
    )
    .execute(village.pool())
    .await
    .unwrap();
    assert_eq!(server::accounts::forget(village.pool()).await.unwrap(), 1);
    assert_eq!(village.count("select count(*) from audit").await, before + 1);
}

#[sqlx::test]
async fn everybody_has_what_is_kept_about_them_and_nobody_elses_words(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    for (id, name) in [(WANG, "王彩娣"), (CHEN, "陈素琴")] {
        let person = Person { name: name.into(), note: None, group: None, role: None };
        let change = li.change(Kind::Person, id, Scope::Region(REGION), Act::Introduce(person));
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
    let wang = crew.village.phone(WANG).await;
    let secret = crew.chen.raise("陈素琴一个人写的。");
    crew.writes(std::slice::from_ref(&secret)).await;
    let say = Act::Say { issue: secret.id, words: "我也看见了。".into() };
    let mut wang = Phone { seq: 0, ..wang };
    let say = wang.change(Kind::Comment, Id::now_v7(), V, say);
    assert_eq!(wang.push(&[say]).await, "ok\n");
    sealed(&mut crew, "先干哪三件").await;

    let own = wang.post("/api/v1/export", &json!({})).await;
    assert_eq!(own.status, 200);
    assert!(own.header("content-disposition").contains("bandeng-my-data.json"));
    let text = own.body.to_string();
    for words in
        ["王彩娣", "我也看见了。", "灯杆装在转弯头。", "representative", "sign_in", "这是板凳会里"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("陈素琴一个人写的"), "another's words");
    for part in ["readme", "person", "roles", "records", "mentions", "devices", "invites", "deeds"]
    {
        assert!(!own.body[part].is_null() && own.body[part] != json!([]), "{part}");
    }
    // the office gives it to somebody without a phone, and nobody else does
    let theirs = li.post("/api/v1/export", &json!({"person": WANG})).await;
    assert_eq!(theirs.body["records"], own.body["records"]);
    for phone in [&crew.wu, &crew.shi] {
        let answer = phone.post("/api/v1/export", &json!({"person": WANG})).await;
        assert_eq!(answer.told(), "403 not_yours");
    }
    let noted = ledger(&li, json!({"person": WANG})).await;
    assert!(all(&noted).contains(&"李 export person".to_owned()), "{:?}", all(&noted));
}

#[sqlx::test]
async fn what_tasks_cost_is_known_in_sums_and_of_nobody(pool: PgPool) {
    let crew = Crew::new(pool).await;
    let today = day_of(now());
    let spent = |day: i64, task: &str, times: u32, fields: u32, seconds: u32| json!({"day": day, "sums": [{"task": task, "times": times, "fields": fields, "seconds": seconds}]});
    for (phone, body) in [
        (&crew.chen, spent(today - 1, "raise", 3, 12, 180)),
        (&crew.shi, spent(today - 1, "raise", 2, 8, 20)),
        (&crew.shi, spent(today, "answer", 4, 8, 20)),
    ] {
        assert_eq!(phone.post("/api/v1/burden", &body).await.told(), "200");
    }
    for wrong in [
        spent(today + 9, "raise", 1, 1, 1),
        spent(today - 40, "raise", 1, 1, 1),
        spent(today, "陈素琴", 1, 1, 1),
        spent(today, "raise", 0, 0, 0),
        spent(today, "raise", 1, 61, 1),
        spent(today, "raise", 1, 1, 7_201),
        spent(today, "raise", 201, 1, 1),
        json!({"day": today, "sums": [{"task": "rate", "times": 1, "fields": 1, "seconds": 1},
            {"task": "rate", "times": 1, "fields": 1, "seconds": 1}]}),
    ] {
        assert_eq!(crew.wu.post("/api/v1/burden", &wrong).await.told(), "400 malformed", "{wrong}");
    }
    let told = crew.wu.get("/api/v1/burden/sums").await;
    // what fewer than five did says something of somebody
    let raised = json!({"task": "raise", "times": 5, "fields": 20, "seconds": 200});
    assert_eq!(told.body, json!({"sums": [raised]}));
    let columns: Vec<String> = sqlx::query_scalar(
        "select column_name::text from information_schema.columns where table_name = 'burden' order by 1",
    )
    .fetch_all(crew.village.pool())
    .await
    .unwrap();
    assert_eq!(columns, ["day", "fields", "seconds", "task", "times"]);
    let mut last = String::new();
    for _ in 0..12 {
        last = crew.chen.post("/api/v1/burden", &spent(today, "rate", 1, 1, 1)).await.told();
    }
    assert_eq!(last, "429 too_many");
}
