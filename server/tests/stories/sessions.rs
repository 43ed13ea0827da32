//! Sessions on the server: who reads one, and two recorders of one evening.

use domain::session::{Hand, Seat, Sort};
use domain::{Act, Id, Kind, Role, SessionAct, Stage};
use serde_json::json;
use sqlx::PgPool;

use crate::evening::{Crew, OPENING, V, WU, seat};
use crate::phone::Phone;
use crate::village::{CHEN, SHI, STRANGER, WANG};

const TITLE: &str = "先干哪三件";

#[sqlx::test]
async fn an_evening_is_planned_with_seats_and_papers_in_one_letter(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, changes) = crew.plan(TITLE, Vec::new());
    assert_eq!(crew.chen.push(&changes).await, "ok\nok\nok\nok\nok\n");
    assert_eq!(crew.village.ver(evening.bench()).await, 1);
    // the letter was taken and the answer lost: nothing is there twice
    assert_eq!(crew.chen.push(&changes).await, "ok again\n".repeat(5));
    assert_eq!(crew.village.ver(evening.bench()).await, 1);
    assert_eq!(crew.convened(evening).await.stage, Stage::Planned);
    assert_eq!(crew.convened(evening).await.agenda.len(), 8);
}

#[sqlx::test]
async fn a_letter_in_which_a_seat_comes_before_its_session_is_refused_in_that_part(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, mut changes) = crew.plan(TITLE, Vec::new());
    changes.rotate_left(1);
    let told = crew.chen.push(&changes).await;
    // to somebody who may not read it, it is not there
    assert_eq!(told, format!("{}ok\n", "refused: not_a_member\n".repeat(4)));
}

#[sqlx::test]
async fn whoever_has_a_seat_reads_the_session_until_the_seat_is_taken_away(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let mut wang = crew.village.phone(WANG).await;
    let (evening, changes) = crew.plan(TITLE, Vec::new());
    crew.writes(&changes[..4]).await;
    // everybody of the village knows of it; what lies in it is not for everybody
    let heard = wang.pull().await;
    assert!(heard.contains("v session") && !heard.contains("s seat"), "{heard}");
    crew.writes(&changes[4..]).await;
    let heard = wang.pull().await;
    assert!(heard.contains("s minutes") && heard.matches("s seat").count() == 3, "{heard}");
    let said = evening.says(&mut crew.chen, Sort::Opinion, "灯杆装在转弯头。", false);
    crew.writes(&[said]).await;
    assert!(wang.pull().await.contains("s statement 灯杆装在转弯头。"));
    let seat = evening.seats[2];
    let away = crew.chen.change(Kind::Seat, seat, evening.bench(), Act::Withdraw);
    crew.writes(&[away]).await;
    assert_eq!(wang.pull().await, "revoked s\n");
    let refused = evening.says(&mut wang, Sort::Opinion, "我还有话", false);
    assert_eq!(wang.push(&[refused]).await, "refused: not_a_member\n");
}

#[sqlx::test]
async fn the_cadres_of_the_village_read_it_and_nobody_elses(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned(TITLE).await;
    assert!(crew.wu.pull().await.contains("s seat 王彩娣 rev 1"));
    assert!(crew.shi.pull().await.contains("s minutes"));
    let mut stranger = crew.village.phone(STRANGER).await;
    assert!(!stranger.pull().await.contains("s "));
    let said = evening.says(&mut stranger, Sort::Opinion, "我是古岙的", false);
    assert_eq!(stranger.push(&[said]).await, "refused: not_a_member\n");
    // nor does anybody lay a seat for themselves
    let own = seat("外人", Role::Office, Some(STRANGER), None);
    let own = evening.begin(&mut stranger, SessionAct::Seat(own));
    assert_eq!(stranger.push(&[own]).await, "refused: not_a_member\n");
    let mut wang = crew.village.phone(WANG).await;
    let own = evening.begin(&mut wang, SessionAct::Seat(seat("王", Role::Office, None, None)));
    assert_eq!(wang.push(&[own]).await, "refused: not_your_part\n");
    assert_eq!(crew.village.count("select count(*) from record where kind = 'statement'").await, 0);
}

#[sqlx::test]
async fn a_guest_of_another_village_reads_what_the_seat_is_in_and_no_more(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned(TITLE).await;
    let guest = Seat { remote: true, ..seat("方其正", Role::Expert, Some(STRANGER), None) };
    let guest = evening.begin(&mut crew.chen, SessionAct::Seat(guest));
    crew.writes(&[guest]).await;
    let mut stranger = crew.village.phone(STRANGER).await;
    let heard = stranger.pull().await;
    assert!(heard.contains("s seat 方其正") && !heard.contains("v session"), "{heard}");
    // a comment is for everybody with a seat, taking down what was said is not
    let note = SessionAct::Note { about: None, words: "不必全线拓宽。".into() };
    let note = evening.begin(&mut stranger, note);
    let said = evening.says(&mut stranger, Sort::Opinion, "我替她讲", false);
    assert_eq!(stranger.push(&[note, said]).await, "ok\nrefused: not_your_part\n");
}

#[sqlx::test]
async fn two_recorders_of_one_evening_lose_nothing(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let evening = crew.planned(TITLE).await;
    let open = |phone: &mut Phone| OPENING.map(|(from, to)| evening.proceed(phone, from, to));
    let first = open(&mut crew.chen);
    crew.writes(&first).await;
    // the second opened it, too, without a signal
    let again = open(&mut crew.shi);
    assert_eq!(crew.shi.push(&again).await, "ok\nok\nok\n");
    let asked = SessionAct::Ask { words: "路灯先装学校这一段？".into(), part: 3 };
    let asked = evening.begin(&mut crew.chen, asked);
    let count = asked.id;
    crew.writes(&[asked]).await;
    let hands = |phone: &mut Phone, by| {
        let act = SessionAct::Count { hand: Hand::Yes, by }.into();
        phone.change(Kind::Count, count, evening.bench(), act)
    };
    let one = [
        evening.says(&mut crew.chen, Sort::Opinion, "灯杆装在转弯头。", false),
        hands(&mut crew.chen, 8),
    ];
    let other = [
        evening.says(&mut crew.shi, Sort::Dissent, "先修五组路。", false),
        hands(&mut crew.shi, 6),
    ];
    let (chen, shi) = tokio::join!(crew.chen.push(&one), crew.shi.push(&other));
    assert_eq!((chen.as_str(), shi.as_str()), ("ok\nok\n", "ok\nok\n"));
    assert_eq!(crew.fields(count).await["yes"], json!(14));
    let content = crew.content(evening, evening.id).await;
    assert_eq!(content["statements"].as_array().unwrap().len(), 2);
    assert_eq!(crew.convened(evening).await.trail.len(), 4);
}

#[sqlx::test]
async fn a_record_of_one_evening_names_nothing_of_another(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (one, other) = (crew.planned(TITLE).await, crew.planned("别的事").await);
    let mut mixed = one;
    mixed.seats = other.seats;
    let said = mixed.says(&mut crew.chen, Sort::Opinion, "张冠李戴", false);
    let brief =
        SessionAct::Brief {
            seat: other.seats[2], question: "几米？".into(), key: "0".repeat(64)
        };
    let brief = one.begin(&mut crew.chen, brief);
    let papers =
        crew.chen.change(Kind::Minutes, Id::now_v7(), one.bench(), SessionAct::Minute.into());
    let told = crew.chen.push(&[said, brief, papers]).await;
    assert_eq!(told, "refused: no_such_record\nrefused: no_such_record\nrefused: wrong_value\n");
}

#[sqlx::test]
async fn who_somebody_is_in_sessions_is_found_by_the_indexes(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    for _ in 0..3 {
        crew.planned(TITLE).await;
    }
    // a district with 200 villages of 50 evenings with 25 seats, of which the person has a few
    sqlx::raw_sql(
        "insert into scope (id) select 'v:' || gen_random_uuid() from generate_series(1, 200);
         insert into record (scope, ver, kind, id, rev, at, fields)
         select id, 1, 'session', gen_random_uuid(), 1, 0, '{}' from scope, generate_series(1, 50)
         where id like 'v:%';
         insert into scope (id) select 's:' || id from record where kind = 'session'
         on conflict do nothing;
         insert into record (scope, ver, kind, id, rev, at, fields)
         select 's:' || id, 1, 'seat', gen_random_uuid(), 1, 0,
                jsonb_build_object('person', gen_random_uuid(), 'role', 'villager')
         from record, generate_series(1, 5) where kind = 'session';
         analyze record; analyze member; analyze scope",
    )
    .execute(crew.village.pool())
    .await
    .unwrap();
    for person in [CHEN, SHI, WU, WANG] {
        let plan: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "explain {}",
            server::accounts::member::HELD
        )))
        .bind(vec![person])
        .bind(vec!["recorder", "secretary"])
        .bind(vec![person.to_string()])
        .fetch_all(crew.village.pool())
        .await
        .unwrap();
        let plan = plan.join("\n");
        assert!(plan.contains("seat_of_person"), "{plan}");
        assert!(plan.contains("session_of_village"), "{plan}");
        assert!(!plan.contains("Seq Scan on record"), "{plan}");
    }
}

#[sqlx::test]
async fn a_session_lies_in_its_own_village(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _) = crew.plan(TITLE, Vec::new());
    let act = crate::evening::convene(TITLE, Vec::new());
    let hidden = crew.chen.change(Kind::Session, evening.id, evening.bench(), act.clone().into());
    let owner = domain::Scope::Draft(V.owner());
    let drafted = crew.chen.change(Kind::Session, evening.id, owner, act.into());
    let told = crew.chen.push(&[hidden, drafted]).await;
    assert_eq!(told, "refused: not_a_member\nrefused: wrong_value\n");
}
