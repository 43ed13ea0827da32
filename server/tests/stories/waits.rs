//! Who waits for whom: each debt stands in the office's list for as long as it is owed by the domain's rules; nobody else
//! reads it, and nobody of a village is named in it.

use std::collections::BTreeSet;

use domain::follow::FollowAct;
use domain::session::{Answer, Sort, Verdict, seal};
use domain::waits::{Debt, Wait, Waits};
use domain::{DAY, Form, Id, Kind, Role, Scope, SessionAct, Stage};
use server::demo;
use server::sync::now;
use sqlx::PgPool;

use crate::after::{follow, told, undertaking};
use crate::editions::{NAMES, founded};
use crate::evening::{Crew, Evening, seat};
use crate::heap::Heap;
use crate::leaflet::{fill, open};
use crate::loud::{ELSEWHERE, loud_line};
use crate::mailbox::letters;
use crate::owing::{Owed, owing, stored};
use crate::phone::Phone;
use crate::village::{GUAO, LI, REGION, SHANGFENG, Village};

const WATER: Id = Id::from_u128(0xb1);
const SECRET: &str = "kq7mzp4wxt9vbn3rhd6gfc2y";

fn door(region: Id, asked: &str) -> String {
    format!("/api/v1/district/{region}/waits{asked}")
}

async fn page(phone: &Phone, region: Id, asked: &str) -> Waits {
    let answer = phone.get(&door(region, asked)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    Waits::read(answer.body).unwrap()
}

/// All pages of it.
async fn all(phone: &Phone, region: Id, kind: &str) -> Vec<Wait> {
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

fn owed(rows: &[Wait]) -> Vec<Owed> {
    rows.iter().map(|row| (row.debt, row.about, row.count, row.since)).collect()
}

/// The answer in SQL is what the rules say, page by page, and in order.
async fn as_the_rules_say(village: &Village, phone: &Phone, region: Id) -> BTreeSet<Debt> {
    let rows = owed(&all(phone, region, "kind=").await);
    let by_rule = owing(&stored(village.pool()).await, region);
    let told: BTreeSet<Owed> = rows.iter().copied().collect();
    assert_eq!(told.len(), rows.len(), "told twice");
    let missing: Vec<_> = by_rule.difference(&told).collect();
    let invented: Vec<_> = told.difference(&by_rule).collect();
    assert!(
        missing.is_empty() && invented.is_empty(),
        "missing {missing:?}, invented {invented:?}"
    );
    assert!(rows.is_sorted_by_key(|row| row.3), "who waits longest comes first");
    let told = page(phone, region, "").await;
    for tally in told.tally {
        let rows = owed(&all(phone, region, &format!("kind={}", tally.debt.as_str())).await);
        assert_eq!(rows.len(), usize::try_from(tally.count).unwrap());
        assert!(rows.iter().all(|row| row.0 == tally.debt));
    }
    rows.into_iter().map(|row| row.0).collect()
}

#[sqlx::test]
async fn the_sample_village_owes_what_the_rules_say(pool: PgPool) {
    let village = Village::new(pool).await;
    demo::seed(&village.hall).await.unwrap();
    let (office, region): (Id, String) = sqlx::query_as(
        "select person, scope from member where role = 'office' and scope like 'g:%' and person <> $1",
    )
    .bind(LI)
    .fetch_one(village.pool())
    .await
    .unwrap();
    let phone = village.phone(office).await;
    let region: Scope = region.parse().unwrap();
    let sorts = as_the_rules_say(&village, &phone, region.owner()).await;
    assert!(sorts.len() > 2, "{sorts:?}");
}

#[sqlx::test]
async fn a_heap_of_records_owes_what_the_rules_say_and_each_region_its_own(pool: PgPool) {
    let village = Village::new(pool).await;
    let other = Id::from_u128(0x2);
    let mut heap = Heap::new(20_261_128);
    heap.village(REGION, SHANGFENG, 60);
    heap.village(REGION, GUAO, 30);
    heap.village(other, Id::from_u128(0x20), 30);
    heap.letters(REGION, 12);
    heap.letters(other, 12);
    heap.lay(village.pool()).await;
    let phone = village.phone(LI).await;
    let sorts = as_the_rules_say(&village, &phone, REGION).await;
    assert_eq!(sorts, Debt::ALL.into_iter().collect());
    assert_eq!(phone.get(&door(other, "")).await.told(), "403 not_yours");
    for nonsense in ["?kind=rank", "?after=1", "?after=1.echo.x", "?after=x.echo.1"] {
        assert_eq!(phone.get(&door(REGION, nonsense)).await.told(), "400 malformed", "{nonsense}");
    }
}

/// What one village owes is found by indexes among the records of many.
#[sqlx::test]
async fn no_question_goes_through_all_records(pool: PgPool) {
    let village = Village::new(pool).await;
    let mut heap = Heap::new(7);
    for number in 0..20 {
        heap.village(REGION, Id::from_u128(0x100 + number), 120);
    }
    heap.lay(village.pool()).await;
    sqlx::query("analyze record").execute(village.pool()).await.unwrap();
    let scopes = |letter: &str| -> Vec<String> {
        (0..20).map(|number| format!("{letter}:{}", Id::from_u128(0x100 + number))).collect()
    };
    let explain = concat!("explain ", include_str!("../../src/office/waits.sql"));
    let plan: Vec<String> = sqlx::query_scalar(explain)
        .bind(scopes("v"))
        .bind(scopes("d"))
        .bind(format!("l:{REGION}"))
        .bind(now())
        .bind(14 * DAY)
        .bind(7 * DAY)
        .bind(vec!["sealed"])
        .bind(None::<String>)
        .bind(false)
        .bind(None::<i64>)
        .bind(None::<String>)
        .bind(None::<Id>)
        .bind(51_i64)
        .fetch_all(village.pool())
        .await
        .unwrap();
    let records: Vec<_> = plan.into_iter().filter(|line| line.contains("Scan")).collect();
    let plan = records.join("\n");
    assert!(!plan.contains("Seq Scan on record"), "{plan}");
    for index in ["action_at_work", "advice_unanswered", "advice_untold", "issue_answered"] {
        assert!(plan.contains(index), "{index}: {plan}");
    }
}
