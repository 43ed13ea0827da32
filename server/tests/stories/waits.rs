//! Who waits for whom: each debt stands in the office's list for as long as it is owed by the domain's rules; nobody else
//! reads it, and nobody of a village is named in it.

use domain::follow::FollowAct;
use domain::session::{Answer, Sort, Verdict, seal};
use domain::waits::{Wait, Waits};
use domain::{DAY, Form, Id, Kind, Role, Scope, SessionAct, Stage};
use server::sync::now;
use sqlx::PgPool;

use crate::after::{follow, told, undertaking};
use crate::editions::{NAMES, founded};
use crate::evening::{Crew, Evening, seat};
use crate::leaflet::{fill, open};
use crate::loud::{ELSEWHERE, loud_line};
use crate::mailbox::letters;
use crate::phone::Phone;
use crate::village::{LI, REGION, SHANGFENG};

const WATER: Id = Id::from_u128(0xb1);
const SECRET: &str = "kq7mzp4wxt9vbn3rhd6gfc2y";

pub(crate) fn door(region: Id, asked: &str) -> String {
    format!("/api/v1/district/{region}/waits{asked}")
}

pub(crate) async fn page(phone: &Phone, region: Id, asked: &str) -> Waits {
    let answer = phone.get(&door(region, asked)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Waits::read(answer.body).unwrap()
}

/// All pages of it.
pub(crate) async fn all(phone: &Phone, region: Id, kind: &str) -> Vec<Wait> {
    let mut rows = Vec::new();
    let mut asked = format!("?{kind}");
    loop {
        let page = page(phone, region, &asked).await;
        rows.extend(page.rows);
        let Some(more) = page.more else { return rows };
        asked = format!("?{kind}&after={more}");
    }
}

/// `echo: villagers 1 → committee`, who waits longest first.
async fn told_of(phone: &Phone, asked: &str) -> Vec<String> {
    let line = |row: Wait| {
        let words = [row.debt.form(), row.waiter.form(), row.ower.form()];
        let [debt, waiter, ower] = words.map(|word| word.as_str().unwrap().to_owned());
        let name = row.name.map(|name| format!(" {name}")).unwrap_or_default();
        format!("{debt}: {waiter} {} → {ower}{name}", row.count)
    };
    page(phone, REGION, asked).await.rows.into_iter().map(line).collect()
}

/// What was so long ago.
async fn dated(crew: &Crew, id: Id, field: &str, at: i64) {
    sqlx::query("update record set fields = jsonb_set(fields, array[$2], to_jsonb($3::bigint)) where id = $1")
        .bind(id)
        .bind(field)
        .bind(at)
        .execute(crew.village.pool())
        .await
        .unwrap();
}

#[sqlx::test]
async fn advice_is_owed_an_answer_and_whoever_gave_it_an_echo(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let li = crew.village.phone(LI).await;
    let (evening, issue, said) = crew.sits("北渠淤了半边", &[(Sort::Opinion, "先清上游")]).await;
    let advice = crew.advises(evening, Some(said[0]), "先清上游").await;
    // until it is sealed nobody is late with an answer
    assert_eq!(told_of(&li, "").await, [""; 0]);
    crew.seal(evening).await;
    assert_eq!(told_of(&li, "").await, ["advice: advisers 1 → committee"]);
    let row = page(&li, REGION, "?kind=advice").await.rows.remove(0);
    assert_eq!(
        (row.about, row.village, row.session),
        (evening.id, Some(SHANGFENG), Some(evening.id))
    );
    let answer = Answer { ends: true, ..Answer::of(Verdict::Partly, Some("今年先清一半")) };
    crew.answers(advice, evening.bench(), answer).await;
    assert_eq!(told_of(&li, "").await, ["echo: villagers 1 → committee"]);
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    assert_eq!(told_of(&li, "").await, ["echo: villagers 1 → committee"]);
    let change = follow(&mut crew.chen, Kind::Advice, advice, told("王彩娣"));
    crew.writes(&[change]).await;
    assert_eq!(told_of(&li, "").await, [""; 0]);
    // what comes on paper when no session takes it waits by itself
    let paper = crate::after::on_paper(&mut crew.chen, issue, "施阿根", "干脆两边都装栏杆。");
    crew.writes(&[paper]).await;
    assert_eq!(told_of(&li, "").await, ["advice: advisers 1 → committee"]);
}

#[sqlx::test]
async fn an_action_waits_for_somebody_then_for_its_day_and_then_for_its_echo(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let li = crew.village.phone(LI).await;
    let (_, _, advice) = crew.handed_over("先清上游").await;
    let change = follow(&mut crew.chen, Kind::Advice, advice, told("王彩娣"));
    crew.writes(&[change]).await;
    let action = crew.undertakes(undertaking(Some(advice), "清北渠")).await;
    assert_eq!(told_of(&li, "").await, ["unclaimed: village 1 → nobody"]);
    let mut water = crew.department(WATER).await;
    crew.does(&mut water, action, vec![FollowAct::Claim { owner: "区水利局".into() }]).await;
    assert_eq!(told_of(&li, "").await, [""; 0]);
    let due = now() - 20 * DAY;
    dated(&crew, action, "due", due).await;
    // nobody in the directory has it: the phone says who, as the action has it
    assert_eq!(told_of(&li, "?kind=overdue").await, ["overdue: village 1 → holder"]);
    let person = domain::place::Person {
        name: "沈科".into(),
        note: Some("区水利局".into()),
        group: None,
        role: Some(Role::Department),
    };
    let mut office = crew.village.phone(LI).await;
    let known = domain::Act::Introduce(person);
    let known = office.change(Kind::Person, WATER, Scope::Region(REGION), known);
    assert_eq!(office.push(&[known]).await, "ok\n");
    assert_eq!(told_of(&li, "").await, ["overdue: village 1 → department 区水利局"]);
    let asks = FollowAct::AskTime { due: now() + 9 * DAY, why: "雨多".into() };
    crew.does(&mut water, action, vec![asks]).await;
    let row = page(&li, REGION, "").await.rows.remove(0);
    assert_eq!(
        (row.since, row.due, row.asked.is_some(), row.days(now())),
        (due, Some(due), true, 20)
    );
    let acts = vec![FollowAct::Accept, FollowAct::Finish { words: "清完了".into() }];
    crew.does(&mut water, action, acts).await;
    assert_eq!(told_of(&li, "").await, ["echo: villagers 1 → committee"]);
    let change = follow(&mut crew.chen, Kind::Action, action, told("王彩娣"));
    crew.writes(&[change]).await;
    assert_eq!(told_of(&li, "").await, [""; 0]);
}

#[sqlx::test]
async fn a_brief_waits_for_the_expert_by_name_until_it_is_answered(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let li = crew.village.phone(LI).await;
    let evening = crew.planned("错车道放哪几处").await;
    let expert =
        evening.begin(&mut crew.chen, SessionAct::Seat(seat("方其正", Role::Expert, None, None)));
    let (question, key) = ("放哪几处？".to_owned(), seal::digest_of(SECRET));
    let brief = SessionAct::Brief { seat: expert.id, question, key: key.clone() };
    let brief = evening.begin(&mut crew.chen, brief);
    crew.writes(&[expert, brief]).await;
    assert_eq!(told_of(&li, "").await, ["brief: village 1 → expert 方其正"]);
    let answer = li.get(&door(REGION, "")).await.body.to_string();
    assert!(!answer.contains(SECRET) && !answer.contains(&key), "{answer}");
    fill(&crew.village, &format!("/brief/{SECRET}"), &[("answer", "三处")]).await;
    assert_eq!(told_of(&li, "").await, [""; 0]);
    // whoever is no expert has no name here
    let neighbour =
        evening.begin(&mut crew.chen, SessionAct::Seat(seat("周老三", Role::Villager, None, None)));
    let (question, key) = ("您看呢？".to_owned(), seal::digest_of("another"));
    let brief =
        evening.begin(&mut crew.chen, SessionAct::Brief { seat: neighbour.id, question, key });
    crew.writes(&[neighbour, brief]).await;
    assert_eq!(told_of(&li, "").await, ["brief: village 1 → expert"]);
}

/// An evening whose minutes are a week late.
async fn late(crew: &mut Crew, title: &str) -> Evening {
    let evening = crew.planned(title).await;
    crew.talks(evening, &[(Sort::Opinion, "好的")]).await;
    dated(crew, evening.id, "ended", now() - 7 * DAY).await;
    evening
}

#[sqlx::test]
async fn the_office_reads_its_own_debts_in_the_same_list(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    founded(&crew).await;
    let mut li = crew.village.phone(LI).await;
    let village = late(&mut crew, "先干哪三件").await;
    let district = crew.planned("北渠谁来清").await;
    let over = SessionAct::Escalate { why: "要水利局来".into() };
    let over = district.step(&mut li, over);
    assert_eq!(li.push(&[over]).await, "ok\n");
    crew.talks(district, &[(Sort::Opinion, "好的")]).await;
    dated(&crew, district.id, "ended", now() - 8 * DAY).await;
    let ticket = open(&crew.village, "/complain").await.ticket();
    let boxes = [("ticket", &*ticket), ("sort", "complaint"), ("words", "字太小")];
    fill(&crew.village, "/complain", &boxes).await;
    let ours = ["minutes: village 1 → office", "letter: writer 1 → office"];
    assert_eq!(told_of(&li, "").await, [ours[0], "minutes: village 1 → committee", ours[1]]);
    assert_eq!(told_of(&li, "?kind=office").await, ours);
    assert_eq!(page(&li, REGION, "?kind=advice").await.ours, 2);
    let (letter, _, _) = letters(&crew).await.remove(0);
    let act = FollowAct::Answer { words: "下个月有大字版".into() };
    let change = li.change(Kind::Letter, letter, Scope::District(REGION), act.into());
    assert_eq!(li.push(&[change]).await, "ok\n");
    crew.seal(village).await;
    assert_eq!(told_of(&li, "").await, [ours[0]]);
    // a day before the week is over nobody is late
    dated(&crew, district.id, "ended", now() - 6 * DAY).await;
    assert_eq!(told_of(&li, "").await, [""; 0]);
}

#[sqlx::test]
async fn nobody_of_a_village_is_named(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _, action) = loud_line(&mut crew).await;
    let li = crew.village.phone(LI).await;
    dated(&crew, action, "due", now() - 2 * DAY).await;
    late(&mut crew, NAMES[0]).await;
    let answer = li.get(&door(REGION, "")).await;
    let rows = Waits::read(answer.body.clone()).unwrap().rows;
    assert!(rows.len() > 2, "{rows:?}");
    let text = answer.body.to_string();
    for name in NAMES.iter().chain(&ELSEWHERE) {
        assert!(!text.contains(name), "{name}: {text}");
    }
    assert!(text.contains(&evening.id.to_string()) || text.contains(&action.to_string()));
}
