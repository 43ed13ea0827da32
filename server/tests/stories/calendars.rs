//! Links for calendars: made, read without a cookie, moved and called off with the sessions, taken back, and never guessed.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use domain::session::{Convene, Mode};
use domain::{Act, Id, Kind, Scope, SessionAct, Stage};
use serde_json::json;
use server::sync::now;
use sqlx::PgPool;

use crate::editions::{NAMES, founded};
use crate::evening::{Crew, Evening, V, convene};
use crate::phone::Phone;
use crate::village::{Answer, GUAO, LI, REGION, SHANGFENG, STRANGER, WANG};

/// Asks for a link; gives its name and its address.
pub(crate) async fn made(phone: &Phone, place: Id, lang: &str) -> (Id, String) {
    let answer = phone.post(&format!("/api/v1/calendars/{place}"), &json!({ "lang": lang })).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let id = answer.body["feed"]["id"].as_str().unwrap();
    (id.parse().unwrap(), answer.body["path"].as_str().unwrap().to_owned())
}

/// What a calendar is told: it has no cookie.
async fn read(crew: &Crew, path: &str) -> Answer {
    crew.village.send(Request::get(path).body(Body::empty()).unwrap()).await
}

pub(crate) async fn told(crew: &Crew, path: &str) -> String {
    let answer = read(crew, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    // as a calendar reads it: what was folded is whole again
    String::from_utf8(answer.bytes).unwrap().replace("\r\n ", "")
}

/// The line of a feed that begins so, without its beginning.
pub(crate) fn line<'a>(told: &'a str, begins: &str) -> Option<&'a str> {
    told.split("\r\n").find_map(|line| line.strip_prefix(begins))
}

fn shift(evening: Evening, phone: &mut Phone, place: &str) -> domain::Change {
    let (on, why) = (now() + 9 * domain::DAY, Some("下雨".to_owned()));
    evening.step(phone, SessionAct::Move { on, place: place.into(), why })
}

/// The links of a place that somebody may take back.
pub(crate) async fn open(phone: &Phone, place: Id) -> Vec<Id> {
    let answer = phone.get(&format!("/api/v1/calendars/{place}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let feeds = answer.body["feeds"].as_array().unwrap();
    feeds.iter().map(|feed| feed["id"].as_str().unwrap().parse().unwrap()).collect()
}

#[sqlx::test]
async fn a_calendar_follows_a_session_that_is_moved_and_called_off(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let (_, path) = made(&crew.chen, SHANGFENG, "zh-CN").await;
    let evening = crew.planned("先干哪三件").await;
    // planned, and nobody was told yet
    let before = told(&crew, &path).await;
    assert_eq!(line(&before, "X-WR-CALNAME:"), Some("上枫村 · 板凳会"));
    assert_eq!(line(&before, "BEGIN:VEVENT"), None, "{before}");
    let noticed = evening.proceed(&mut crew.chen, Stage::Planned, Stage::Noticed);
    crew.writes(&[noticed]).await;
    let first = told(&crew, &path).await;
    let uid = format!("{}@bandeng", evening.id);
    assert_eq!(line(&first, "UID:"), Some(&*uid));
    assert_eq!(line(&first, "STATUS:"), Some("CONFIRMED"));
    assert_eq!(line(&first, "SUMMARY:"), Some("先干哪三件"));
    assert_eq!(line(&first, "LOCATION:"), Some("老街古樟树下"));
    let numbered = |told: &str| line(told, "SEQUENCE:").unwrap().parse::<u32>().unwrap();

    let moved = shift(evening, &mut crew.chen, "文化礼堂");
    crew.writes(&[moved]).await;
    let second = told(&crew, &path).await;
    assert_eq!(line(&second, "UID:"), Some(&*uid), "it is the same entry");
    assert_eq!(line(&second, "LOCATION:"), Some("文化礼堂"));
    assert_ne!(line(&second, "DTSTART:"), line(&first, "DTSTART:"));
    assert!(numbered(&second) > numbered(&first), "{second}");

    let (from, to, why) = (Stage::Noticed, Stage::Cancelled, Some("并到镇里谈".to_owned()));
    let off = evening.step(&mut crew.shi, SessionAct::Proceed { from, to, why });
    assert_eq!(crew.shi.push(&[off]).await, "ok\n");
    let third = told(&crew, &path).await;
    assert_eq!(line(&third, "STATUS:"), Some("CANCELLED"));
    assert!(numbered(&third) > numbered(&second), "{third}");
}

#[sqlx::test]
async fn a_feed_says_what_the_village_was_told_and_names_nobody(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let (evening, mut changes) = crew.plan("王彩娣家门口的灯，要不要装", Vec::new());
    changes.push(evening.proceed(&mut crew.chen, Stage::Planned, Stage::Noticed));
    crew.writes(&changes).await;
    let moved = shift(evening, &mut crew.chen, "施建林家堂前");
    crew.writes(&[moved]).await;
    let (_, path) = made(&crew.chen, SHANGFENG, "en").await;
    let answer = read(&crew, &path).await;
    assert!(answer.header("content-type").starts_with("text/calendar"));
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert!(answer.cookie.is_none());
    let whole = String::from_utf8(answer.bytes).unwrap();
    assert!(whole.split("\r\n").all(|line| line.len() <= 75), "{whole}");
    let told = told(&crew, &path).await;
    assert_eq!(line(&told, "X-WR-CALNAME:"), Some("Shangfeng · sessions"));
    for name in NAMES.iter().chain(&["王彩娣", "施建林", "下雨"]) {
        assert!(!told.contains(name), "{name}: {told}");
    }
    // its lines are those of a calendar and no others
    let known = [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "REFRESH-INTERVAL;VALUE=DURATION",
        "X-PUBLISHED-TTL",
        "UID",
        "SEQUENCE",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "LOCATION",
        "DESCRIPTION",
        "STATUS",
    ];
    for line in told.split("\r\n").filter(|line| !line.is_empty()) {
        let name = line.split(':').next().unwrap();
        assert!(known.contains(&name), "{line}");
    }
}

#[sqlx::test]
async fn a_district_follows_all_its_villages_and_a_village_its_own(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(LI).await;
    let place = |name: &str, level, order| domain::place::Place {
        name: name.into(),
        level,
        order,
        ..domain::place::Place::default()
    };
    use domain::place::Level::{District, Village};
    let laid = [(REGION, place("云溪区", District, 0)), (GUAO, place("古岙村", Village, 1))];
    for (id, place) in laid {
        let change = li.change(Kind::Place, id, Scope::Region(REGION), Act::Found(place));
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
    let mine = crew.planned("上枫村的事").await;
    let noticed = mine.proceed(&mut crew.chen, Stage::Planned, Stage::Noticed);
    crew.writes(&[noticed]).await;
    let mut stranger = crew.village.phone(STRANGER).await;
    let SessionAct::Convene(theirs) = convene("古岙村的事", Vec::new()) else {
        panic!("it convenes")
    };
    let theirs = Convene { village: GUAO, mode: Mode::B, ..theirs };
    let (id, scope) = (Id::now_v7(), Scope::Village(GUAO));
    let change = stranger.change(Kind::Session, id, scope, SessionAct::Convene(theirs).into());
    assert_eq!(stranger.push(&[change]).await, "ok\n");
    sqlx::query("update record set fields = jsonb_set(fields, '{trail,1}', '{\"to\": \"noticed\", \"by\": \"00000000-0000-0000-0000-0000000000a4\", \"at\": 1}') where id = $1")
        .bind(id)
        .execute(crew.village.pool())
        .await
        .unwrap();
    let (_, whole) = made(&li, REGION, "zh-CN").await;
    let told_ = told(&crew, &whole).await;
    assert!(
        told_.contains("SUMMARY:上枫村的事\r\n") && told_.contains("SUMMARY:古岙村的事\r\n"),
        "{told_}"
    );
    assert_eq!(line(&told_, "X-WR-CALNAME:"), Some("云溪区 · 板凳会"));
    let (_, own) = made(&crew.chen, SHANGFENG, "zh-CN").await;
    let told_ = told(&crew, &own).await;
    assert!(told_.contains("上枫村的事") && !told_.contains("古岙村的事"), "{told_}");
}

#[sqlx::test]
async fn a_link_is_taken_back_by_whoever_made_it_or_by_the_office(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let li = crew.village.phone(LI).await;
    let (of_chen, path) = made(&crew.chen, SHANGFENG, "zh-CN").await;
    let (of_shi, other) = made(&crew.shi, SHANGFENG, "zh-CN").await;
    assert_eq!(open(&crew.chen, SHANGFENG).await, [of_chen]);
    assert_eq!(open(&li, SHANGFENG).await, [of_chen, of_shi]);
    let close = async |phone: &Phone, id: Id| {
        phone.post("/api/v1/calendars/close", &json!({ "id": id })).await.status.as_u16()
    };
    // another cadre is not told that there is one
    assert_eq!(close(&crew.shi, of_chen).await, 404);
    assert_eq!(close(&crew.chen, of_chen).await, 200);
    assert_eq!(close(&crew.chen, of_chen).await, 404);
    assert_eq!(close(&li, of_shi).await, 200);
    for path in [path, other] {
        assert_eq!(read(&crew, &path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(open(&li, SHANGFENG).await, [] as [Id; 0]);
    let noted = "select count(*) from audit where deed in ('calendar', 'calendar_close')";
    assert_eq!(crew.village.count(noted).await, 4);
}

#[sqlx::test]
async fn nobody_makes_a_link_for_a_place_that_is_not_theirs(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let [villager, stranger] = [crew.village.phone(WANG).await, crew.village.phone(STRANGER).await];
    let path = format!("/api/v1/calendars/{SHANGFENG}");
    for phone in [&villager, &stranger, &crew.wu] {
        assert_eq!(
            phone.post(&path, &json!({ "lang": "zh-CN" })).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(phone.get(&path).await.status, StatusCode::FORBIDDEN);
    }
    // twenty are enough for anybody's calendars
    for _ in 0..20 {
        made(&crew.chen, SHANGFENG, "zh-CN").await;
    }
    let more = crew.chen.post(&path, &json!({ "lang": "zh-CN" })).await;
    assert_eq!(more.status, StatusCode::TOO_MANY_REQUESTS);
}

#[sqlx::test]
async fn a_link_cannot_be_guessed_and_is_kept_as_a_digest(pool: PgPool) {
    let crew = Crew::new(pool).await;
    founded(&crew).await;
    let (id, path) = made(&crew.chen, SHANGFENG, "zh-CN").await;
    let secret = path.strip_prefix("/calendar/").unwrap().strip_suffix(".ics").unwrap();
    assert_eq!(secret.len(), 52);
    assert!(crate::erased::places(crew.village.pool(), secret).await.is_empty());
    // with or without its ending, and by nothing else
    assert_eq!(read(&crew, &format!("/calendar/{secret}")).await.status, StatusCode::OK);
    for wrong in [id.to_string(), "k".repeat(52), "k".repeat(5000), "%00".into(), "x".into()] {
        let answer = read(&crew, &format!("/calendar/{wrong}.ics")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let mut slow = 0;
    for n in 0..80 {
        let guess =
            format!("/calendar/{}.ics", format!("{n:02}").replace(['0', '1'], "z").repeat(26));
        slow += i32::from(read(&crew, &guess).await.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!(slow > 0, "whoever guesses is made to wait");
}

#[sqlx::test]
async fn an_entry_of_the_plan_comes_to_every_phone_of_the_village(pool: PgPool) {
    use domain::PlanAct;
    use domain::plan::{Enter, Month};

    let mut crew = Crew::new(pool).await;
    let mut wang = crew.village.phone(WANG).await;
    let evening = crew.planned("先干哪三件").await;
    wang.pull().await;
    let when = Month { year: 2026, month: 11 };
    let (id, enter) = (Id::now_v7(), Enter { village: SHANGFENG, when, ..Enter::default() });
    let plan = |phone: &mut Phone, act: PlanAct| phone.change(Kind::Plan, id, V, act.into());
    let entered = plan(&mut crew.shi, PlanAct::Enter(enter.clone()));
    assert_eq!(crew.shi.push(&[entered]).await, "ok\n");
    assert!(wang.pull().await.contains("v plan"), "what is planned is for the village to see");
    let hers = plan(&mut wang, PlanAct::Cancel { why: "不要".into() });
    assert_eq!(wang.push(&[hers]).await, "refused: not_your_part\n");
    // an issue that was not sorted, and one that is not there
    let lead = crew.chen.raise("路灯坏了");
    crew.writes(std::slice::from_ref(&lead)).await;
    let fill = plan(&mut crew.shi, PlanAct::Fill { issue: lead.id });
    assert_eq!(crew.shi.push(&[fill]).await, "refused: unripe\n");
    let fill = plan(&mut crew.shi, PlanAct::Fill { issue: Id::now_v7() });
    assert_eq!(crew.shi.push(&[fill]).await, "refused: no_such_record\n");
    // bound to its session: the server looks where that stands, also when the push does not name it
    let bind = plan(&mut crew.chen, PlanAct::Bind { session: evening.id });
    crew.writes(&[bind]).await;
    let to = Month { year: 2026, month: 12 };
    let shift = plan(&mut crew.shi, PlanAct::Shift { to, why: "忙".into() });
    assert_eq!(crew.shi.push(&[shift]).await, "refused: has_session\n");
    let (from, off, why) = (Stage::Planned, Stage::Cancelled, Some("人不齐".to_owned()));
    let act = SessionAct::Proceed { from, to: off, why };
    let proceed = evening.step(&mut crew.shi, act);
    assert_eq!(crew.shi.push(&[proceed]).await, "ok\n");
    let shift = plan(&mut crew.shi, PlanAct::Shift { to, why: "忙".into() });
    assert_eq!(crew.shi.push(&[shift]).await, "ok\n");
    // another phone of another cadre, without a signal until now, meant the same slot for another month
    let again = plan(&mut crew.shi, PlanAct::Enter(enter));
    assert_eq!(crew.shi.push(&[again]).await, "refused: already_there\n");
}
