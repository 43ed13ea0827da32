//! A line whose every text names everybody: what no page may tell.

use domain::follow::{
    Satisfaction, Section, Tidings, Undertaking, blueprint_of,
    echo::Tell,
    progress::Report,
    rating::{Rate, Way},
};
use domain::session::{Advise, Answer, Verdict, advice};
use domain::{FollowAct, Id, Kind, SessionAct, Stage};
use server::sync::now;

use crate::after::{DAY, follow, on_paper, told, undertaking};
use crate::editions::{NAMES, chatter, directory, founded, loud_about};
use crate::evening::{Crew, Evening, V};
use crate::village::{SHANGFENG, WANG};

/// Those whose names stand in one record alone.
pub(crate) const ELSEWHERE: [&str; 5] = ["钱多多", "孙小小", "李阿牛", "周半仙", "吴老太"];

fn everybody() -> String {
    format!("{}和{}", chatter(), ELSEWHERE.join("和"))
}

/// A line whose every text names everybody: gives the evening, the issue and the action.
pub(crate) async fn loud_line(crew: &mut Crew) -> (Evening, Id, Id) {
    founded(crew).await;
    directory(crew).await;
    let (evening, issue) = loud_about(crew, &everybody()).await;
    crew.seal(evening).await;
    let voice = advice::Voice {
        name: "钱多多".into(),
        label: Some(format!("{}的邻居", NAMES[2])),
        group: Some("钱多多家那组".into()),
        ..advice::Voice::default()
    };
    let (via, voice) = (Some(advice::Via::Phone), Some(voice));
    let advise = Advise { via, voice, ..Advise::said(None, &everybody()) };
    let advise = evening.begin(&mut crew.chen, SessionAct::Advise(advise));
    crew.writes(std::slice::from_ref(&advise)).await;
    let ends = Answer { ends: true, ..Answer::of(Verdict::Partly, Some(&everybody())) };
    crew.answers(advise.id, evening.bench(), ends).await;
    assert_eq!(crew.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
    let paper = on_paper(&mut crew.chen, issue, "吴老太", &everybody());
    crew.writes(&[paper]).await;
    let action = crew
        .undertakes(Undertaking {
            what_en: Some(everybody()),
            partners: Some(everybody()),
            money: Some(everybody()),
            criterion: Some(everybody()),
            session: Some(evening.id),
            issue: Some(issue),
            ..undertaking(Some(advise.id), &everybody())
        })
        .await;
    acted(crew, issue, action).await;
    (evening, issue, action)
}

/// All that can be said of an action, naming everybody.
async fn acted(crew: &mut Crew, issue: Id, action: Id) {
    let mut water = crew.department(Id::from_u128(0xb1)).await;
    let words = everybody();
    let report = Report {
        action,
        words: words.clone(),
        done: Some(9),
        of: Some(12),
        unit: Some("盏".into()),
    };
    let acts = vec![
        FollowAct::Claim { owner: chatter() },
        FollowAct::Accept,
        FollowAct::AskTime { due: now() + DAY, why: words.clone() },
    ];
    crew.does(&mut water, action, acts).await;
    let note = follow(&mut water, Kind::Progress, Id::now_v7(), FollowAct::Report(report));
    assert_eq!(water.push(&[note]).await, "ok\n");
    let give = FollowAct::GiveTime { due: Some(now() + 60 * DAY), why: None };
    let away = FollowAct::Reassign { owner: chatter(), lead: None, why: words.clone() };
    let mut shi = crew.village.phone(crate::village::SHI).await;
    crew.does(&mut shi, action, vec![give, away]).await;
    let finish = vec![FollowAct::Accept, FollowAct::Finish { words: words.clone() }];
    crew.does(&mut water, action, finish).await;
    let how = Tidings::Phone;
    let tell = Tell { to: "李阿牛".into(), person: None, how, words: Some(words.clone()) };
    let send = FollowAct::Send { to: "周半仙".into(), who: WANG };
    let mut chen = crew.village.phone(crate::village::CHEN).await;
    let check = FollowAct::Check { ok: true, words: Some(words.clone()) };
    let name = Some("孙小小".to_owned());
    let rated = Rate {
        result: Satisfaction::Basically,
        heard: Some(true),
        words: Some(words.clone()),
        name,
        way: Way::Paper,
        letter: None,
    };
    let acts = vec![check, FollowAct::Tell(tell), told("钱多多"), send, FollowAct::Rate(rated)];
    crew.does(&mut chen, action, acts).await;
    let close = FollowAct::Close { how: Some(words.clone()) };
    crew.does(&mut chen, action, vec![close]).await;
    let envision = follow(&mut chen, Kind::Blueprint, blueprint_of(SHANGFENG), FollowAct::Envision);
    let sketch = FollowAct::Sketch {
        section: Section::Living,
        words: words.clone(),
        words_en: Some(words.clone()),
        first: None,
        cites: vec![action],
        why: Some(words.clone()),
    };
    let sketch = follow(&mut chen, Kind::Line, Id::now_v7(), sketch);
    let echo = chen.change(Kind::Issue, issue, V, told("吴老太").into());
    assert_eq!(chen.push(&[envision, sketch, echo]).await, "ok\nok\nok\n");
}
