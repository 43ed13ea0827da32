//! The line of an issue as the public may know it: every text goes through the veil, here and in `deeds.rs`.

use std::collections::BTreeMap;

use domain::follow::{Action, State, Thread, Tidings};
use domain::session::advice::{self, Advice, Verdict, Via};
use domain::session::edition::{Edition, Speaker};
use domain::session::{Convened, Seat, veil::Veil};
use domain::{Category, Id, Issue, Millis, Record, Role, Sorted, Standing, Station};
use words::{Lang, calendar_day};

use super::super::edition::role_of;
use super::super::notice::named;
use super::super::village::Village;
use super::deeds::{self, Doing, Planned};
use crate::sync::now;

/// The most notes of progress, words of ratings and facts that one page holds of each.
pub(super) const MOST: usize = 4;

/// All that the page says.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) lang: Lang,
    pub(super) id: Id,
    pub(super) village: String,
    pub(super) number: Option<u32>,
    pub(super) category: Category,
    pub(super) title: String,
    pub(super) title_en: Option<String>,
    pub(super) households: Option<u32>,
    pub(super) station: Station,
    /// How many days it took, or has been so far.
    pub(super) days: (Millis, bool),
    /// When it was raised, in which words, by whom.
    pub(super) raised: (Millis, String, String),
    pub(super) proxy: bool,
    /// How many issues of which villages it carries on.
    pub(super) joined: Vec<(String, usize)>,
    /// When it was looked into, the question for the bench, and what was found.
    pub(super) looked: (Option<Millis>, Option<String>, Vec<String>),
    pub(super) benches: Vec<Bench>,
    pub(super) outcome: Option<String>,
    pub(super) advice: Vec<Advised>,
    pub(super) doing: Vec<Doing>,
    pub(super) lines: Vec<Planned>,
    /// How the issue itself ended.
    pub(super) closed: Option<(Millis, String)>,
    /// When and how whoever raised it was told.
    pub(super) echoes: Vec<(Millis, Tidings)>,
}

/// A session in which it was talked through.
#[derive(Debug)]
pub(super) struct Bench {
    pub(super) id: Id,
    pub(super) title: String,
    pub(super) on: Option<Millis>,
    pub(super) place: Option<String>,
    /// How many sat there; nothing before it is sealed.
    pub(super) here: Option<usize>,
    /// The check code of its public edition.
    pub(super) code: Option<String>,
    pub(super) ahead: bool,
}

/// A piece of advice.
#[derive(Debug)]
pub(super) struct Advised {
    pub(super) id: Id,
    pub(super) words: String,
    pub(super) who: Speaker,
    pub(super) via: Via,
    /// The advice that speaks for it, where that is another.
    pub(super) with: Option<Id>,
    pub(super) verdict: Option<(Verdict, Millis)>,
    pub(super) why: Option<String>,
    /// Whether it was answered otherwise before.
    pub(super) earlier: bool,
}

/// Whose eyes it is for: nobody's in particular.
pub(super) struct Eye<'a> {
    veil: Veil,
    village: &'a Village,
    lang: Lang,
}

impl Eye<'_> {
    pub(super) fn over(&self, text: &str) -> String {
        self.veil.over(text, None)
    }

    pub(super) fn perhaps(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.over(text))
    }
}

impl Told {
    /// What may be told of a line. `beside` has the issue's group and whoever raised it.
    pub(super) fn of(
        (id, issue): (Id, &Issue),
        thread: &Thread<'_>,
        (village, beside): (&Village, &BTreeMap<Id, Record>),
        lang: Lang,
    ) -> Self {
        let mut actions: Vec<(Id, Action)> = thread
            .actions
            .iter()
            .filter_map(|record| Some((record.id, record.read().ok()?)))
            .collect();
        // what is done of this very issue comes before what its session promised besides
        actions.sort_by_key(|(_, action)| action.issue != Some(id) && action.advice.is_none());
        let advice = advice::all(&thread.advice);
        let eye = Eye { veil: village.veil(lang), village, lang };
        let closed_at = actions.iter().filter_map(|(_, a)| a.last_at(State::Closed)).max();
        let station = thread.station(issue);
        let ended = closed_at.filter(|_| station == Station::Rated);
        let step = |to: Standing| issue.trail.iter().rev().find(|step| step.to == to);
        let words = |to| step(to).and_then(|step| Some((step.at, eye.over(step.why.as_ref()?))));
        let looked = issue.trail.iter().find(|step| step.to.station() > Station::Raised);
        let (benches, facts) = benches(&thread.sessions, &eye);
        Self {
            lang,
            id,
            village: village.called(lang).to_owned(),
            number: issue.number,
            category: issue.category,
            title: eye.over(&issue.title),
            title_en: eye.perhaps(issue.title_en.as_ref()),
            households: issue.households,
            station,
            days: (
                calendar_day(ended.unwrap_or_else(now)) - calendar_day(issue.raised_at()),
                ended.is_some(),
            ),
            raised: (issue.raised_at(), eye.over(&issue.words), raiser(issue, beside, &eye)),
            proxy: issue.proxy.is_some(),
            joined: Vec::new(),
            looked: (looked.map(|step| step.at), eye.perhaps(issue.question.as_ref()), facts),
            benches,
            outcome: words(Standing::Consulted).map(|(_, words)| words),
            advice: advised(&advice, &eye),
            doing: actions.iter().map(|(id, a)| deeds::doing((*id, a), thread, &eye)).collect(),
            lines: deeds::lines(thread, &eye),
            closed: words(Standing::Closed),
            echoes: deeds::when_told(&issue.echoes),
        }
    }
}

/// 三组村民
fn raiser(issue: &Issue, beside: &BTreeMap<Id, Record>, eye: &Eye<'_>) -> String {
    let lang = eye.lang;
    let group = issue.group.and_then(|id| beside.get(&id));
    let group =
        group.and_then(|group| Some(named(lang, group.text("name")?, group.text("name_en"))));
    let role =
        beside.get(&issue.raised_by).and_then(|person| person.text("role")).and_then(Role::of);
    let role = role.filter(|_| issue.proxy.is_none()).unwrap_or(Role::Villager);
    let role = role_of(lang, role);
    match group {
        Some(group) => (lang.words().edition().of_group)(&eye.over(group), role),
        None => role.to_owned(),
    }
}

/// The sessions, and what was found out before they sat.
fn benches(sessions: &[&Record], eye: &Eye<'_>) -> (Vec<Bench>, Vec<String>) {
    let role = |role| role_of(eye.lang, role).to_owned();
    let mut facts = Vec::new();
    let mut benches = Vec::new();
    for record in sessions {
        let Ok(convened) = record.read::<Convened>() else { continue };
        let sealed = convened.seal.as_ref();
        // as everywhere, what the public reads of a session is made of what is sealed
        let edition = sealed.and_then(|seal| Edition::of(&seal.clear(), &eye.village.names, &role));
        let here = edition.as_ref().map(|edition| {
            edition.present.iter().map(|(_, count)| count).sum::<usize>() + edition.remote
        });
        facts.extend(edition.into_iter().flat_map(|edition| edition.facts));
        benches.push(Bench {
            id: record.id,
            title: eye.over(&convened.title),
            on: convened.on,
            place: eye.perhaps(convened.place.as_ref()),
            here,
            code: sealed.map(|seal| seal.code.clone()),
            ahead: convened.stage.ahead(),
        });
    }
    facts.truncate(MOST);
    (benches, facts.iter().map(|fact| eye.over(fact)).collect())
}

fn advised(all: &Sorted<Id, Advice>, eye: &Eye<'_>) -> Vec<Advised> {
    let line = |(id, advice): (&Id, &Advice)| {
        let head = advice::head(all, *id);
        let answered = all.get(&head).unwrap_or(advice);
        Advised {
            id: *id,
            words: eye.over(&advice.words),
            who: speaker(advice, eye),
            via: advice.via.unwrap_or_default(),
            with: Some(head).filter(|head| head != id),
            verdict: answered.verdict.zip(answered.answered_at),
            why: eye.perhaps(answered.why.as_ref()),
            earlier: answered.answers.len() > 1,
        }
    };
    all.iter().map(line).collect()
}

/// By role and group, and never by name.
fn speaker(advice: &Advice, eye: &Eye<'_>) -> Speaker {
    let voice = advice.voice.clone().unwrap_or_default();
    let role = voice.role.unwrap_or(Role::Villager);
    let (name, person, duty) = (voice.name, voice.person, None);
    let seat = Seat {
        name,
        role,
        label: voice.label,
        group: voice.group,
        person,
        duty,
        remote: false,
        order: 0,
        salt: None,
    };
    let label = seat.label.as_ref().filter(|_| !seat.villager());
    let label = eye.perhaps(label);
    Speaker { name: None, role, label, group: eye.perhaps(seat.group.as_ref()), remote: false }
}
