//! Every way that the life-cycle of an action has, walked to its end: not drawn by lot, but all of them. Closed is what
//! was answered, told and rated by somebody else, and nothing besides.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use domain::{
    Act, Change, FollowAct, Form, Id, Kind, Millis, Record, Refusal, Scope, SessionAct, Standing,
    apply_among,
    follow::{
        Action, Satisfaction, State, Tidings, Undertaking,
        echo::Tell,
        rating::{Rate, Way, tally},
    },
    session::{Advise, Answer, Verdict, advice::Voice},
};

use crate::cast::{CHEN, JIANG, LAMP, NOW, SHANGFENG, VILLAGE, WU, id, lamp_at};

const ADVICE: Id = id(701);
const ACTION: Id = id(702);
const DAY: Millis = 24 * 60 * 60 * 1000;

/// Whoever asked for it: 施国富.
const GUOFU: Id = id(31);
const NAME: &str = "施国富";

/// What is known, and the hour.
#[derive(Clone)]
pub(crate) struct Village {
    pub(crate) records: BTreeMap<Id, Record>,
    pub(crate) now: Millis,
}

impl Village {
    pub(crate) fn new() -> Self {
        Self { records: BTreeMap::from([(LAMP, lamp_at(Standing::Triaged))]), now: NOW }
    }

    pub(crate) fn does(
        &mut self,
        by: Id,
        (kind, id_): (Kind, Id),
        act: impl Into<Act>,
    ) -> Result<(), Refusal> {
        let scope = if kind == Kind::Ballot { Scope::Draft(SHANGFENG) } else { VILLAGE };
        let act = act.into();
        let change = Change {
            uuid: id(9_000),
            seq: 0,
            at: self.now,
            kind,
            id: id_,
            scope,
            act,
            made_on: None,
        };
        let before = self.records.get(&id_);
        let record = apply_among(before, &change, (by, self.now), &self.records)?.record;
        self.records.insert(id_, record);
        Ok(())
    }

    pub(crate) fn action(&self) -> Option<Action> {
        self.records.get(&ACTION).map(|record| record.read().expect("an action"))
    }
}

/// Somebody with something to do.
type Deed = (Id, (Kind, Id), Act);

fn rate(result: Satisfaction, name: Option<&str>, way: Way) -> FollowAct {
    let words = Some("第三盏不亮".to_owned());
    FollowAct::Rate(Rate {
        result,
        heard: Some(true),
        words,
        name: name.map(str::to_owned),
        way,
        letter: None,
    })
}

/// Everything that anybody may try: each act by each person it could matter for.
fn deeds() -> Vec<Deed> {
    use FollowAct as F;
    let advice = (Kind::Advice, ADVICE);
    let action = (Kind::Action, ACTION);
    let voice = Voice { name: NAME.into(), person: Some(GUOFU), ..Voice::default() };
    let advise = Advise { issue: Some(LAMP), voice: Some(voice), ..Advise::said(None, "出工") };
    let mut deeds: Vec<Deed> = vec![(CHEN, advice.clone(), SessionAct::Advise(advise).into())];
    for verdict in Verdict::ALL {
        let answer = Answer { ends: true, ..Answer::of(verdict, Some("因为")) };
        deeds.push((WU, advice.clone(), SessionAct::Answer(answer).into()));
    }
    for owner in [None, Some("四组")] {
        let undertaking = Undertaking {
            what: "北渠清淤".into(),
            owner: owner.map(str::to_owned),
            lead: owner.map(|_| WU),
            advice: Some(ADVICE),
            ..Undertaking::default()
        };
        deeds.push((CHEN, action.clone(), F::Undertake(undertaking).into()));
    }
    for by in [WU, JIANG] {
        let due = NOW + 30 * DAY;
        deeds.extend(
            [
                F::Claim { owner: "四组".into() },
                F::Accept,
                F::AskTime { due, why: "下雨".into() },
                F::GiveTime { due: Some(due), why: None },
                F::Finish { words: "通了".into() },
                F::Check { ok: true, words: None },
                F::Check { ok: false, words: Some("还堵着".into()) },
                F::Close { how: None },
                F::Revisit { holds: false, words: "又堵了".into() },
                F::Reassign { owner: "四组".into(), lead: Some(JIANG), why: "换人".into() },
            ]
            .map(|act| (by, action.clone(), act.into())),
        );
        let rated = [(Satisfaction::Satisfied, None), (Satisfaction::Not, None)];
        let noted = [(Satisfaction::Basically, Some("王彩娣")), (Satisfaction::Not, Some("四组"))];
        for (result, name) in rated.into_iter().chain(noted) {
            let way = if name.is_some() { Way::Paper } else { Way::Own };
            deeds.push((by, action.clone(), rate(result, name, way).into()));
        }
        for to in [NAME, "王彩娣"] {
            let tell = Tell { to: to.into(), how: Tidings::Door, ..Tell::default() };
            deeds.push((by, action.clone(), F::Tell(tell).into()));
        }
    }
    deeds
}

/// What of a village matters for where it may go from here: two that are alike in this are alike in all that follows.
fn gist(village: &Village) -> String {
    let verdict = village.records.get(&ADVICE).map(|advice| advice.fields.get("verdict").cloned());
    let Some(action) = village.action() else { return format!("{verdict:?}") };
    let since = action.done_at();
    let told: BTreeSet<(&str, bool)> = action
        .echoes
        .iter()
        .map(|echo| (&*echo.to, since.is_some_and(|since| echo.at >= since)))
        .collect();
    let round = action.round();
    let rated: BTreeSet<_> =
        action.ratings.iter().map(|r| (r.by, r.name.clone(), r.result, r.round == round)).collect();
    let doers: BTreeSet<Id> = action.doers.iter().copied().collect();
    // who asked for time, but not for how long; that it was begun anew, but not how often
    format!(
        "{verdict:?} {:?} {:?} {doers:?} {told:?} {rated:?} {:?} {}",
        action.state(),
        action.lead,
        action.asked.map(|asked| asked.by),
        round.min(1),
    )
}

/// What closed must be.
fn good(village: &Village) -> Result<(), &'static str> {
    let Some(action) = village.action() else { return Ok(()) };
    if action.state() != State::Closed {
        return Ok(());
    }
    let advice = village.records.get(&ADVICE);
    let answered = advice.is_some_and(|advice| advice.fields.contains_key("verdict"));
    let done = action.done_at().ok_or("closed, and never done")?;
    let told = action.echoes.iter().any(|echo| echo.to == NAME && echo.at >= done);
    let now = action.round();
    let rated = action.ratings.iter().filter(|rating| rating.round == now);
    // somebody else, by name or by person: whoever has it, or did it, has not rated it himself
    let by_another =
        rated.clone().any(|r| r.name.is_some() || !r.by.is_some_and(|by| action.doer(by)));
    let hurt = tally(&action.ratings, now).not > 0;
    match (answered, told, by_another, hurt) {
        (false, ..) => Err("closed without an answer"),
        (_, false, ..) => Err("closed, and whoever asked was not told"),
        (.., false, _) => Err("closed, and rated by nobody else"),
        (.., true) => Err("closed over a word of not satisfied"),
        _ => Ok(()),
    }
}

/// Walks every way from an empty village. Gives how many different villages there are, and how many of them are closed;
/// or the first way to one that must not be.
fn walk() -> Result<(usize, usize), String> {
    let deeds = deeds();
    let mut seen = BTreeSet::new();
    let mut ahead = VecDeque::from([(Village::new(), Vec::<String>::new())]);
    let mut closed = 0;
    while let Some((village, way)) = ahead.pop_front() {
        for (by, (kind, id_), act) in &deeds {
            let mut next = village.clone();
            next.now += 1_000;
            // the hour of looking back comes by itself
            if matches!(act, Act::Follow(act) if matches!(**act, FollowAct::Revisit { .. })) {
                next.now += 100 * DAY;
            }
            if next.does(*by, (kind.clone(), *id_), act.clone()).is_err() {
                continue;
            }
            if !seen.insert(gist(&next)) {
                continue;
            }
            let mut way = way.clone();
            way.push(format!("{} {}", if *by == WU { "WU" } else { "other" }, act.form()));
            good(&next).map_err(|what| format!("{what}: {}", way.join(" → ")))?;
            closed += usize::from(next.action().is_some_and(|a| a.state() == State::Closed));
            ahead.push_back((next, way));
        }
    }
    Ok((seen.len(), closed))
}

#[test]
fn nothing_is_closed_without_an_answer_an_echo_and_a_rating_by_somebody_else() {
    let (villages, closed) = walk().expect("no way leads to a wrong end");
    println!("{villages} different villages, {closed} of them closed");
    assert!(closed > 10, "hardly any way leads to the end: {closed} of {villages}");
}

#[cfg(feature = "planted")]
#[test]
fn each_guard_that_is_taken_away_opens_a_way_that_should_not_be() {
    use domain::sync::planted::Planted;
    for (defect, told) in [
        (Planted::ClosedUntold, "closed, and whoever asked was not told"),
        (Planted::ClosedUnrated, "closed, and rated by nobody else"),
        (Planted::DoerRates, "closed, and rated by nobody else"),
        (Planted::DislikeIgnored, "closed over a word of not satisfied"),
        (Planted::AnsweredLater, "closed without an answer"),
    ] {
        Planted::plant(Some(defect));
        let found = walk();
        Planted::plant(None);
        let way = found.expect_err("the way should be open now");
        assert!(way.starts_with(told), "{defect:?}: {way}");
    }
}

#[test]
fn two_departments_claim_at_once_and_the_second_is_told_who_has_it() {
    let mut village = Village::new();
    let advice = (Kind::Advice, ADVICE);
    let action = (Kind::Action, ACTION);
    for (by, to, act) in deeds().into_iter().take(2) {
        village.does(by, to, act).expect("advice, adopted");
    }
    assert!(village.records.contains_key(&advice.1));
    let undertaking =
        Undertaking { what: "北渠清淤".into(), advice: Some(ADVICE), ..Undertaking::default() };
    village.does(CHEN, action.clone(), FollowAct::Undertake(undertaking)).expect("to be done");
    assert_eq!(village.action().expect("it is there").state(), State::Unclaimed);
    let claim = |owner: &str| FollowAct::Claim { owner: owner.into() };
    village.does(WU, action.clone(), claim("区水利局")).expect("the first one has it");
    let at = village.now;
    // the same tap once more, from another phone of the same person
    village.does(WU, action.clone(), claim("区水利局")).expect("it is theirs");
    let second = village.does(JIANG, action, claim("镇农办"));
    let told =
        Refusal::WrongState { now: State::Claimed, wanted: State::Claimed, by: Some(WU), at };
    assert_eq!(second, Err(told));
    assert_eq!(village.action().expect("it is there").owner.as_deref(), Some("区水利局"));
}
