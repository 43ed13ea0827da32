//! Nothing personal is in the log, however much of it is asked for.

use std::io;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::Request;
use domain::place::Person;
use domain::session::{Sort, seal};
use domain::{Act, Id, Kind, Role, Scope, SessionAct};
use serde_json::{Value, json};
use server::accounts::invite;
use sqlx::PgPool;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::prelude::*;

use crate::ballots::{self, SECRET as RATE, form, ratings, ready};
use crate::editions::founded;
use crate::evening::{Crew, seat};
use crate::leaflet::{encoded, fill, open, parcel, sends};
use crate::phone::Phone;
use crate::verify::sealed;
use crate::village::{CHEN, LI, REGION, SHANGFENG, WANG};

const BRIEF: &str = "zr8npq5wyt2vbm4shd7gfc3x";
const LOGIN: &str = "liyuanhang";
const PASSWORD: &str = "樟树下面一盏灯亮着呢";

/// All that was logged on this thread.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl io::Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Logged {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Logged {
    /// Begins to listen on this thread, until what is given back with it is dropped.
    fn listens() -> (Self, impl Drop) {
        let logged = Self::default();
        // six digits of a clock might be the very ones that pair two devices
        let lines = tracing_subscriber::fmt::layer().with_ansi(false).without_time();
        let lines = lines.with_writer(logged.clone()).with_filter(LevelFilter::DEBUG);
        let guard = tracing::subscriber::set_default(tracing_subscriber::registry().with(lines));
        (logged, guard)
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// The first line with something private in it, as it is or as an address would write it.
fn leak<'a>(log: &'a str, private: &str) -> Option<&'a str> {
    assert!(!private.is_empty());
    let number = private.bytes().all(|byte| byte.is_ascii_digit());
    let within = |line: &str| {
        if number {
            // digits that are part of an id or of a figure are others
            line.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == private)
        } else {
            line.contains(private)
        }
    };
    log.lines().find(|line| within(line) || line.contains(&encoded(private)))
}

/// Opens a page.
async fn visit(crew: &Crew, path: &str) -> u16 {
    let request = Request::get(path).body(Body::empty());
    crew.village.send(request.unwrap()).await.status.as_u16()
}

#[sqlx::test]
async fn a_whole_evening_leaves_nothing_personal_in_the_log(pool: PgPool) {
    // of a single one, what other stories log first would be taken for never wanted
    let beside = tracing::Dispatch::new(tracing_subscriber::registry());
    let (logged, guard) = Logged::listens();

    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(LI).await;
    for (id, name) in [(WANG, "王彩娣"), (CHEN, "陈素琴")] {
        let person = Person { name: name.into(), note: None, group: None, role: None };
        let change = li.change(Kind::Person, id, Scope::Region(REGION), Act::Introduce(person));
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
    let mut secrets = by_invite_digits_and_password(&crew, &li).await;
    let issue = crew.chen.raise("三盏路灯不亮，王彩娣说的。");
    let refused = crew.chen.edit(Id::now_v7(), "title", &json!("旧"), &json!("王彩娣家的灯"));
    crew.writes(std::slice::from_ref(&issue)).await;
    assert_eq!(crew.chen.push(&[refused]).await, "refused: no_such_record\n");
    assert_eq!(crew.chen.post("/api/v1/push", &json!({"words": "王彩娣"})).await.status, 400);
    secrets.extend(by_a_door(&crew).await);
    brief_and_ballot(&mut crew).await;
    let (evening, seal) = sealed(&mut crew, "先干哪三件").await;
    pages(&crew, issue.id, &seal.code).await;
    for paper in ["minutes.pdf", "minutes.docx", "minutes.txt", "broadcast.txt", "session.ics"] {
        let address = format!("/papers/{}/{paper}", evening.id);
        assert_eq!(crew.chen.get(&address).await.status, 200);
    }
    assert!(crew.chen.pull().await.contains("三盏路灯"));
    for (path, ask, status) in [
        ("/api/v1/audit", json!({}), 200),
        ("/api/v1/export", json!({"person": WANG}), 200),
        ("/api/v1/erase", json!({"person": WANG, "name": "王彩"}), 404),
        ("/api/v1/erase", json!({"person": WANG, "name": "王彩娣"}), 200),
    ] {
        assert_eq!(li.post(path, &ask).await.status, status, "{path}");
    }
    drop((guard, beside));

    let log = logged.text();
    assert!(log.lines().count() > 100, "so much was logged: {}", log.lines().count());
    for said in ["/api/v1/push", "/brief/…", "/rate/…", "/api/v1/pairing/enter", "/raise/", "/ask"]
    {
        assert!(log.contains(said), "{said} was asked for");
    }
    let words = [
        "王彩娣",
        "陈素琴",
        "施建林",
        "吴国梁",
        "施阿根",
        "方教授",
        "周老三",
        "三盏路灯",
        "灯杆装在",
        "北渠清淤",
        "错车道",
        "修得很好",
        "扶手高了",
        "旧青石",
        "井盖松了",
    ];
    secrets.extend([BRIEF, RATE].map(str::to_owned));
    for cookie in [&crew.chen, &crew.shi, &crew.wu, &li].map(|phone| &phone.cookie) {
        secrets.push(cookie.split_once('=').unwrap().1.to_owned());
    }
    for private in words.map(str::to_owned).into_iter().chain(secrets) {
        assert_eq!(leak(&log, &private), None, "{private} is in the log");
    }
}

/// The story above would see it, however it was written.
#[sqlx::test]
async fn what_somebody_logs_by_mistake_is_found(pool: PgPool) {
    let beside = tracing::Dispatch::new(tracing_subscriber::registry());
    let (logged, guard) = Logged::listens();
    let crew = Crew::new(pool).await;
    assert_eq!(visit(&crew, "/").await, 200);
    tracing::debug!("王彩娣 has come in");
    tracing::debug!(name = ?Some("陈素琴"), "has come in");
    tracing::debug!(path = "/ask?name=%E5%91%A8%E8%80%81%E4%B8%89", "is asked for");
    tracing::debug!(body = r#"{"digits":"204811"}"#, "was sent");
    tracing::debug!(id = "0204812", "is another number");
    drop((guard, beside));
    let log = logged.text();
    for private in ["王彩娣", "陈素琴", "周老三", "204811"] {
        assert!(leak(&log, private).is_some(), "{private} is not found in {log}");
    }
    for other in ["施建林", "204812"] {
        assert_eq!(leak(&log, other), None);
    }
}

/// People come in by an invite, by six digits and by a password, and mistype each; gives all that opened a door.
async fn by_invite_digits_and_password(crew: &Crew, li: &Phone) -> Vec<String> {
    let village = &crew.village;
    let post = async |path: &str, body: &Value| village.post(path, "", body.to_string()).await;
    let code = invite::mint(village.pool(), WANG, None).await.unwrap();
    let redeem = json!({ "code": code.reveal() });
    let came = post("/api/v1/invites/redeem", &redeem).await;
    assert_eq!(came.status, 200);
    assert_eq!(post("/api/v1/invites/redeem", &redeem).await.status, 410);
    let wrong = json!({ "code": format!("{}q", code.reveal()) });
    assert_eq!(post("/api/v1/invites/look", &wrong).await.status, 404);

    let drawn = village.phone(WANG).await.post("/api/v1/pairing", &json!({})).await;
    let digits = drawn.body["digits"].as_str().unwrap().to_owned();
    let enter = "/api/v1/pairing/enter";
    let mistyped = post(enter, &json!({ "name": "陈素琴", "digits": digits })).await;
    assert_eq!(mistyped.told(), "403 wrong_digits");
    let entered = post(enter, &json!({ "name": "王彩娣", "digits": digits })).await;
    assert_eq!(entered.told(), "200");

    let set = json!({ "login": LOGIN, "password": PASSWORD, "others": false });
    assert_eq!(li.post("/api/v1/password", &set).await.told(), "200");
    let enter = "/api/v1/password/enter";
    let mistyped = post(enter, &json!({ "login": "nobody", "password": PASSWORD })).await;
    assert_eq!(mistyped.told(), "403 wrong_password");
    let signed_in = post(enter, &json!({ "login": LOGIN, "password": PASSWORD })).await;
    assert_eq!(signed_in.told(), "200");

    let cookies = [came, entered, signed_in].map(|answer| answer.cookie.unwrap());
    let tokens = cookies.map(|cookie| cookie.split_once('=').unwrap().1.to_owned());
    let typed = [code.reveal().to_owned(), digits, PASSWORD.to_owned()];
    tokens.into_iter().chain(typed).collect()
}

/// Somebody without an account raises an issue and asks after it; gives its ticket and its number.
async fn by_a_door(crew: &Crew) -> Vec<String> {
    let path = format!("/raise/{SHANGFENG}");
    let ticket = open(&crew.village, &path).await.ticket();
    let boxes = [("ticket", &*ticket), ("words", "井盖松了。"), ("name", "周老三")];
    let thanks = sends(&crew.village, &path, parcel(&boxes, None), &[]).await;
    assert_eq!(thanks.status, 200);
    let number = thanks.number();
    let told = fill(&crew.village, "/ask", &[("number", &number)]).await;
    assert_eq!(told.status, 200);
    told.has(&["井盖松了"]);
    let wrong = fill(&crew.village, "/ask", &[("number", "2345 ABCD")]).await;
    assert_eq!(wrong.status, 404);
    vec![number.replace(' ', ""), number, ticket]
}

/// An expert answers by a link, and somebody rates by one.
async fn brief_and_ballot(crew: &mut Crew) {
    let evening = crew.planned("620 米路").await;
    let chen = &mut crew.chen;
    let expert = seat("方教授", Role::Expert, None, None);
    let expert = evening.begin(chen, SessionAct::Seat(expert));
    let (seat, question, key) = (expert.id, "错车道放哪几处？".to_owned(), seal::digest_of(BRIEF));
    let brief = evening.begin(chen, SessionAct::Brief { seat, question, key });
    let asked = brief.id;
    crew.writes(&[expert, brief]).await;
    let address = format!("/brief/{BRIEF}");
    assert_eq!(visit(crew, &address).await, 200);
    let boxes = [("lang", "zh-CN"), ("answer", "修得很好")];
    assert_eq!(fill(&crew.village, &address, &boxes).await.status, 303);
    assert_eq!(crew.fields(asked).await["answer"], json!("修得很好"));
    assert_eq!(visit(crew, "/brief/zzzzzzzzzzzzzzzzzzzzzzzz").await, 404);

    let action = ready(crew).await;
    assert_eq!(visit(crew, &format!("/rate/{RATE}")).await, 200);
    let (answer, _) = ballots::post(crew, RATE, &form("satisfied", "扶手高了点"), &[]).await;
    assert_eq!(answer.status, 303);
    assert_eq!(ratings(crew, action).await.len(), 1);
    let said = evening.says(&mut crew.chen, Sort::Opinion, "修得很好。", false);
    crew.writes(&[said]).await;
}

/// What anybody may read, and what is not there.
async fn pages(crew: &Crew, issue: Id, code: &str) {
    for (path, status) in [
        ("/", 200),
        ("/?lang=en", 200),
        ("/verify?code=QQQQQQQQ", 404),
        ("/nowhere/at/all", 404),
        (&*format!("/s/{code}"), 200),
        (&*format!("/verify/{code}"), 200),
        (&*format!("/t/{issue}"), 404),
    ] {
        assert_eq!(visit(crew, path).await, status, "{path}");
    }
}
