//! What comes after the bench is judged among all that it depends on, and lies where everybody of the village reads it.

use domain::follow::{Satisfaction, progress::Report};
use domain::session::{Answer, Sort, Verdict};
use domain::{Act, FollowAct, Id, Kind, Role, Scope, SessionAct, Stage};
use serde_json::json;
use server::accounts::member;
use sqlx::PgPool;

use crate::after::{follow, on_paper, rate, told, undertaking};
use crate::evening::{Crew, V};
use crate::handset::Handset;
use crate::phone::Phone;
use crate::village::{REGION, SHANGFENG, WANG};

const STONE: &str = "用旧青石，别抹水泥。";
const WATER: Id = Id::from_u128(0xb1);
const ROADS: Id = Id::from_u128(0xb2);

#[sqlx::test]
async fn advice_comes_before_the_village_when_all_is_handed_over(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _, said) = crew.sits("埠头塌了一角", &[(Sort::Opinion, STONE)]).await;
    crew.seal(evening).await;
    let advice = crew.advises(evening, Some(said[0]), STONE).await;
    // 王彩娣 has a seat, the villager has none
    let villager = Id::from_u128(0xb3);
    let mut tx = crew.village.pool().begin().await.unwrap();
    member::enrol(&mut tx, villager).await.unwrap();
    for scope in member::scopes_of(Role::Villager, SHANGFENG, REGION) {
        member::grant(&mut tx, villager, Role::Villager, scope).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut phones = Vec::new();
    for person in [WANG, villager] {
        let cookie = crew.village.phone(person).await.cookie;
        let mut phone = Handset::new(&crew.village.app, person, &cookie);
        phone.catch_up().await;
        phones.push(phone);
    }
    let lies = |phone: &Handset| phone.replica.view().get(&advice).map(|record| record.scope);
    assert_eq!(lies(&phones[0]), Some(evening.bench()));
    assert_eq!(lies(&phones[1]), None);
    let mut wang = crew.village.phone(WANG).await;
    assert!(wang.pull().await.contains(&format!("s advice {STONE} rev 1")));
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "refused: lacks\n");
    let answer = Answer { ends: true, ..Answer::of(Verdict::Adopted, None) };
    crew.answers(advice, evening.bench(), answer).await;
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    for phone in &mut phones {
        phone.catch_up().await;
        assert_eq!(lies(phone), Some(V));
        assert_eq!(phone.astray().await, Vec::<String>::new());
    }
    let heard = wang.pull().await;
    assert!(heard.contains("s left at 3") && heard.contains(&format!("v advice {STONE} rev 3")));
    // where it now lies it is answered anew, and earlier answers stay
    let anew = Answer { ends: true, ..Answer::of(Verdict::Partly, Some("先修三级")) };
    crew.answers(advice, V, anew).await;
    assert_eq!(crew.fields(advice).await["answers"].as_array().unwrap().len(), 2);
}

#[sqlx::test]
async fn a_session_is_closed_when_all_that_came_of_it_is(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _, _) = crew.sits("埠头塌了一角", &[(Sort::Opinion, STONE)]).await;
    let action = crew.promises(evening, "石阶重砌", "一组").await;
    crew.seal(evening).await;
    for (from, to) in [(Stage::Sealed, Stage::HandedOver), (Stage::HandedOver, Stage::Acting)] {
        assert_eq!(crew.goes_on(evening, from, to).await, "ok\n");
    }
    assert_eq!(crew.goes_on(evening, Stage::Acting, Stage::Closed).await, "refused: lacks\n");
    let mut water = crew.department(WATER).await;
    let acts = vec![FollowAct::Accept, FollowAct::Finish { words: "砌好了".into() }];
    crew.does(&mut water, action, acts).await;
    let check = FollowAct::Check { ok: true, words: None };
    let mut wang = crew.village.phone(WANG).await;
    let mut wu = crew.village.phone(crate::evening::WU).await;
    crew.does(&mut wu, action, vec![check, told("王彩娣")]).await;
    crew.does(&mut wang, action, vec![rate(Satisfaction::Satisfied, None)]).await;
    // closed in the same letter as the session it came from
    let close = follow(&mut crew.shi, Kind::Action, action, FollowAct::Close { how: None });
    let proceed = evening.proceed(&mut crew.shi, Stage::Acting, Stage::Closed);
    assert_eq!(crew.shi.push(&[close, proceed]).await, "ok\nok\n");
    assert_eq!(crew.convened(evening).await.stage, Stage::Closed);
}

#[sqlx::test]
async fn advice_is_put_beside_other_advice_one_step_deep(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (evening, _, _) = crew.sits("埠头塌了一角", &[(Sort::Opinion, STONE)]).await;
    let mut advice = Vec::new();
    for words in ["一", "二", "三"] {
        advice.push(crew.advises(evening, None, words).await);
    }
    let group = |phone: &mut Phone, one: Id, with: Id| {
        let act = FollowAct::Group { with: Some(with) };
        phone.change(Kind::Advice, one, evening.bench(), act.into())
    };
    let [one, two, three] = advice[..] else { panic!("three") };
    let change = group(&mut crew.chen, one, two);
    crew.writes(&[change]).await;
    for (one, with, told) in [
        (two, three, "refused: wrong_value\n"),
        (three, one, "refused: wrong_value\n"),
        (two, Id::from_u128(9), "refused: no_such_record\n"),
        (three, two, "ok\n"),
    ] {
        let change = group(&mut crew.chen, one, with);
        assert_eq!(crew.chen.push(&[change]).await, told);
    }
}

#[sqlx::test]
async fn what_names_a_record_is_taken_if_its_author_sees_it(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, issue, advice) = crew.handed_over(STONE).await;
    let mut paper = on_paper(&mut crew.chen, issue, "施阿根", "干脆两边都装栏杆。");
    crew.writes(std::slice::from_ref(&paper)).await;
    let withdraw = crew.chen.change(Kind::Advice, paper.id, V, Act::Withdraw);
    crew.writes(&[withdraw]).await;
    paper = on_paper(&mut crew.chen, Id::from_u128(9), "施阿根", "没有这件事");
    assert_eq!(crew.chen.push(&[paper]).await, "refused: no_such_record\n");
    let unanswered = on_paper(&mut crew.chen, issue, "施阿根", "干脆两边都装栏杆。");
    crew.writes(std::slice::from_ref(&unanswered)).await;
    let begin =
        |phone: &mut Phone, kind: Kind, act: FollowAct| follow(phone, kind, Id::now_v7(), act);
    for (of, told) in [
        (advice, "ok\n"),
        (unanswered.id, "refused: lacks\n"),
        (Id::from_u128(9), "refused: no_such_record\n"),
    ] {
        let act = FollowAct::Undertake(undertaking(Some(of), "石阶重砌"));
        let change = begin(&mut crew.chen, Kind::Action, act);
        assert_eq!(crew.chen.push(&[change]).await, told);
    }
    let action = crew.undertakes(undertaking(Some(advice), "扶手")).await;
    assert_eq!(crew.fields(action).await["tell"][0]["name"], json!("王彩娣"));
    let report = |action| {
        FollowAct::Report(Report { action, words: "开工了".into(), ..Report::default() })
    };
    let ballot = |action| {
        let key = domain::session::seal::digest_of("secret");
        FollowAct::Ballot { action, name: "施阿根".into(), key }
    };
    for (about, told) in [
        (action, "ok\nok\n"),
        (Id::from_u128(9), "refused: no_such_record\nrefused: no_such_record\n"),
        // neither a note nor a ballot is about an issue
        (issue, "refused: no_such_record\nrefused: no_such_record\n"),
    ] {
        let note = begin(&mut crew.chen, Kind::Progress, report(about));
        let draft = Scope::Draft(SHANGFENG);
        let link = crew.chen.change(Kind::Ballot, Id::now_v7(), draft, ballot(about).into());
        assert_eq!(crew.chen.push(&[note, link]).await, told);
    }
    // what is advised in a session that is over goes nowhere
    let late = SessionAct::Advise(domain::session::Advise::said(None, "晚了"));
    let (evening, ..) = crew.handed_over("再来一次").await;
    let late = evening.begin(&mut crew.chen, late);
    assert_eq!(crew.chen.push(&[late]).await, "refused: frozen\n");
}

/// Two departments claim one action in the same moment; what both were told.
async fn claims_at_once(phones: &mut [Phone; 2], action: Id) -> [String; 2] {
    let [water, roads] = phones;
    let claim = |phone: &mut Phone, owner: &str| {
        follow(phone, Kind::Action, action, FollowAct::Claim { owner: owner.into() })
    };
    let sent = [claim(water, "区水利局"), claim(roads, "区公路局")];
    let (one, other) = tokio::join!(
        water.push(std::slice::from_ref(&sent[0])),
        roads.push(std::slice::from_ref(&sent[1]))
    );
    [one, other]
}

#[sqlx::test]
async fn of_two_departments_that_claim_at_once_one_has_it_and_the_other_is_told(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, _, advice) = crew.handed_over(STONE).await;
    let mut phones = [crew.department(WATER).await, crew.department(ROADS).await];
    for turn in 0..20 {
        let action = crew.undertakes(undertaking(Some(advice), &format!("第 {turn} 件"))).await;
        let told = claims_at_once(&mut phones, action).await;
        let fields = crew.fields(action).await;
        let lead = Id::try_parse(fields["lead"].as_str().unwrap()).unwrap();
        // it was put down, and claimed once
        assert_eq!(fields["trail"].as_array().unwrap().len(), 2);
        let won = usize::from(lead == ROADS);
        assert_eq!(told[won], "ok\n");
        assert_eq!(told[1 - won], "refused: wrong_state\n");
        let who: String = sqlx::query_scalar(
            "select outcome->'refusal'->>'by' from change where record = $1 and person = $2",
        )
        .bind(action)
        .bind([WATER, ROADS][1 - won])
        .fetch_one(crew.village.pool())
        .await
        .unwrap();
        assert_eq!(who, lead.to_string());
    }
}

#[cfg(feature = "planted")]
#[sqlx::test]
async fn a_claim_that_nobody_waits_for_is_noticed(pool: PgPool) {
    let mut crew = Crew::new(pool).await;
    let (_, _, advice) = crew.handed_over(STONE).await;
    let mut phones = [crew.department(WATER).await, crew.department(ROADS).await];
    sqlx::raw_sql("create table planted as select 'unheld' as defect")
        .execute(crew.village.pool())
        .await
        .unwrap();
    let mut both = 0;
    for turn in 0..20 {
        let action = crew.undertakes(undertaking(Some(advice), &format!("第 {turn} 件"))).await;
        let told = claims_at_once(&mut phones, action).await;
        both += usize::from(told == ["ok\n", "ok\n"]);
    }
    println!("{both} of 20 were claimed twice");
    assert!(both > 0, "the story above would not have seen it");
}
