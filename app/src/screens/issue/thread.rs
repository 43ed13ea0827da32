//! The bench line, standing up: each station an issue has reached with who, when and why, and what is still to come.

use std::{cmp::Ordering, sync::Arc};

use domain::{Id, Issue, Standing, Station, issue::Step};

use super::{
    come::{Come, look_back},
    names::{named, said as said_words},
};
use crate::{
    clock,
    desk::{Desk, Seen, desk},
    look::words,
    parts::{Icon, title_of, tongue},
    prelude::*,
    routes::Route,
};

/// A station of the thread with the steps taken there.
struct Stop {
    station: Station,
    /// Whether it lies before, at or beyond where the issue is.
    at: Ordering,
    steps: Vec<Step>,
}

/// The stations to show: those passed by are left out, and where the line ends nothing is promised beyond.
fn stops(issue: &Issue, here: Station, come: &Come) -> Vec<Stop> {
    let ended = match issue.standing {
        Standing::Redirected | Standing::Declined | Standing::Merged | Standing::Parked => true,
        Standing::Lead
        | Standing::Received
        | Standing::Triaged
        | Standing::Settled
        | Standing::Drafted
        | Standing::Approved
        | Standing::Posted
        | Standing::Scheduled
        | Standing::Consulted
        | Standing::Closed => false,
    };
    let stop = |station: Station| {
        let steps: Vec<Step> =
            issue.trail.iter().filter(|step| step.to.station() == station).cloned().collect();
        Stop { station, at: station.cmp(&here), steps }
    };
    let shown = |stop: &Stop| match stop.at {
        Ordering::Less => !stop.steps.is_empty() || come.at(stop.station),
        Ordering::Equal => true,
        Ordering::Greater => !stop.steps.is_empty() || come.at(stop.station) || !ended,
    };
    Station::ALL.into_iter().map(stop).filter(shown).collect()
}

/// The standing thread.
#[component]
pub(super) fn Thread(shown: Memo<Arc<Seen>>, come: Memo<Come>) -> AnyView {
    let desk = desk();
    let stops = move || {
        let (seen, come) = (shown.get(), come.get());
        let stops = stops(&seen.issue, desk.station(&seen), &come).into_iter();
        stops.map(|stop| station(desk, &seen, &stop, &come)).collect_view()
    };
    view! { <ol class="thread">{stops}{move || come.with(look_back)}</ol> }
}

fn station(desk: Desk, seen: &Seen, stop: &Stop, come: &Come) -> AnyView {
    let w = words();
    let ahead = stop.at == Ordering::Greater && stop.steps.is_empty() && !come.at(stop.station);
    let class = match stop.at {
        Ordering::Equal => "now",
        _ if ahead => "todo",
        Ordering::Less | Ordering::Greater => "",
    };
    let now = clock::now();
    let date = stop
        .steps
        .first()
        .map(|step| view! { <time class="end sm dim">{w.lang.date(step.at, now)}</time> });
    let alone = stop.steps.len() == 1;
    let steps: Vec<AnyView> = stop
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            told(desk, seen, step, (at == 0 && stop.station == Station::Raised, alone))
        })
        .collect();
    view! {
        <li class=class id=format!("s{}", stop.station.number())>
            <span class="st" aria-hidden="true">{(w.names.mark)(stop.station)}</span>
            <div class="body">
                <div class="row wrap tight"><h2>{(w.names.station)(stop.station)}</h2>{date}</div>
                {steps}
                {come.told(desk, stop.station)}
                {ahead.then(|| view! { <p class="dim sm">{(w.issue().ahead)(stop.station)}</p> })}
            </div>
        </li>
    }
}

/// One step: the first is what was said; the others say what was done, why, and by whom.
fn told(desk: Desk, seen: &Seen, step: &Step, (first, alone): (bool, bool)) -> AnyView {
    let w = words();
    if first {
        return said(desk, &seen.issue);
    }
    let when = (!alone).then(|| {
        view! { <time class="end xs dim">{w.lang.date(step.at, clock::now())}</time> }
    });
    view! {
        <div class="row wrap tight"><b class="sm">{(w.names.standing)(step.to)}</b>{when}</div>
        {particulars(desk, seen, step)}
        {who(desk, step.by)}
    }
    .into_any()
}

/// The words as they were said, whose they are, and who wrote them down for whom.
fn said(desk: Desk, issue: &Issue) -> AnyView {
    let w = words();
    let group = issue.group.and_then(|group| desk.place_name(group));
    let raiser = desk.name_of(issue.raised_by);
    let (name, entered) = match (&issue.proxy, desk.by_door(issue)) {
        (_, Some(name)) => {
            let tag = w.common.by_door;
            (name, Some(view! { <span class="tag"><Icon name="qr" /><span>{tag}</span></span> }))
        }
        (None, None) => (raiser, None),
        (Some(proxy), None) => {
            let how = (w.names.confirmed)(proxy.confirmed);
            let tag = named(|name, _| (w.common.entered)(name, how), [&raiser, ""]);
            (
                proxy.name.clone(),
                Some(view! { <span class="tag"><Icon name="pen" /><span>{tag}</span></span> }),
            )
        }
    };
    view! {
        <p class="say" lang="zh-CN">{issue.words.clone()}</p>
        <p class="who"><b lang="zh-CN">{name}</b>{group}{entered}</p>
    }
    .into_any()
}

/// What a step brought with it.
fn particulars(desk: Desk, seen: &Seen, step: &Step) -> AnyView {
    let (w, issue) = (words(), &seen.issue);
    let why = step.why.clone().map(|why| view! { <p class="why" lang="zh-CN">{why}</p> });
    // the record keeps the newest particulars only, so they are told where they were written last
    let newest = issue.trail.iter().rev().find(|other| other.to == step.to) == Some(step);
    match step.to {
        Standing::Triaged if why.is_none() && newest => {
            view! { <p class="meta">{answers(issue)}</p> }.into_any()
        }
        Standing::Drafted if newest => {
            let question = issue.question.clone();
            view! { <p class="say" lang="zh-CN">{question}</p> }.into_any()
        }
        Standing::Scheduled if newest => {
            let on = issue.scheduled_on.map(|on| w.lang.moment(on, clock::now()));
            let place = said_words(issue.scheduled_where.clone().unwrap_or_default());
            view! { <p><b>{on}</b>" "{place}</p> }.into_any()
        }
        Standing::Redirected if newest => {
            let to = issue.redirected_to.clone();
            view! { <p>{w.issue().sent_to}<b lang="zh-CN">{to}</b></p>{why} }.into_any()
        }
        Standing::Merged if desk.issue(issue.merged_into.unwrap_or_default()).is_none() => {
            elsewhere(desk, seen.id, issue)
        }
        Standing::Merged => {
            let into = issue.merged_into.map(|into| {
                view! { <a href=Route::Issue(into).path() lang="zh-CN">{title_of(desk, into)}</a> }
            });
            view! { <p>{w.issue().merged_into}{into}</p> }.into_any()
        }
        _ => why.into_any(),
    }
}

/// What carries an issue on in another village, which its own people cannot read: the public page of it, by the heading
/// that the server wrote down for them.
fn elsewhere(desk: Desk, id: Id, issue: &Issue) -> AnyView {
    let w = words();
    let record = desk.record(id);
    let village = record.as_ref().and_then(|record| record.link("merged_village"));
    let title = record.as_ref().and_then(|record| record.text("merged_title"));
    let Some((into, village)) = issue.merged_into.zip(village) else {
        return view! { <p>{w.issue().merged_into}{w.phone().some_issue}</p> }.into_any();
    };
    let title = title.unwrap_or(w.phone().some_issue).to_owned();
    let village = desk.place_name(village).unwrap_or_default();
    let page = format!("/t/{into}?lang={}", w.lang.tag());
    view! {
        <p>{(w.issue().merged_elsewhere)(&village)}<a href=page lang=tongue(&title)>{title.clone()}</a></p>
    }
    .into_any()
}

/// The five answers in a word each.
fn answers(issue: &Issue) -> Vec<AnyView> {
    let w = words().triage();
    let given = issue.answers.unwrap_or_default();
    let given = [given.small, given.several, given.actor, given.lawful, given.quarrel];
    let told = |(short, answer): (&'static str, Option<bool>)| {
        let answer = match answer {
            Some(true) => w.yes,
            Some(false) => w.no,
            None => w.unsure,
        };
        view! { <span>{short}" "<b>{answer}</b></span> }.into_any()
    };
    w.short.into_iter().zip(given).map(told).collect()
}

fn who(desk: Desk, by: Id) -> AnyView {
    view! { <p class="who"><b lang="zh-CN">{desk.name_of(by)}</b>{part_of(desk, by)}</p> }
}

/// What people know somebody as: the note of the directory, or the part.
pub(crate) fn part_of(desk: Desk, person: Id) -> Option<AnyView> {
    let person = desk.person_of(person)?;
    match (person.note, person.role) {
        (Some(note), _) => Some(said_words(note)),
        (None, role) => role.map(|role| (words().names.role)(role).into_any()),
    }
}
