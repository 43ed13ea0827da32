//! What is said to whoever waits: what it was about, and what has become of it.

use domain::{
    Id, Issue, Kind, Record, Scope,
    follow::{Action, State, Tidings, echo::Owed},
    session::advice::{Advice, Verdict},
};

use super::telling_says;
use crate::{desk::Desk, look::words, prelude::*};

/// What somebody waits to hear of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Matter {
    pub(super) kind: Kind,
    pub(super) scope: Scope,
    /// What it was about, in the words it was said in.
    pub(super) what: String,
    /// What has become of it.
    pub(super) outcome: String,
}

/// What an entry is about; tracked. Nothing when its record has gone.
pub(super) fn matter(desk: Desk, about: Id) -> Option<Matter> {
    let record = desk.record(about)?;
    let (what, outcome) = match record.kind {
        Kind::Advice => advised(desk, &record)?,
        Kind::Issue => raised(&record)?,
        Kind::Action => done(desk, &record)?,
        _ => return None,
    };
    Some(Matter { kind: record.kind, scope: record.scope, what, outcome })
}

fn advised(desk: Desk, record: &Record) -> Option<(String, String)> {
    let own: Advice = record.read().ok()?;
    // where several say the same, one answer is for all
    let head = own.with.and_then(|with| desk.record(with)?.read::<Advice>().ok());
    let answered = head.filter(|head| head.verdict.is_some()).unwrap_or_else(|| own.clone());
    let verdict = answered.verdict.unwrap_or(Verdict::Deferred);
    Some((own.words, (telling_says().advice)(verdict, answered.why.as_deref())))
}

fn raised(record: &Record) -> Option<(String, String)> {
    let issue: Issue = record.read().ok()?;
    let why = issue.last_step().and_then(|step| step.why.clone());
    let outcome = (telling_says().issue)(issue.standing, why.as_deref());
    Some((issue.title, outcome))
}

fn done(desk: Desk, record: &Record) -> Option<(String, String)> {
    let action: Action = record.read().ok()?;
    let done = action.trail.iter().rev().find(|step| step.to == State::Done);
    let why = done.and_then(|step| step.why.clone());
    let what = desk.doing(record.id).map(|doing| doing.what).or(action.what)?;
    Some((what, (telling_says().action)(why.as_deref())))
}

/// What is said or handed over, by its way; tracked.
pub(super) fn script(desk: Desk, owed: &Owed, matter: &Matter, how: Tidings) -> String {
    let t = telling_says();
    let village = desk.village().and_then(|village| desk.place(village)).map(|place| place.name);
    let village = village.unwrap_or_default();
    let (to, what, outcome) = (&owed.to.name, &matter.what, &matter.outcome);
    match how {
        Tidings::Phone | Tidings::Door => {
            (t.call)(to, what, outcome, &desk.name_of(desk.person()), &village)
        }
        Tidings::Chat | Tidings::Paper | Tidings::Own => (t.text)(to, what, outcome, &village),
    }
}

/// 建议, 事 or 要办的事.
pub(super) fn sort(kind: &Kind) -> &'static str {
    let about = telling_says().about;
    match kind {
        Kind::Advice => about[0],
        Kind::Issue => about[1],
        _ => about[2],
    }
}

/// The group of whoever waits: as it was said, or as the directory has it; tracked.
pub(super) fn group(desk: Desk, owed: &Owed) -> Option<String> {
    let known = || {
        let group = desk.person_of(owed.to.person?)?.group?;
        desk.place(group).map(|group| group.name)
    };
    owed.to.group.clone().or_else(known)
}

/// How many people wait: one who waits for two things is one.
pub(super) fn people(owed: &[Owed]) -> usize {
    let first = |(at, one): &(usize, &Owed)| owed[..*at].iter().all(|o| o.to.name != one.to.name);
    owed.iter().enumerate().filter(first).count()
}

/// What names an entry on the screen.
pub(super) fn key(owed: &Owed) -> String {
    format!("{} {}", owed.about, owed.to.name)
}

/// The same for a row, which is drawn anew once somebody was sent.
pub(super) fn row(owed: &Owed) -> String {
    format!("{} {:?}", key(owed), owed.sent)
}

/// A list of people in the directory to choose from, with a word for nobody in front.
pub(super) fn choices(
    desk: Desk,
    nobody: &'static str,
    chosen: impl Fn() -> Option<Id> + Copy + 'static,
) -> AnyView {
    let people = desk.village().map(|village| desk.neighbours(village)).unwrap_or_default();
    let role = words().names.role;
    let people = people.into_iter().map(|(id, person)| {
        let part = person.note.clone().or_else(|| person.role.map(|of| role(of).to_owned()));
        let name = match part {
            Some(part) => format!("{} · {part}", person.name),
            None => person.name,
        };
        view! { <option value=id.to_string() selected=move || chosen() == Some(id) lang="zh-CN">{name}</option> }
    });
    view! {
        <option value="" selected=move || chosen().is_none()>{nobody}</option>
        {people.collect_view()}
    }
    .into_any()
}
