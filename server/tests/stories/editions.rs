//! The public edition names nobody, on no page and in no language, but whoever wanted to be named.

use axum::body::Body;
use axum::http::Request;
use domain::place::Person;
use domain::session::{Duty, Promise, Seat, Sort, State};
use domain::{Act, Change, Id, Kind, Role, Scope, SessionAct};
use serde_json::json;
use sqlx::PgPool;

use crate::evening::{Crew, ENDING, Evening, OPENING, seat};
use crate::verify::page;
use crate::village::{CHEN, LI, REGION, SHANGFENG, SHI, Village};

/// Everybody on the bench, and 徐志强 and 欧阳春花, who are only in the directory.
pub(crate) const NAMES: [&str; 9] =
    ["施建林", "陈素琴", "王彩娣", "施国富", "方其正", "沈科", "郑股长", "徐志强", "欧阳春花"];
/// The one who wants to be named, at one statement.
const CONSENTS: &str = "方其正";
const NUMBERS: [&str; 6] = [
    "13800001234",
    "138 0000 1234",
    "138-0000-1234",
    "+86 138 0000 1234",
    "0571-88881234",
    "１３８００００１２３４",
];

/// Words in which everybody is named, with every number.
pub(crate) fn chatter() -> String {
    format!("{}都在，打{}。", NAMES.join("和"), NUMBERS.join("、"))
}

/// Words in which everybody of the directory is named, with every number.
pub(crate) fn gossip() -> String {
    format!("徐志强和欧阳春花和施国富都在，打{}。", NUMBERS.join("、"))
}

/// Names people in the directory.
pub(crate) async fn directory(crew: &Crew) {
    let mut li = crew.village.phone(LI).await;
    for name in ["徐志强", "欧阳春花", "施国富"] {
        let person = Person { name: name.into(), note: None, group: None, role: None };
        let act = Act::Introduce(person);
        let change = li.change(Kind::Person, Id::now_v7(), Scope::Region(REGION), act);
        assert_eq!(li.push(&[change]).await, "ok\n");
    }
}

/// The seats, whose labels and groups name people, too.
fn seats() -> [Seat; 7] {
    let label = |label: &str| Some(format!("{label}，{}的同事，13800001234", NAMES[3]));
    let group = |group: &str| Some(group.to_owned());
    let (host, recorder) = (Some(Duty::Host), Some(Duty::Recorder));
    let chen = seat("陈素琴", Role::Recorder, Some(CHEN), recorder);
    let shi = seat("施国富", Role::Representative, None, None);
    let wang = seat("王彩娣", Role::Villager, None, None);
    let fang = seat("方其正", Role::Expert, None, None);
    [
        seat("施建林", Role::Secretary, Some(SHI), host),
        Seat { label: label("村委"), ..chen },
        Seat { group: group("王彩娣家那组"), ..wang },
        Seat { group: group("四组"), label: label("大户"), ..shi },
        Seat { remote: true, label: label("大学"), ..fang },
        Seat { label: group("区水利局沈科"), ..seat("沈科", Role::Department, None, None) },
        seat("郑股长", Role::Department, None, None),
    ]
}

/// What everybody says, and nods to; the expert consents for one of two.
fn said(crew: &mut Crew, evening: Evening, seats: &[Id]) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, seat) in seats.iter().enumerate() {
        let dissent = format!("我是{}，不同意。", NAMES[at]);
        for (sort, words) in [(Sort::Opinion, chatter()), (Sort::Dissent, dissent)] {
            let named = at == 4 && sort == Sort::Opinion;
            let state = State { sort, seat: Some(*seat), part: 3, words: Some(words), named };
            let said = evening.begin(&mut crew.chen, SessionAct::State(state));
            let nod = evening.nods(&mut crew.chen, &said);
            changes.extend([said, nod]);
        }
    }
    changes
}

/// An evening whose every text names everybody, about an issue that is on the board.
async fn loud(crew: &mut Crew) -> Evening {
    loud_about(crew, "北渠淤了半边").await.0
}

/// The same, about an issue in these words; gives the issue, too.
pub(crate) async fn loud_about(crew: &mut Crew, words: &str) -> (Evening, Id) {
    let issue = crew.chen.raise(words);
    let id = issue.id;
    let evening = Evening { id: Id::now_v7(), seats: [Id::nil(); 3] };
    let convene = crate::evening::convene(&chatter(), vec![id]);
    let mut changes = vec![
        issue,
        evening.step(&mut crew.chen, convene),
        evening.begin(&mut crew.chen, SessionAct::Minute),
    ];
    let laid = seats().map(|seat| evening.begin(&mut crew.chen, SessionAct::Seat(seat)));
    let ids: Vec<Id> = laid.iter().map(|seat| seat.id).collect();
    changes.extend(laid);
    changes.extend(OPENING.map(|(from, to)| evening.proceed(&mut crew.chen, from, to)));
    changes.extend(said(crew, evening, &ids));
    let chen = &mut crew.chen;
    changes.push(evening.begin(chen, SessionAct::Ask { words: chatter(), part: 3 }));
    let promise = Promise { statement: None, what: Some(chatter()), owner: chatter(), due: None };
    changes.push(evening.begin(chen, SessionAct::Promise(promise)));
    changes.extend(ENDING.map(|(from, to)| evening.proceed(chen, from, to)));
    for field in ["facts", "consensus", "background"] {
        let act = Act::Edit { field: field.into(), from: json!(null), to: json!(chatter()) };
        let papers = domain::session::papers_of(evening.id);
        changes.push(chen.change(Kind::Minutes, papers, evening.bench(), act));
    }
    crew.writes(&changes).await;
    let posted =
        "update record set fields = fields || '{\"standing\": \"consulted\"}' where id = $1";
    sqlx::query(posted).bind(id).execute(crew.village.pool()).await.unwrap();
    (evening, id)
}

/// The village has a name, so that `/` shows it.
pub(crate) async fn founded(crew: &Crew) {
    let mut li = crew.village.phone(LI).await;
    let place = domain::place::Place {
        name: "上枫村".into(),
        name_en: Some("Shangfeng".into()),
        level: domain::place::Level::Village,
        parent: None,
        order: 0,
    };
    let change = li.change(Kind::Place, SHANGFENG, Scope::Region(REGION), Act::Found(place));
    assert_eq!(li.push(&[change]).await, "ok\n");
}

/// Digits alone: a number that is broken up by signs is a number.
fn digits(text: &str) -> String {
    let text = text.chars().map(|c| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
        c => c,
    });
    text.filter(char::is_ascii_digit).collect()
}

/// Checks that a page names nobody; gives how often the one who consents is named.
pub(crate) fn checked(path: &str, told: &str) -> usize {
    for name in NAMES.iter().filter(|name| **name != CONSENTS) {
        assert!(!told.contains(name), "{path} names {name}: {told}");
    }
    let all = digits(told);
    for number in ["13800001234", "88881234"] {
        assert!(!all.contains(number), "{path} has {number}: {told}");
    }
    for number in NUMBERS {
        assert!(!told.contains(number), "{path} has {number}: {told}");
    }
    told.matches(CONSENTS).count()
}

#[sqlx::test]
async fn nobody_is_named_but_whoever_consented_and_only_there(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    directory(&crew).await;
    let evening = loud(&mut crew).await;
    let seal = crew.seal(evening).await;
    let (annexed, annex) = crew.annex(evening, &chatter()).await;
    assert_ne!(annexed, evening.id);
    for lang in ["zh-CN", "en"] {
        let path = |path: String| format!("{path}?lang={lang}");
        for (path, named) in [
            // beside the words, and in them
            (path(format!("/s/{}", seal.code)), 2),
            (path("/".into()), 0),
            (path(format!("/verify/{}", seal.code)), 0),
            (path(format!("/verify/{}", annex.code)), 0),
            (path("/verify".into()), 0),
        ] {
            let (status, told) = page(&crew.village, &path).await;
            assert_eq!(status, 200, "{path}");
            assert!(!told.contains("<script") && !told.contains("style="), "{path}");
            assert_eq!(checked(&path, &told), named, "{path}: {told}");
        }
    }
    let (_, board) = page(&crew.village, "/").await;
    assert!(board.contains(&format!("href=\"/s/{}\"", seal.code)), "{board}");
    let (status, _) = page(&crew.village, &format!("/s/{}", annex.code)).await;
    assert_eq!(status, 303);
}

#[sqlx::test]
async fn of_a_draft_there_is_nothing_anywhere(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    directory(&crew).await;
    let evening = loud(&mut crew).await;
    let digest = domain::session::seal::digest(&crew.content(evening, evening.id).await);
    let code = domain::session::seal::code(&digest).unwrap();
    for path in [format!("/s/{code}"), format!("/verify/{code}"), "/".into()] {
        let (status, told) = page(&crew.village, &path).await;
        assert_eq!(status, if path == "/" { 200 } else { 404 }, "{path}");
        assert_eq!(checked(&path, &told), 0);
        assert!(!told.contains("href=\"/s/") && !told.contains("都在"), "{path}");
    }
}

/// What a browser downloads of a page, compressed, with its style.
pub(crate) async fn weight(village: &Village, path: &str, encoding: &str) -> usize {
    let mut sum = 0;
    let (status, whole) = page(village, path).await;
    assert_eq!(status, 200, "{path}");
    let sheet = whole.split_once("href=\"/public.css").unwrap().1.split_once('"').unwrap().0;
    for path in [path, &format!("/public.css{sheet}")] {
        let request = Request::get(path).header("accept-encoding", encoding);
        sum += village.send(request.body(Body::empty()).unwrap()).await.bytes.len();
    }
    sum
}

#[sqlx::test]
async fn the_pages_of_a_long_evening_are_small(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let evening = loud(&mut crew).await;
    let seal = crew.seal(evening).await;
    for path in [format!("/s/{}", seal.code), format!("/verify/{}", seal.code), "/verify".into()] {
        for encoding in ["br", "gzip"] {
            let weight = weight(&crew.village, &path, encoding).await;
            println!("{path} {encoding}: {weight} bytes");
            assert!(weight <= 14 * 1024, "{path} {encoding}: {weight}");
        }
    }
}
