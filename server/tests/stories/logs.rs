//! Nothing personal is in the log, however much of it is asked for.

use std::io;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::{Request, header};
use domain::place::Person;
use domain::session::{Sort, seal};
use domain::{Act, FollowAct, Id, Kind, Role, Scope, SessionAct};
use serde_json::json;
use server::accounts::invite;
use sqlx::PgPool;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::prelude::*;

use crate::after::undertaking;
use crate::evening::{Crew, seat};
use crate::verify::sealed;
use crate::village::{CHEN, LI, REGION, SHANGFENG, WANG};

const BRIEF: &str = "kq7mzp4wxt9vbn3rhd6gfc2y";
const RATE: &str = "zr8npq5wyt2vbm4shd7gfc3x";

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

/// Opens a page, or sends a form to it.
async fn visit(crew: &Crew, path: &str, form: Option<&str>) -> u16 {
    let request = match form {
        Some(form) => Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form.to_owned())),
        None => Request::get(path).body(Body::empty()),
    };
    crew.village.send(request.unwrap()).await.status.as_u16()
}

#[sqlx::test]
async fn a_whole_evening_leaves_nothing_personal_in_the_log(pool: PgPool) {
    let logged = Logged::default();
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(logged.clone());
    let logs = tracing_subscriber::registry().with(lines.with_filter(LevelFilter::DEBUG));
    // of a single one, what other stories log first would be taken for never wanted
    let beside = tracing::Dispatch::new(tracing_subscriber::registry());
    let guard = tracing::subscriber::set_default(logs);

    let mut crew = Crew::new(pool).await;
    let mut li = crew.village.phone(LI).await;
    for (id, name) in [(WANG, "王彩娣"), (CHEN, "陈素琴")] {
        let person = Person { name: name.into(), note: None, group: None, role: None };
        let change = li.change(Kind::Person, id, Scope::Region(REGION), Act::Introduce(person));
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
    let code = invite::mint(crew.village.pool(), WANG, None).await.unwrap();
    let redeem = json!({"code": code.reveal()}).to_string();
    let came = crew.village.post("/api/v1/invites/redeem", "", redeem.clone()).await;
    assert_eq!(crew.village.post("/api/v1/invites/redeem", "", redeem).await.status, 410);
    let wrong = json!({"code": format!("{}q", code.reveal())}).to_string();
    assert_eq!(crew.village.post("/api/v1/invites/look", "", wrong).await.status, 404);

    let issue = crew.chen.raise("三盏路灯不亮，王彩娣说的。");
    let refused = crew.chen.edit(Id::now_v7(), "title", &json!("旧"), &json!("王彩娣家的灯"));
    crew.writes(std::slice::from_ref(&issue)).await;
    crew.chen.push(&[refused]).await;
    assert_eq!(crew.chen.post("/api/v1/push", &json!({"words": "王彩娣"})).await.status, 400);
    brief_and_ballot(&mut crew).await;
    let (evening, seal) = sealed(&mut crew, "先干哪三件").await;
    for path in ["/", "/?lang=en", "/verify?code=QQQQQQQQ", "/nowhere/at/all"] {
        visit(&crew, path, None).await;
    }
    for path in ["s", "verify"].map(|page| format!("/{page}/{}", seal.code)) {
        assert_eq!(visit(&crew, &path, None).await, 200, "{path}");
    }
    visit(&crew, &format!("/t/{}", issue.id), None).await;
    for paper in ["minutes.pdf", "minutes.docx", "minutes.txt", "broadcast.txt", "session.ics"] {
        let address = format!("/papers/{}/{paper}", evening.id);
        assert_eq!(crew.chen.get(&address).await.status, 200);
    }
    crew.chen.pull().await;
    for (path, ask) in [
        ("/api/v1/audit", json!({})),
        ("/api/v1/export", json!({"person": WANG})),
        ("/api/v1/erase", json!({"person": WANG, "name": "王彩"})),
        ("/api/v1/erase", json!({"person": WANG, "name": "王彩娣"})),
    ] {
        li.post(path, &ask).await;
    }
    drop((guard, beside));

    let log = String::from_utf8(logged.0.lock().unwrap().clone()).unwrap();
    assert!(log.lines().count() > 100, "so much was logged: {}", log.lines().count());
    assert!(log.contains("/api/v1/push") && log.contains("/brief/…") && log.contains("/rate/…"));
    let token = came.cookie.unwrap().split_once('=').unwrap().1.to_owned();
    let cookies = [&crew.chen, &crew.shi, &crew.wu, &li].map(|phone| phone.cookie.clone());
    let cookies = cookies.iter().map(|cookie| cookie.split_once('=').unwrap().1.to_owned());
    let secrets = [code.reveal().to_owned(), BRIEF.to_owned(), RATE.to_owned(), token];
    let words = [
        "王彩娣",
        "陈素琴",
        "施建林",
        "吴国梁",
        "施阿根",
        "方教授",
        "三盏路灯",
        "灯杆装在",
        "北渠清淤",
        "错车道",
        "修得很好",
        "旧青石",
    ];
    let private = words.map(str::to_owned).into_iter().chain(secrets).chain(cookies);
    for private in private {
        let line =
            log.lines().find(|line| line.contains(&private) || line.contains(&escaped(&private)));
        assert_eq!(line, None, "{private} is in the log");
    }
}

/// As a debugging line or an address would write it.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// An expert answers by a link, and somebody rates by one.
async fn brief_and_ballot(crew: &mut Crew) {
    let evening = crew.planned("620 米路").await;
    let chen = &mut crew.chen;
    let expert = seat("方教授", Role::Expert, None, None);
    let expert = evening.begin(chen, SessionAct::Seat(expert));
    let (seat, question, key) = (expert.id, "错车道放哪几处？".to_owned(), seal::digest_of(BRIEF));
    let brief = evening.begin(chen, SessionAct::Brief { seat, question, key });
    crew.writes(&[expert, brief]).await;
    let address = format!("/brief/{BRIEF}");
    assert_eq!(visit(crew, &address, None).await, 200);
    visit(crew, &address, Some("lang=zh-CN&answer=%E4%BF%AE%E5%BE%97%E5%BE%88%E5%A5%BD")).await;
    assert_eq!(visit(crew, "/brief/zzzzzzzzzzzzzzzzzzzzzzzz", None).await, 404);

    let (_, _, advice) = crew.handed_over("用旧青石").await;
    let action = crew.undertakes(undertaking(Some(advice), "石阶重砌")).await;
    let act = FollowAct::Ballot { action, name: "施阿根".into(), key: seal::digest_of(RATE) };
    let draft = Scope::Draft(SHANGFENG);
    let ballot = crew.chen.change(Kind::Ballot, Id::now_v7(), draft, act.into());
    crew.writes(&[ballot]).await;
    let address = format!("/rate/{RATE}");
    assert_eq!(visit(crew, &address, None).await, 200);
    visit(crew, &address, Some("lang=zh-CN&result=good&heard=yes&words=%E4%BF%AE")).await;
    let said = evening.says(&mut crew.chen, Sort::Opinion, "修得很好。", false);
    crew.chen.push(&[said]).await;
}
